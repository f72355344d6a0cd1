package release

// Info is what the tables do not contain. Each field may be empty.
type Info struct {
	// Version is that of tidywiki.
	Version string
	// Name is the dataset's, fit for a URL; default the page_id of its only page,
	// or tidywiki-dataset. Title and Description are for people; by default they
	// name the pages.
	Name, Title, Description string
	// DataVersion is the version of the dataset, Created its date and time in
	// RFC 3339.
	DataVersion, Created string
	Homepage             string
	Keywords             []string
	// License is an SPDX identifier; default those of the pages.
	License string
	// Authors are those of the dataset; default the contributors of the pages,
	// without names.
	Authors []Author
	// FormulaGuard is what the CSV files have before texts that begin like a
	// formula; "" if they have nothing there.
	FormulaGuard string
	// Parameters are what the dataset was made with, for its provenance.
	Parameters []Parameter
}

// An Author is a person or an organisation.
type Author struct {
	Name        string
	ORCID       string // https://orcid.org/0000-0002-1825-0097, or empty
	Affiliation string
}

// A Parameter is one setting of the run that made a dataset, such as formats or a
// recipe. Value is anything that encodes as JSON.
type Parameter struct {
	Name  string
	Value any
}

package dump

// Counts say what became of the pages of a range. Where only the latest revision
// of each is read, Pages is the sum of Read and of those below it; where all are,
// Read, OtherModels, NoText and TooLarge count revisions.
type Counts struct {
	Pages     int64 `json:"pages"`     // page elements met
	Revisions int64 `json:"revisions"` // revision elements met
	Read      int64 `json:"read"`      // sources yielded
	// Redirects only lead to other pages.
	Redirects int64 `json:"redirects"`
	// OtherNamespaces and OtherTitles were not asked for.
	OtherNamespaces int64 `json:"other_namespaces"`
	OtherTitles     int64 `json:"other_titles"`
	// OtherModels are no wikitext: JSON, scripts, styles.
	OtherModels int64 `json:"other_models"`
	// NoText are those whose text is not in the dump: deleted, or a stub.
	NoText int64 `json:"no_text"`
	// TooLarge are those over the limit, each of which is an error of its page.
	TooLarge int64 `json:"too_large"`
}

// Add adds those of another range.
func (c *Counts) Add(o Counts) {
	c.Pages += o.Pages
	c.Revisions += o.Revisions
	c.Read += o.Read
	c.Redirects += o.Redirects
	c.OtherNamespaces += o.OtherNamespaces
	c.OtherTitles += o.OtherTitles
	c.OtherModels += o.OtherModels
	c.NoText += o.NoText
	c.TooLarge += o.TooLarge
}

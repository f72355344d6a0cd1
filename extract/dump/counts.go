package dump

// Counts counts the pages of a range by what was done with them. If only latest
// revisions are read, Pages is the sum of Read and the fields after it. If all
// revisions are read, Read, OtherModels, NoText and TooLarge count revisions.
type Counts struct {
	Pages     int64 `json:"pages"`     // page elements
	Revisions int64 `json:"revisions"` // revision elements
	Read      int64 `json:"read"`      // pages yielded
	// Redirects counts pages that only lead to other pages.
	Redirects int64 `json:"redirects"`
	// OtherNamespaces and OtherTitles count pages that were not selected.
	OtherNamespaces int64 `json:"other_namespaces"`
	OtherTitles     int64 `json:"other_titles"`
	// OtherModels counts pages that are not wikitext: JSON, scripts, styles.
	OtherModels int64 `json:"other_models"`
	// NoText counts pages whose text is not in the dump: deleted, or a stub.
	NoText int64 `json:"no_text"`
	// TooLarge counts pages over the limit; each yields a [*source.PageError].
	TooLarge int64 `json:"too_large"`
}

// Add adds the counts of another range.
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

package tidy

import (
	"slices"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/transform"
	"github.com/tidywiki/tidywiki/transform/page"
)

var (
	_ transform.Step = Outline{}
	_ transform.Step = Infobox{}
	_ transform.Step = Tables{}
)

// NewPage begins a page: its id, and the notes of its source and of the extractor.
// Two pages of one run may get the same id; see [page.Page.WithID].
func NewPage(doc *document.Document) *page.Page {
	return &page.Page{
		ID:       pageID(doc),
		Document: doc,
		Notes:    slices.Concat(doc.Source.Notes, doc.Notes),
	}
}

// pageID is the id of a page, with the edition behind its title where it has one.
func pageID(doc *document.Document) string {
	if e := doc.Source.Edition; e != "" {
		return PageID(pageTitle(doc.Title, doc.Source.Name)+" "+e, doc.Source.Name)
	}
	return PageID(doc.Title, doc.Source.Name)
}

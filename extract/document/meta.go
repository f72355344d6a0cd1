package document

import "strings"

// Meta is what is known about a page beside its text. Every field may be empty.
// What the source knows of itself (a dump, a live wiki) comes before what the page
// declares.
type Meta struct {
	// URL is the canonical address of the page.
	URL string
	// Language is the BCP 47 tag of the language of the content, LanguageFrom the
	// evidence for it: "option" (the user), "source" (a dump or a wiki), "page"
	// (declared by the page), "url", or "text" (the words of the page).
	Language, LanguageFrom string
	// Revision is the number of the revision on the wiki, 0 if it is not known.
	Revision int64
	// License is an SPDX identifier.
	License string
	// Wikidata is the identifier of the page's subject: Q142.
	Wikidata string
}

// sampled is how much text tells the language of a page.
const sampled = 32 << 10

// Sample returns text from the beginning of the page: paragraphs, items and cells.
func (d *Document) Sample() string {
	var b strings.Builder
	b.Grow(sampled + sampled/4)
	d.Walk(func(_ *Section, block Block) {
		if b.Len() >= sampled {
			return
		}
		switch block := block.(type) {
		case *Paragraph:
			b.WriteString(block.Text.Plain)
		case *List:
			for i := range block.Items {
				b.WriteString(block.Items[i].Text.Plain)
				b.WriteByte('\n')
			}
		case *Table:
			for i := range block.Rows {
				for j := range block.Rows[i].Cells {
					b.WriteString(block.Rows[i].Cells[j].Text.Plain)
					b.WriteByte('\n')
				}
			}
		}
		b.WriteByte('\n')
	})
	return b.String()
}

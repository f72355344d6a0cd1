package prose

import (
	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/transform/page"
)

// readers visit the texts of the core tables, in the order of their rows in
// quantities. A table that is not there has no texts.
var readers = []func(*page.Page, func(place, string)){readSections, readParagraphs, readItems, readInfobox, readCells}

func readSections(in *page.Page, visit func(place, string)) {
	readNumbered(in, "sections", "section", "section", "title", visit)
}

func readParagraphs(in *page.Page, visit func(place, string)) {
	readNumbered(in, "paragraphs", "paragraph", "paragraph", "text", visit)
}

func readItems(in *page.Page, visit func(place, string)) {
	readNumbered(in, "items", "item", "item", "text", visit)
}

// readNumbered visits a column of texts whose ordinal is a number on the page.
func readNumbered(in *page.Page, table, where, ordinal, text string, visit func(place, string)) {
	t := in.Table(table)
	if t == nil {
		return
	}
	ordinals, sections, lines, texts := t.Column(ordinal), t.Column("section"), t.Column("line"), t.Column(text)
	for i := range t.NumRows() {
		visit(place{where, ordinals.Int(i), sections.Int(i), lines.Int(i)}, texts.Str(i))
	}
}

// readInfobox visits the values of infoboxes that are text.
func readInfobox(in *page.Page, visit func(place, string)) {
	t := in.Table("infobox")
	if t == nil {
		return
	}
	boxes, types, texts, lines := t.Column("box"), t.Column("type"), t.Column("text"), t.Column("line")
	sections := boxSections(in.Document)
	for i := range t.NumRows() {
		if types.Str(i) != "string" {
			continue
		}
		var section int64
		if b := boxes.Int(i); 0 < b && b <= int64(len(sections)) {
			section = sections[b-1]
		}
		visit(place{"infobox", int64(i) + 1, section, lines.Int(i)}, texts.Str(i))
	}
}

// boxSections returns the section of each infobox of a page, in reading order.
func boxSections(d *document.Document) (sections []int64) {
	if d == nil {
		return nil
	}
	d.Walk(func(s *document.Section, b document.Block) {
		if _, ok := b.(*document.Infobox); ok {
			sections = append(sections, int64(s.Index))
		}
	})
	return sections
}

// readCells visits the cells that are text, each where it is written.
func readCells(in *page.Page, visit func(place, string)) {
	t := in.Table("cells")
	if t == nil {
		return
	}
	tables, rows, cols := t.Column("table"), t.Column("row"), t.Column("col")
	originRows, originCols := t.Column("origin_row"), t.Column("origin_col")
	types, texts, lines := t.Column("type"), t.Column("text"), t.Column("line")
	for i := range t.NumRows() {
		if types.Str(i) != "string" || rows.Int(i) != originRows.Int(i) || cols.Int(i) != originCols.Int(i) {
			continue
		}
		var section int64
		if n := tables.Int(i); 0 < n && n <= int64(len(in.Sheets)) {
			section = int64(in.Sheets[n-1].Section)
		}
		visit(place{"cell", int64(i) + 1, section, lines.Int(i)}, texts.Str(i))
	}
}

// languageOf returns the language of a page: as its source has it or, where it has
// none, Chinese if most of its running text is.
func languageOf(in *page.Page) string {
	if in.Document != nil && in.Document.Meta.Language != "" {
		return in.Document.Meta.Language
	}
	han, letters := false, false
	running(in, func(_ place, text string) {
		han = han || hasHan(text)
		letters = letters || hasLetter(text)
	})
	switch {
	case han && mostlyHan(in):
		return "zh"
	case letters:
		return "en"
	}
	return ""
}

// mostlyHan reports whether the running text of a page has more Chinese characters
// than words of letters.
func mostlyHan(in *page.Page) bool {
	han, words := 0, 0
	running(in, func(_ place, text string) {
		h, w := countScripts(text)
		han, words = han+h, words+w
	})
	return han > words
}

// running visits the texts that are sentences or headings.
func running(in *page.Page, visit func(place, string)) {
	readSections(in, visit)
	readParagraphs(in, visit)
	readItems(in, visit)
}

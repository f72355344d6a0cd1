package tidy

import (
	"context"
	"slices"
	"strings"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/transform"
	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/date"
	"github.com/tidywiki/tidywiki/transform/page"
)

var _ transform.Step = References{}

// References makes the tables references, citations and links: the sources of the page,
// the texts that cite them, and what all texts link to. It takes the sheets that
// [Tables] sets.
type References struct{}

// Name is "references".
func (References) Name() string { return "references" }

// Apply adds the three tables.
func (References) Apply(ctx context.Context, in *page.Page) (*page.Page, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	d := in.Clone()
	w := &linkWriter{page: d, citations: dataset.NewBuilder(dataset.Citations), links: dataset.NewBuilder(dataset.Links)}
	w.loose()
	w.texts()
	w.cells()
	d.Put(w.references())
	d.Put(w.citations.Table("citations"))
	d.Put(w.links.Table("links"))
	return d, nil
}

// references makes the table of the references, and the rows of their links.
func (w *linkWriter) references() *dataset.Table {
	b := dataset.NewBuilder(dataset.References)
	language := w.page.Document.Meta.Language
	for i := range w.page.Document.References {
		r := &w.page.Document.References[i]
		b.Str(w.page.ID).Int(int64(i + 1)).Opt(r.Name).Opt(r.Template).Opt(r.Title).Opt(r.URL).Opt(r.Author).Opt(r.Work).Opt(r.Publisher)
		b.Opt(dateOf(r.Date, language, 0)).Opt(dateOf(r.AccessDate, language, maxLead)).Opt(r.DOI).Opt(r.ISBN).Opt(r.ArchiveURL)
		b.Str(r.Text.Plain).Int(int64(r.Line))
		w.text(place{where: "reference", ordinal: i + 1, line: r.Line}, r.Text)
	}
	return b.Table("references")
}

// maxLead is how many words may be before the date that a text ends with: "Retrieved on
// 5 May 2010".
const maxLead = 4

// dateOf is the date of a text in EDTF, the text itself if it is not a date. Up to lead
// words may be before the date. English is read on all pages, as the sources of many are
// in it.
func dateOf(text, language string, lead int) string {
	rest := text
	for more := true; more && lead >= 0; lead-- {
		for _, hint := range [...]date.Hint{{Language: language}, {}} {
			if v, ok := date.Parse(rest, &hint); ok {
				return v.EDTF
			}
		}
		_, rest, more = strings.Cut(rest, " ")
	}
	return text
}

// A place is where a text is, as the tables citations and links have it.
type place struct {
	where                    string
	ordinal, table, row, col int
	line                     int
}

// A linkWriter makes rows of what texts carry.
type linkWriter struct {
	page             *page.Page
	citations, links *dataset.Builder
	loosely          int // how many links are outside of texts
}

// text adds what a text cites, links to and shows.
func (w *linkWriter) text(p place, text document.Text) {
	a := text.Aside
	if a == nil {
		return
	}
	for i, r := range a.References {
		if slices.Contains(a.References[:i], r) {
			continue
		}
		w.citations.Str(w.page.ID).Int(int64(r + 1))
		p.add(w.citations)
		w.citations.Int(int64(p.line))
	}
	for i := range a.Links {
		l := &a.Links[i]
		w.link(p, l.Kind, l.Target, text.Plain[l.Start:l.End])
	}
	for _, name := range a.Images {
		w.link(p, document.FileLink, name, name)
	}
}

func (p *place) add(b *dataset.Builder) {
	b.Str(p.where).Int(int64(p.ordinal)).Count(p.table).Count(p.row).Count(p.col)
}

// link adds a row to links. A target that is only a fragment is on the page itself.
func (w *linkWriter) link(p place, kind document.LinkKind, target, text string) {
	b := w.links
	b.Str(w.page.ID)
	p.add(b)
	fragment := ""
	switch kind {
	case document.FileLink, document.CategoryLink: // the kind says what a prefix does
		if _, name, ok := strings.Cut(target, ":"); ok {
			target = strings.TrimSpace(name)
		}
	}
	if kind != document.ExternalLink && !strings.Contains(target, "://") {
		target, fragment, _ = strings.Cut(target, "#")
		if target = strings.TrimSpace(strings.ReplaceAll(target, "_", " ")); target == "" {
			target = pageTitle(w.page.Document.Title, w.page.Document.Source.Name)
		}
	}
	b.Str(kind.String()).Str(target).Opt(fragment).Str(text).Int(int64(p.line))
}

// loose adds the links that are in no text.
func (w *linkWriter) loose() {
	doc := w.page.Document
	add := func(kind document.LinkKind, target, text string, line int) {
		w.loosely++
		w.link(place{where: "page", ordinal: w.loosely, line: line}, kind, target, text)
	}
	if doc.Redirect != "" {
		add(document.PageLink, doc.Redirect, doc.Redirect, 1)
	}
	for i := range doc.Links {
		l := &doc.Links[i]
		add(l.Kind, l.Target, l.Text, l.Line)
	}
}

// texts adds what is in headings, paragraphs, items and infoboxes, which are counted as
// their tables count them.
func (w *linkWriter) texts() {
	var paragraphs, items, pairs int
	for _, s := range w.page.Document.Sections {
		w.text(place{where: "section", ordinal: s.Index, line: s.Line}, s.Title)
	}
	w.page.Document.Walk(func(_ *document.Section, b document.Block) {
		switch b := b.(type) {
		case *document.Paragraph:
			paragraphs++
			w.text(place{where: "paragraph", ordinal: paragraphs, line: b.Line}, b.Text)
		case *document.List:
			for i := range b.Items {
				items++
				w.text(place{where: "item", ordinal: items, line: b.Items[i].Line}, b.Items[i].Text)
			}
		case *document.Infobox:
			for i := range b.Pairs {
				pairs++
				w.text(place{where: "infobox", ordinal: pairs, line: b.Pairs[i].Line}, b.Pairs[i].Text)
			}
		}
	})
}

// cells adds what is in the cells of tables, each where it is written, and in captions.
func (w *linkWriter) cells() {
	row := 0
	for n := range w.page.Sheets {
		g := w.page.Sheets[n].Grid
		w.text(place{where: "table", ordinal: n + 1, table: n + 1, line: g.Table.Line}, g.Table.Caption)
		for pos := range g.Cells {
			cell := &g.Cells[pos]
			p := place{where: "table", ordinal: n + 1, table: n + 1, row: pos/g.Cols + 1, col: pos%g.Cols + 1, line: int(cell.Line)}
			if hasRow(cell) {
				row++
				p.where, p.ordinal = "cell", row
			}
			if cell.Aside != nil && int(cell.Row) == p.row-1 && int(cell.Col) == p.col-1 {
				w.text(p, cell.Text)
			}
		}
	}
}

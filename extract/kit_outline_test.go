package extract_test

import (
	"fmt"
	"strings"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
)

// dump returns all that a document holds as an outline: one node per line, with its
// source line in front, texts between ⟨ and ⟩, and ↵ where a text has a line end.
//
//	plain ⟨Rivers⟩, 6 lines
//	   1 section 0 level 1 ⟨Rivers⟩
//	   2   paragraph ⟨The Rhine is long.⟩
//	   3 section 1 level 2 in 0 ⟨Lengths⟩
//	   4   table to 5 flat
//	   4     row !⟨Name⟩ !⟨Length⟩        a header cell has a mark
//	   5     row ⟨Rhine⟩ 2x1⟨1,233⟩       and a span its columns and rows
//	   6   list
//	   6     1 - ⟨It ends in the sea.⟩    depth and marker
//	notes
//	   6 info odd_thing in item of ⟨x⟩ - what to know
func dump(d *document.Document) string {
	o := &outline{}
	fmt.Fprintf(&o.w, "%s %s, %d lines\n", d.Format, quote(d.Title), d.Lines)
	if d.Redirect != "" {
		fmt.Fprintf(&o.w, "redirect %s\n", quote(d.Redirect))
	}
	for _, c := range d.Categories {
		fmt.Fprintf(&o.w, "category %s\n", quote(c))
	}
	for _, s := range d.Sections {
		o.section(s)
	}
	for _, l := range d.Links {
		if l.Kind != document.CategoryLink {
			o.node(l.Line, "link to", l.Kind.String(), quote(l.Target), named("as", l.Text))
		}
	}
	for i, r := range d.References {
		o.node(r.Line, fmt.Sprintf("reference %d", i), named("name", r.Name), named("template", r.Template), named("title", r.Title),
			named("url", r.URL), named("author", r.Author), named("work", r.Work), named("publisher", r.Publisher), named("date", r.Date),
			named("accessed", r.AccessDate), named("doi", r.DOI), named("isbn", r.ISBN), named("archive", r.ArchiveURL), inline(r.Text))
	}
	if len(d.Notes) > 0 {
		fmt.Fprintln(&o.w, "notes")
	}
	for _, n := range d.Notes {
		o.note(n)
	}
	return o.w.String()
}

// An outline writes nodes; depth is how deep the next one is nested.
type outline struct {
	w     strings.Builder
	depth int
}

// node writes one node. Empty words are left out.
func (o *outline) node(line int, words ...string) {
	fmt.Fprintf(&o.w, "%4d%s", line, strings.Repeat("  ", o.depth))
	for _, word := range words {
		if word != "" {
			o.w.WriteByte(' ')
			o.w.WriteString(word)
		}
	}
	o.w.WriteByte('\n')
}

func (o *outline) section(s *document.Section) {
	parent := ""
	if s.Parent >= 0 {
		parent = fmt.Sprintf("in %d", s.Parent)
	}
	o.node(s.Line, fmt.Sprintf("section %d level %d", s.Index, s.Level), parent, inline(s.Title))
	o.blocks(s.Blocks)
}

func (o *outline) blocks(bs []document.Block) {
	o.depth++
	for _, b := range bs {
		switch b := b.(type) {
		case *document.Paragraph:
			o.node(b.Line, "paragraph", inline(b.Text))
		case *document.List:
			o.list(b)
		case *document.Table:
			o.table(b)
		case *document.Infobox:
			o.infobox(b)
		}
	}
	o.depth--
}

func (o *outline) list(l *document.List) {
	o.node(l.Line, "list")
	o.depth++
	for _, i := range l.Items {
		o.node(i.Line, fmt.Sprint(i.Depth), i.Marker, inline(i.Text))
	}
	o.depth--
}

func (o *outline) table(t *document.Table) {
	o.node(t.Line, fmt.Sprintf("table to %d", t.LastLine), marked(t.Flat, "flat"), named("class", t.Class), captioned("caption", t.Caption))
	o.depth++
	for _, r := range t.Rows {
		words := []string{"row", rowGroup(r.Part)}
		for _, c := range r.Cells {
			words = append(words, outlineCell(r, c))
		}
		o.node(r.Line, words...)
	}
	o.depth--
	o.blocks(t.Nested)
}

func (o *outline) infobox(b *document.Infobox) {
	o.node(b.Line, fmt.Sprintf("infobox to %d", b.LastLine), named("template", b.Template), captioned("title", b.Title))
	o.depth++
	for _, p := range b.Pairs {
		o.node(p.Line, named("group", p.Group), quote(p.Key), named("label", p.Label), "=", inline(p.Text))
	}
	o.depth--
	o.blocks(b.Nested)
}

func (o *outline) note(n source.Note) {
	place := "in " + n.Where
	for _, at := range []struct {
		name string
		n    int
	}{{"table", n.Table}, {"row", n.Row}, {"column", n.Col}} {
		if at.n != 0 {
			place += fmt.Sprintf(" %s %d", at.name, at.n)
		}
	}
	o.node(n.Line, n.Severity.String(), n.Code, place, named("of", n.Field), named("has", n.Observed),
		named("not", n.Expected), "-", n.Message)
}

// outlineCell writes a cell with what sets it apart: a mark for a header, its span as
// columns x rows, its line if that is not the row's.
func outlineCell(r document.Row, c document.Cell) string {
	var b strings.Builder
	if c.Line != r.Line {
		fmt.Fprintf(&b, "%d:", c.Line)
	}
	b.WriteString(marked(c.Header, "!"))
	if c.ColSpan != 0 || c.RowSpan != 0 {
		fmt.Fprintf(&b, "%dx%d", c.ColSpan, c.RowSpan)
	}
	b.WriteString(inline(c.Text))
	return b.String()
}

func rowGroup(g document.RowGroup) string {
	if g == (document.RowGroup{}) {
		return ""
	}
	return fmt.Sprintf("of %s %d", [...]string{"body", "head", "foot"}[g.Kind], g.Index)
}

// inline writes a text with what it carries beside it.
func inline(t document.Text) string {
	s := quote(t.Plain)
	if t.Aside == nil {
		return s
	}
	for _, l := range t.Aside.Links {
		s += fmt.Sprintf(" link %d-%d %s", l.Start, l.End, quote(l.Target))
		if l.Kind != document.PageLink {
			s += " " + l.Kind.String()
		}
	}
	for _, n := range t.Aside.Notes {
		s += " note " + quote(n)
	}
	for _, i := range t.Aside.Images {
		s += " image " + quote(i)
	}
	for _, r := range t.Aside.References {
		s += fmt.Sprintf(" cites %d", r)
	}
	if t.Aside.SortKey != "" {
		s += " sort " + quote(t.Aside.SortKey)
	}
	if t.Aside.Date != "" {
		s += " date " + quote(t.Aside.Date)
	}
	return s
}

func quote(s string) string { return "⟨" + strings.ReplaceAll(s, "\n", "↵") + "⟩" }

func named(name, s string) string {
	if s == "" {
		return ""
	}
	return name + " " + quote(s)
}

func captioned(name string, t document.Text) string {
	if t == (document.Text{}) {
		return ""
	}
	return name + " " + inline(t)
}

func marked(on bool, word string) string {
	if on {
		return word
	}
	return ""
}

package extract_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/extract/document"
)

// Validate checks what every document promises.
func Validate(t testing.TB, d *document.Document) {
	t.Helper()
	v := validator{t, d}
	v.text(document.Text{Plain: d.Title})
	v.plain(d.Redirect)
	for _, c := range d.Categories {
		v.plain(c)
	}
	for i, s := range d.Sections {
		if s.Index != i || s.Parent >= i || i > 0 && (s.Parent < 0 || s.Level < 2 || s.Level > 6) {
			t.Errorf("section %d is %+v", i, s)
		}
		v.text(s.Title)
		v.line(s.Line)
	}
	d.Walk(func(_ *document.Section, b document.Block) { v.block(b) })
	v.references()
	before := 0
	for _, n := range d.Notes {
		if n.Line < before || n.Line > max(d.Lines, 1) || n.Message == "" || n.Where == "" || n.Code == "" {
			t.Errorf("note %+v after line %d of %d", n, before, d.Lines)
		}
		before = n.Line
	}
}

// maxItemDepth is how deep the items of both markups may nest.
const maxItemDepth = 32

// Keyed checks that each value of an infobox has a key, which is safe to print. Markup
// that names its keys may leave one empty: {{Infobox|=x}}.
func Keyed(t *testing.T, d *document.Document) {
	t.Helper()
	v := validator{t, d}
	d.Walk(func(_ *document.Section, b document.Block) {
		box, ok := b.(*document.Infobox)
		if !ok {
			return
		}
		for _, p := range box.Pairs {
			v.plain(p.Key)
			if p.Key == "" {
				v.Errorf("pair %+v", p)
			}
		}
	})
}

type validator struct {
	testing.TB
	d *document.Document
}

func (v validator) block(b document.Block) {
	v.Helper()
	switch b := b.(type) {
	case *document.Paragraph:
		v.line(b.Line)
		v.text(b.Text)
		if b.Text.Plain == "" {
			v.Error("an empty paragraph")
		}
	case *document.List:
		v.line(b.Line)
		if len(b.Items) == 0 {
			v.Error("an empty list")
		}
		for _, item := range b.Items {
			v.line(item.Line)
			v.text(item.Text)
			if item.Depth < 1 || item.Depth > maxItemDepth || len(item.Marker) != item.Depth {
				v.Errorf("item %+v", item)
			}
		}
	case *document.Table:
		v.table(b)
	case *document.Infobox:
		v.line(b.Line)
		v.line(b.LastLine)
		v.text(b.Title)
		for _, p := range b.Pairs {
			v.line(p.Line)
			v.text(p.Text)
			if !utf8.ValidString(p.Key) { // a name as it is written
				v.Errorf("key %q", p.Key)
			}
			v.plain(p.Label)
			v.plain(p.Group)
		}
	}
}

func (v validator) table(b *document.Table) {
	v.Helper()
	v.line(b.Line)
	v.line(b.LastLine)
	if b.LastLine < b.Line {
		v.Errorf("a table from line %d to %d", b.Line, b.LastLine)
	}
	v.text(b.Caption)
	for _, row := range b.Rows {
		v.line(row.Line)
		if row.Line < b.Line || row.Line > b.LastLine {
			v.Errorf("a row on line %d of a table from %d to %d", row.Line, b.Line, b.LastLine)
		}
		for _, c := range row.Cells {
			v.line(c.Line)
			v.text(c.Text)
			if c.ColSpan < 0 || c.ColSpan > 1000 || c.RowSpan < -1 || c.RowSpan > 65534 {
				v.Errorf("cell %+v", c)
			}
		}
	}
}

// references checks the references, and the links outside of texts.
func (v validator) references() {
	v.Helper()
	for i := range v.d.References {
		r := &v.d.References[i]
		v.line(r.Line)
		v.text(r.Text)
		for _, s := range []string{r.Name, r.Template, r.Title, r.URL, r.Author, r.Work, r.Publisher, r.Date, r.AccessDate, r.DOI, r.ISBN, r.ArchiveURL} {
			v.plain(s)
		}
	}
	for _, l := range v.d.Links {
		v.line(l.Line)
		v.plain(l.Text)
		if l.Target == "" {
			v.Errorf("link %+v", l)
		}
	}
}

func (v validator) line(n int) {
	v.Helper()
	if n < 1 || n > max(v.d.Lines, 1) {
		v.Errorf("line %d of %d", n, v.d.Lines)
	}
}

// text checks that a text is as document.Text promises and safe to print.
func (v validator) text(text document.Text) {
	v.Helper()
	v.plain(text.Plain)
	for _, n := range text.Notes() {
		v.plain(n)
		if n == "" {
			v.Errorf("an empty note in %q", text.Plain)
		}
	}
	v.plain(text.SortKey())
	if text.Aside != nil {
		for _, i := range text.Aside.Images {
			v.plain(i)
		}
		for _, r := range text.Aside.References {
			if r < 0 || r >= len(v.d.References) {
				v.Errorf("%q cites reference %d of %d", text.Plain, r, len(v.d.References))
			}
		}
	}
	for _, l := range text.Links() {
		if l.Start < 0 || l.Start >= l.End || l.End > len(text.Plain) || l.Target == "" || !utf8.ValidString(text.Plain[l.Start:l.End]) {
			v.Errorf("link %+v in %q", l, text.Plain)
		}
	}
}

func (v validator) plain(s string) {
	v.Helper()
	if !utf8.ValidString(s) || strings.TrimSpace(s) != s {
		v.Errorf("text %q", s)
	}
	for i, r := range s {
		if unicode.IsSpace(r) && r != ' ' && r != '\n' || unicode.IsControl(r) && r != '\n' || r == 0xFFFE || r == ' ' && strings.HasPrefix(s[i+1:], " ") {
			v.Errorf("text %q has %q at %d", s, r, i)
			return
		}
	}
}

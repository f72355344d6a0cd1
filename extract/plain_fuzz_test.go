package extract_test

import (
	"context"
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/extract/plain"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
)

const plainSeedPage = "../testdata/pages/first-session-12th-npc.txt"

// FuzzPlainExtract checks what holds for the document of any bytes.
func FuzzPlainExtract(f *testing.F) {
	page, err := os.ReadFile(plainSeedPage)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(page)
	for _, s := range []string{"", "= T =\r\n==A==\r= B =", "Infobox\n- a: 1 | # = 2\n  - b: c\n\td\n", "a | b\n--- | ---\nc \\| d |\n|||\n",
		"- a\n  * b\n 1. c\n\n2) d", "\xff\xfea\x00\xd8", "\xe9\x00\u2028|\u3000|\n|", "Infobox\n-:|\n- --|--:\n---|--",
		"-:|\n|--:\n---|-", "= T\x10 =\n=\v ="} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		src := &source.Source{Data: data}
		d, err := plain.New(plain.Options{MaxNotes: 5}).Extract(context.Background(), src)
		if err != nil {
			t.Fatal(err)
		}
		v := plainValidator{t, d}
		v.sections()
		d.Walk(v.block)
		v.notes()
		if sure := plain.Detect(data); sure < 5 || sure > 95 {
			t.Errorf("Detect = %d", sure)
		}
	})
}

type plainValidator struct {
	*testing.T
	d *document.Document
}

func (v plainValidator) sections() {
	for i, s := range v.d.Sections {
		v.text(s.Title, false)
		if s.Index != i || i > 0 && (s.Parent < 0 || s.Parent >= i || s.Level < 2 || s.Level > 6 || s.Title.Plain == "") {
			v.Errorf("section %d is %+v", i, *s)
		}
		if i > 1 && s.Line <= v.d.Sections[i-1].Line {
			v.Errorf("section %d is before its predecessor", i)
		}
		if i > 0 {
			v.line(s.Line)
		}
		end := v.d.Lines
		if i+1 < len(v.d.Sections) {
			end = v.d.Sections[i+1].Line
		}
		for _, b := range s.Blocks {
			first, last := plainExtent(b)
			if i > 0 && first <= s.Line || last < first || last > end {
				v.Errorf("block at %d to %d of section %d, which is at %d to %d", first, last, i, s.Line, end)
			}
		}
	}
}

func plainExtent(b document.Block) (first, last int) {
	switch b := b.(type) {
	case *document.Paragraph:
		return b.Line, b.Line
	case *document.List:
		return b.Line, b.Items[len(b.Items)-1].Line
	case *document.Table:
		return b.Line, b.LastLine
	case *document.Infobox:
		return b.Line, b.LastLine
	}
	return 0, -1
}

func (v plainValidator) block(_ *document.Section, b document.Block) {
	switch b := b.(type) {
	case *document.Paragraph:
		v.text(b.Text, false)
		v.line(b.Line)
		if b.Text.Plain == "" {
			v.Errorf("empty paragraph on line %d", b.Line)
		}
	case *document.List:
		for _, i := range b.Items {
			v.text(i.Text, false)
			v.line(i.Line)
			if i.Depth < 1 || i.Depth > 32 || i.Marker == "" {
				v.Errorf("item %+v", i)
			}
		}
	case *document.Table:
		v.table(b)
	case *document.Infobox:
		for _, p := range b.Pairs {
			v.text(document.Text{Plain: p.Key}, false)
			v.text(p.Text, true)
			v.line(p.Line)
		}
		if len(b.Pairs) == 0 {
			v.Errorf("infobox without pairs on line %d", b.Line)
		}
	}
}

func (v plainValidator) table(t *document.Table) {
	if len(t.Rows) == 0 || !t.Flat {
		v.Errorf("table with %d rows, flat %t", len(t.Rows), t.Flat)
	}
	for _, r := range t.Rows {
		if len(r.Cells) == 0 || r.Line < t.Line || r.Line > t.LastLine {
			v.Errorf("row of %d cells on line %d of a table at %d to %d", len(r.Cells), r.Line, t.Line, t.LastLine)
		}
		for _, c := range r.Cells {
			v.text(c.Text, false)
			if c.Line != r.Line || c.ColSpan != 0 || c.RowSpan != 0 {
				v.Errorf("cell %+v in the row of line %d", c, r.Line)
			}
		}
	}
}

func (v plainValidator) notes() {
	count := map[string]int{}
	before := 0
	for _, n := range v.d.Notes {
		if count[n.Code]++; count[n.Code] > 6 || n.Line < before || n.Line > v.d.Lines || n.Message == "" || n.Where == "" {
			v.Errorf("note %+v after line %d", n, before)
		}
		before = n.Line
	}
}

func (v plainValidator) line(n int) {
	if n < 1 || n > v.d.Lines {
		v.Errorf("line %d of %d", n, v.d.Lines)
	}
}

// text checks that a text is as document.Text promises and safe to print.
func (v plainValidator) text(text document.Text, lines bool) {
	s := text.Plain
	if !utf8.ValidString(s) || text.Aside != nil || strings.TrimSpace(s) != s && !lines {
		v.Errorf("text %q", s)
	}
	for i, r := range s {
		if unicode.IsSpace(r) && r != ' ' && !(lines && r == '\n') || r == 0xFFFE || unicode.IsControl(r) && r != '\n' ||
			r == ' ' && strings.HasPrefix(s[i+1:], " ") {
			v.Errorf("text %q has %q at %d", s, r, i)
		}
	}
}

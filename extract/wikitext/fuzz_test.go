package wikitext

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/extract/document"
)

// seeds are pages that have a bit of everything.
var seeds = []string{
	"{| class=x\n|+ cap\n! a !! b\n|-\n| c || rowspan=2 | d\n|}\n",
	"{|\n|\n{|\n| nested\n|}\n| {{Infobox x|k=[[v|w]]<ref>n</ref>}}\n|}",
	"<table><tr><td>a<th>b</table>", "== h ==\n* i\n*# j\n; k : l\n\n p '''b''' ''i''\n",
	"{{Infobox|title=t|label1=l|data1={{ubl|a|b}}}}text<ref name=a>r</ref><ref name=a />",
	"[[File:a.jpg|thumb|[[b]] c]] [http://a.b c] http://d.e. &amp;&nbsp;__TOC__",
	"<ul><li>a<li>b<ul><li>c</ul></ul><h2>d</h2><p>e</p><div style='display:none'>f</div>",
	"{{#if:{{{1|}}}|a|b}}{{#switch:x|x=y}}{{nts|12}}{{sort|{{nts|1}}}}", "\x01\x02\x00\xff{|\r\n|a\r|}",
	"[[ :]]0[[:|a]][[: b]]", "{{{{{{a}}}|{{b|}}}}}", "10<sup>6</sup> {|\n| unclosed", "#REDIRECT [[x]]\n{{DISPLAYTITLE:''y''}}",
}

func FuzzExtract(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, page string) { validate(t, parse(t, page, nil)) })
}

// FuzzTable puts rows between the marks of a table: what stands outside of it must
// never get into its cells, nor the cells out of it.
func FuzzTable(f *testing.F) {
	f.Add("| a || b\n|-\n| c")
	f.Add("! x\n|+ y\n\n| ''z\n* i")
	f.Add("|-\n|\n|\n||\n!! w")
	f.Fuzz(func(t *testing.T, rows string) {
		if strings.ContainsAny(rows, "{}<[&\x01\x02\x00\r") || strings.Contains(rows, "://") || !utf8.ValidString(rows) {
			return // what may hold markup together across lines
		}
		d := parse(t, "BEFORE\n{|\n| INSIDE\n"+rows+"\n|}\nAFTER", nil)
		validate(t, d)
		if cells := strings.Join(cellTexts(d), " "); strings.Contains(cells, "BEFORE") || strings.Contains(cells, "AFTER") || !strings.Contains(cells, "INSIDE") {
			t.Errorf("%q: the cells are %q", rows, cells)
		}
		for _, text := range prose(d) {
			if strings.Contains(text, "INSIDE") {
				t.Errorf("%q: outside of the table is %q", rows, text)
			}
		}
	})
}

// validate checks what every document promises.
func validate(t *testing.T, d *document.Document) {
	t.Helper()
	v := validator{t, d}
	v.text(document.Text{Plain: d.Title})
	for i, s := range d.Sections {
		if s.Index != i || s.Parent >= i || i > 0 && (s.Parent < 0 || s.Level < 2 || s.Level > 6) {
			t.Errorf("section %d is %+v", i, s)
		}
		v.text(s.Title)
		v.line(s.Line)
	}
	d.Walk(func(_ *document.Section, b document.Block) { v.block(b) })
	before := 0
	for _, n := range d.Notes {
		if n.Line < before || n.Line > d.Lines || n.Message == "" || n.Where == "" || n.Code == "" {
			t.Errorf("note %+v after line %d", n, before)
		}
		before = n.Line
	}
}

type validator struct {
	*testing.T
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
		for _, item := range b.Items {
			v.line(item.Line)
			v.text(item.Text)
			if item.Depth < 1 || item.Depth > maxItemDepth {
				v.Errorf("item %+v", item)
			}
		}
	case *document.Table:
		v.line(b.Line)
		v.line(b.LastLine)
		v.text(b.Caption)
		for _, row := range b.Rows {
			v.line(row.Line)
			for _, c := range row.Cells {
				v.line(c.Line)
				v.text(c.Text)
				if c.ColSpan < 0 || c.RowSpan < -1 {
					v.Errorf("cell %+v", c)
				}
			}
		}
	case *document.Infobox:
		v.line(b.Line)
		v.line(b.LastLine)
		v.text(b.Title)
		for _, p := range b.Pairs {
			v.line(p.Line)
			v.text(p.Text)
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
	}
	v.plain(text.SortKey())
	for _, l := range text.Links() {
		if l.Start < 0 || l.Start > l.End || l.End > len(text.Plain) || l.Target == "" {
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

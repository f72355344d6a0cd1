package extract_test

import (
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/extract/wikitext"

	"github.com/tidywiki/tidywiki/extract/source"
)

// wikitextHostile are pages of one kind of markup again and again, as no wiki has them. A
// parser that looks ahead for each takes hours for them.
var wikitextHostile = []string{
	"{{{{", "[[[[", "}}}}", "{|", "{|\n", "<ref>", "<ref name=a>", "<ref ", "''''", "'''x''", "{|\n|-\n", "{|\n|\n", "<div>", "<div ",
	"<div style=display:none>", "<span style='display:none'>x", "[http://", "[http://a ", "[http://a b", "http://a", ":::::", "*", "*\n",
	":{|\n", "{{a|", "{{nowrap|", "{{sort|", "{{#if:x|", "{{#switch:x|", "{{{a|", "{{a|b=", "|", "{{a", "[[a|", "[[File:a|", "[[File:a|thumb|[[b]]",
	"<table>", "<table><tr><td>", "<td>", "<tr>", "</table>", "|-", "|-\n", "!!", "!a!", "||", "&", "&amp", "&#1;", "<!--", "<!---->", "\n<!----><!--", "-->",
	"<nowiki>", "<nowiki/>", "<pre>", "<poem>", "<poem><ref>", "<gallery>", "<includeonly>", "<noinclude>", "<onlyinclude>", "__", "__TOC", "-{", "-{a|",
	"==", "== a\n", "=a=\n", ";", "; a : b\n", ";[[", "\n;[[a", "<sup>", "<sup>1", "<sup>1</sup>", "<li>", "<ul>", "<ul><li>", "<h2>", "<style>", "</div>", " a\n", "\x00", "\xff",
	"{{Infobox|", "{{Infobox|a=", "{{Infobox x|a=<ref>b</ref>\n", "{{Infobox x}}", "{{plainlist|\n*", "|}", "\n|}", "{|\n|}\n", "<br", "<br>", "<b", "</", "<", "\r", "\r\n", "\n", " ", "a  b", "\t", "\u00a0", "a", "é",
	"{{DISPLAYTITLE:", "{{!}}", "{{yes}}", "{{unknown|a}}", "{{unknown", "{|\n|+\n", "{|\n!a!!b\n|c||d\n",
}

// wikitextClosing are what some of them are closed with.
var wikitextClosing = []string{"", "}}", "}}}", "]]", "</ref>", "</div>", "</span>", "</table>", "\n|}", "]", "</includeonly>", "</poem>"}

// wikitextGrow repeats markup to a size, and closes some of it.
func wikitextGrow(unit, end string, size int) []byte {
	n := size / (len(unit) + len(end))
	return []byte(strings.Repeat(unit, n) + strings.Repeat(end, n))
}

// TestWikitextHostile is done in seconds; with a parser that looks ahead, never.
func TestWikitextHostile(t *testing.T) {
	const size = 1 << 16
	w := wikitext.New(wikitext.Options{})
	for _, unit := range wikitextHostile {
		for _, end := range wikitextClosing {
			page := wikitextGrow(unit, end, size)
			if end != "" {
				if !strings.ContainsAny(unit, "{[<") {
					continue
				}
				page = wikitextGrow(unit, end, size/8)
			}
			d, err := w.Extract(t.Context(), &source.Source{Data: page})
			if err != nil {
				t.Fatal(err)
			}
			Validate(t, d)
		}
	}
}

// TestWikitextBombs are pages whose templates would write more than any memory holds.
func TestWikitextBombs(t *testing.T) {
	deep := strings.Repeat("{{double|", 50) + "bomb" + strings.Repeat("}}", 50)
	w := wikitext.New(wikitext.Options{Templates: wikitextArticles{
		"Template:Double": "{{{1}}}{{{1}}}",
		"Template:Again":  "{{again}}{{again}}",
		"Template:Wide":   strings.Repeat("{{{1}}}", 1000),
	}})
	for name, page := range map[string]string{
		"doubling": deep,
		"calls":    "{{again}}",
		"wide":     "{{wide|{{wide|{{wide|{{wide|bomb}}}}}}}}",
		"boxes":    "{{wide|{{wide|{{Infobox x|a={{wide|b}}}}}}}}",
		"notes":    "{{wide|{{wide|<ref>{{wide|b}}</ref>}}}}",
		"literal":  "{{wide|{{wide|<nowiki>" + strings.Repeat("b", 1<<16) + "</nowiki>}}}}",
	} {
		t.Run(name, func(t *testing.T) {
			d, err := w.Extract(t.Context(), &source.Source{Data: []byte(page)})
			if err != nil {
				t.Fatal(err)
			}
			size := 0
			for _, s := range wikitextProse(d) {
				size += len(s)
			}
			if size > 64<<20 {
				t.Errorf("%d bytes of text", size)
			}
		})
	}
}

// BenchmarkWikitextHostile shows what a page of nothing but one kind of markup costs.
func BenchmarkWikitextHostile(b *testing.B) {
	w := wikitext.New(wikitext.Options{})
	for _, unit := range wikitextHostile {
		b.Run(unit, func(b *testing.B) {
			src := &source.Source{Data: wikitextGrow(unit, "", 1<<20)}
			b.SetBytes(int64(len(src.Data)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := w.Extract(b.Context(), src); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

package extract_test

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// wikitextSeeds are pages that have a bit of everything.
var wikitextSeeds = []string{
	"{| class=x\n|+ cap\n! a !! b\n|-\n| c || rowspan=2 | d\n|}\n",
	"{|\n|\n{|\n| nested\n|}\n| {{Infobox x|k=[[v|w]]<ref>n</ref>}}\n|}",
	"<table><tr><td>a<th>b</table>", "== h ==\n* i\n*# j\n; k : l\n\n p '''b''' ''i''\n",
	"{{Infobox|title=t|label1=l|data1={{ubl|a|b}}}}text<ref name=a>r</ref><ref name=a />",
	"[[File:a.jpg|thumb|[[b]] c]] [http://a.b c] http://d.e. &amp;&nbsp;__TOC__",
	"<ul><li>a<li>b<ul><li>c</ul></ul><h2>d</h2><p>e</p><div style='display:none'>f</div>",
	"{{#if:{{{1|}}}|a|b}}{{#switch:x|x=y}}{{nts|12}}{{sort|{{nts|1}}}}", "\x01\x02\x00\xff{|\r\n|a\r|}",
	"[[ :]]0[[:|a]][[: b]]", "[[Fil:]][[Category: _]][[:File:]]", "{{Info|=0}}{{Infobox|a  b = c|a\nb=d|\x01=e}}", "{{{{{{a}}}|{{b|}}}}}", "10<sup>6</sup> {|\n| unclosed", "#REDIRECT [[x]]\n{{DISPLAYTITLE:''y''}}",
}

func FuzzWikitextExtract(f *testing.F) {
	for _, s := range wikitextSeeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, page string) { Validate(t, wikitextParse(t, page, nil)) })
}

// FuzzWikitextTable puts rows between the marks of a table: what is outside of it must
// never get into its cells, nor the cells out of it.
func FuzzWikitextTable(f *testing.F) {
	f.Add("| a || b\n|-\n| c")
	f.Add("! x\n|+ y\n\n| ''z\n* i")
	f.Add("|-\n|\n|\n||\n!! w")
	f.Fuzz(func(t *testing.T, rows string) {
		if strings.ContainsAny(rows, "{}<[&\x01\x02\x00\r") || strings.Contains(rows, "://") || !utf8.ValidString(rows) {
			return // what may hold markup together across lines
		}
		d := wikitextParse(t, "BEFORE\n{|\n| INSIDE\n"+rows+"\n|}\nAFTER", nil)
		Validate(t, d)
		if cells := strings.Join(wikitextCellTexts(d), " "); strings.Contains(cells, "BEFORE") || strings.Contains(cells, "AFTER") || !strings.Contains(cells, "INSIDE") {
			t.Errorf("%q: the cells are %q", rows, cells)
		}
		for _, text := range wikitextProse(d) {
			if strings.Contains(text, "INSIDE") {
				t.Errorf("%q: outside of the table is %q", rows, text)
			}
		}
	})
}

package preprocess

import (
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/extract/source"
)

func FuzzScan(f *testing.F) {
	for _, s := range []string{"{{a|b={{{c|d}}}}}", "{{{{a}}}}", "{{{{{a}}}}}", "[[{{a]]}}", "<!-- x --><ref>{{a|b}}</ref>", "\n<!--a-->\n{{a|[[b|c]]}}", "<noinclude>a</noinclude>{{<pre>}}</pre>}}"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		checkNodes(t, s, new(memory).scan(s, false), 0, len(s))
	})
}

// checkNodes checks that nodes follow one another or lie inside one another, and
// that their parts do, too.
func checkNodes(t *testing.T, s string, nodes []node, from, to int) {
	for i := 0; i < len(nodes); i += nodes[i].skip {
		n := &nodes[i]
		if n.start < from || n.end > to || n.start >= n.end || n.skip < 1 || i+n.skip > len(nodes) {
			t.Fatalf("%q: node %+v between %d and %d", s, *n, from, to)
		}
		for j := range n.parts {
			a, b := n.part(j)
			if eq := n.parts[j].eq; a > b || a < n.start || b > n.end || eq >= 0 && (eq < a || eq >= b) {
				t.Fatalf("%q: part %d of %+v", s, j, *n)
			}
		}
		checkNodes(t, s, nodes[i+1:i+n.skip], n.start, n.end)
		from = n.end
	}
}

func FuzzRun(f *testing.F) {
	for _, s := range []string{"a {{nts|5}} b", "{{Infobox x|a=b|c}}", "<ref name=a group='b'>{{cite web|title=x}}</ref>", "{{#switch:a|b|a=c}}", "{{#expr:1+2*(3 round 1)}}", "{{convert|5|ft|10|in}}",
		"{{Football box|date=1|team1=a}}\n{{Football box|date=2}} {{#row:a|b=c}}{{#row:a|b={{#row:a|b=d}}}}", "{{Medals table|gold_A=1|gold_B=2}}",
		"{{Episode table|overall=|episodes={{Episode list|Title=a}}}}", "{{hidden|a|\n{{{!}}\n{{!}} 1\n{{!}}}}}", "<tabber>|-|a=b</tabber>",
		"{|\n|a\n{{odd end}}\n{{end}}", "{{#split:a;b,c|,|;|{{{##1}}}{{{#}}}}} {{weather box|Jan high C=1}} {{decrease}} 5 {{x|name=a|b=c}}"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if strings.ContainsAny(s, "\x01\x02") {
			return // never in a page that was decoded
		}
		var notes source.Notes
		var r Result
		Run(&r, s, source.NewLines(s), Options{Title: "x"}, &notes)
		last := -1
		for _, o := range r.Origins {
			if o.At <= last || o.At > len(r.Text) || o.Source < 0 || o.Source > len(s) {
				t.Fatalf("%q: origin %+v after %d", s, o, last)
			}
			last = o.At
		}
		for text := r.Text; ; {
			i := strings.IndexByte(text, MarkBegin)
			if i < 0 {
				break
			}
			n, length, ok := MarkAt(text[i:])
			if !ok || n >= len(r.Strips) {
				t.Fatalf("%q: a marker that stands for nothing in %q", s, r.Text)
			}
			text = text[i+length:]
		}
	})
}

package preprocess

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/extract/source"
)

// TestCalls has pages and the calls that are kept of them.
func TestCalls(t *testing.T) {
	for page, want := range map[string]string{
		"{{storm|a|name= b |c=}}":                             "Storm 1=a name=b",
		"{{storm|{{gust|x}}|n={{gust|y}}}}":                   "Storm 1=x n=y; Gust 1=x; Gust 1=y",
		"{{convert|5|km|mi}}":                                 "Convert 1=5 2=km 3=mi",
		"{{navbox|list1=[[a]]}}":                              "Navbox list1=[[a]]",
		"{{#invoke:Winds|main|a|b=c}}":                        "#invoke:Winds 1=a b=c",
		"{{#if:x|{{storm|a}}|{{gust|b}}}}":                    "Storm 1=a",
		"{{#switch:{{storm|a}}|{{storm|a}}=1|2}}":             "Storm 1=a; Storm 1=a",
		"{{nowrap|{{storm|a}}}} {{small|x}}":                  "Storm 1=a",
		"<ref>{{storm|a}}</ref> {{cite web|title=t}}":         "Storm 1=a",
		"{{storm|1=a|2=b|a{{=}}b}}":                           "Storm 1=a 2=b 1=a=b",
		"{{Infobox storm|name=a|wind={{gust|9}}}}":            "Gust 1=9",
		"<nowiki>{{storm|a}}</nowiki> {{storm}} {{{1}}}":      "Storm",
		"{{reflist}} {{clear}} {{efn|{{storm|a}}}} {{sfn|b}}": "Storm 1=a",
		"x {{storm\n| a\n| {{{!}}\n{{!}} 1\n{{!}}}\n}}":       "Storm 1=a 2={|\n| 1\n|}",
	} {
		var r Result
		var notes source.Notes
		Run(&r, "Text. "+page, source.NewLines(page), Options{}, &notes)
		var calls []string
		for _, c := range r.Calls {
			s := c.Name
			for _, a := range c.Args {
				name := a.Name
				if a.Index > 0 {
					name = fmt.Sprint(a.Index)
				}
				s += " " + name + "=" + a.Value
			}
			calls = append(calls, s)
		}
		if got := strings.Join(calls, "; "); got != want {
			t.Errorf("%s has the calls\n%s\nwant\n%s", page, got, want)
		}
	}
}

// TestEveryArgument counts, over the pages of the corpus, the calls whose arguments
// are all kept: in Calls, in a box, or in text by a template that only changes how it
// looks. Citations are apart.
func TestEveryArgument(t *testing.T) {
	dir := os.Getenv("TIDYWIKI_CORPUS")
	if dir == "" {
		t.Skip("TIDYWIKI_CORPUS is not set: the real pages are not at hand")
	}
	file, err := os.Open(filepath.Join(dir, "wikitext", "pages.jsonl.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	unzipped, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(unzipped)
	lines.Buffer(nil, 64<<20)
	pages, calls, lost := 0, 0, 0
	for lines.Scan() {
		var page struct{ Title, Text, Lang string }
		if err := json.Unmarshal(lines.Bytes(), &page); err != nil {
			t.Fatal(err)
		}
		pages++
		n, missing := callsKept(page.Text, page.Title, page.Lang)
		calls += n
		lost += len(missing)
		for _, m := range missing[:min(len(missing), 2)] {
			t.Errorf("%s: %s", page.Title, m)
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d pages: the arguments of %d of %d calls are kept", pages, calls-lost, calls)
	if calls < 10000 {
		t.Errorf("only %d calls", calls)
	}
}

// callsKept counts the calls of a page that have arguments, and lists those of which
// one is kept nowhere.
func callsKept(text, title, language string) (calls int, missing []string) {
	var r Result
	var notes source.Notes
	Run(&r, text, source.NewLines(text), Options{Title: title, Language: language}, &notes)
	for _, n := range notes.Sorted() {
		if n.Code == "expansion_limit" {
			return 0, nil // the page has a finding
		}
	}
	kept := map[source.Span]bool{}
	keep := func(c *Call) {
		for _, a := range c.Args {
			kept[a.Source] = true
		}
	}
	for i := range r.Calls {
		keep(&r.Calls[i])
	}
	for i := range r.Strips {
		if box := r.Strips[i].Box; box != nil {
			keep(box)
		}
	}
	nodes := new(memory).scan(text, false)
	for i := range nodes {
		n := &nodes[i]
		if n.kind != templateNode || len(n.parts) < 2 {
			continue
		}
		from, to := n.part(0)
		name := strings.TrimSpace(text[from:to])
		target := newTarget(name)
		if strings.ContainsAny(name, "{}<:") || target.title == "" || target.apart {
			continue // a function, a name that a template makes, or text
		}
		calls++
		for p := 1; p < len(n.parts); p++ {
			from, to := n.part(p)
			for from < to && isSpace(text[from]) {
				from++
			}
			value := text[from:to]
			if eq := n.parts[p].eq; eq >= from && eq < to {
				value = text[eq+1 : to]
			}
			if strings.IndexFunc(value, isWordRune) >= 0 && !strings.ContainsAny(value, "<{") && !kept[source.Span{Start: from, End: to}] {
				missing = append(missing, text[n.start:min(n.end, n.start+200)])
				break
			}
		}
	}
	return calls, missing
}

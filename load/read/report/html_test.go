package report

import (
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// tree parses a page and returns its elements in their order.
func tree(t testing.TB, page string) []*html.Node {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var all []*html.Node
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode {
			all = append(all, n)
		}
	}
	return all
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func within(n *html.Node, tag string) *html.Node {
	for p := n.Parent; p != nil; p = p.Parent {
		if p.Data == tag {
			return p
		}
	}
	return nil
}

func has(n *html.Node, tag string) bool {
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && c.Data == tag {
			return true
		}
	}
	return false
}

// checkPage checks what holds for every page: it loads nothing, all links within it
// lead somewhere, and those who do not see it can find their way.
func checkPage(t testing.TB, page string) {
	t.Helper()
	nodes := tree(t, page)
	ids, count := map[string]bool{}, map[string]int{}
	for _, n := range nodes {
		if within(n, "svg") == nil {
			count[n.Data]++
		}
		if id := attr(n, "id"); id != "" {
			if ids[id] {
				t.Errorf("two elements have the id %q", id)
			}
			ids[id] = true
		}
	}
	for _, tag := range []string{"h1", "main", "nav", "header", "footer", "title"} {
		if count[tag] != 1 {
			t.Errorf("%d elements %s", count[tag], tag)
		}
	}
	level := 0
	for _, n := range nodes {
		checkLoads(t, n)
		checkNames(t, n, ids)
		if len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6' {
			next := int(n.Data[1] - '0')
			if next > level+1 {
				t.Errorf("h%d after h%d", next, level)
			}
			level = next
		}
	}
}

var remote = regexp.MustCompile(`(?i)(url\(['"]?[a-z]+:|@import|expression\()`)

// checkLoads checks that an element loads and runs nothing.
func checkLoads(t testing.TB, n *html.Node) {
	t.Helper()
	switch n.Data {
	case "script", "iframe", "object", "embed", "base", "form", "img", "image", "audio", "video", "foreignobject":
		t.Errorf("element %s", n.Data)
	case "link":
		if attr(n, "href") != "data:," {
			t.Errorf("link to %s", attr(n, "href"))
		}
	case "style":
		if remote.MatchString(n.FirstChild.Data) {
			t.Errorf("the style loads %s", remote.FindString(n.FirstChild.Data))
		}
	case "use":
		if !strings.HasPrefix(attr(n, "href"), "#") {
			t.Errorf("use of %s", attr(n, "href"))
		}
	}
	for _, a := range n.Attr {
		if strings.HasPrefix(a.Key, "on") || a.Key == "src" || a.Key == "srcset" || strings.HasPrefix(strings.ToLower(a.Val), "javascript:") {
			t.Errorf("attribute %s=%q of %s", a.Key, a.Val, n.Data)
		}
	}
}

// checkNames checks that an element can be known without being seen.
func checkNames(t testing.TB, n *html.Node, ids map[string]bool) {
	t.Helper()
	if to, local := strings.CutPrefix(attr(n, "href"), "#"); local && !ids[to] {
		t.Errorf("%s leads to #%s, which is nowhere", n.Data, to)
	}
	if by := attr(n, "aria-labelledby"); by != "" && !ids[by] {
		t.Errorf("%s is labelled by #%s, which is nowhere", n.Data, by)
	}
	switch n.Data {
	case "table":
		if !has(n, "caption") || !has(n, "th") {
			t.Error("a table without caption or headers")
		}
	case "th":
		if s := attr(n, "scope"); s != "col" && s != "row" && s != "rowgroup" {
			t.Errorf("a header with the scope %q", s)
		}
	case "svg":
		if attr(n, "aria-hidden") != "true" && (attr(n, "role") != "img" || attr(n, "aria-label") == "") && within(n, "svg") == nil {
			t.Error("a picture that has neither a name nor is passed over")
		}
	case "input":
		if within(n, "label") == nil || within(n, "fieldset") == nil {
			t.Error("an input without label and legend")
		}
	case "nav":
		if attr(n, "aria-label") == "" {
			t.Error("a nav without name")
		}
	case "section":
		if attr(n, "aria-labelledby") == "" {
			t.Error("a section without name")
		}
	}
}

func TestPage(t *testing.T) {
	page := written(t, makeReport(t, assembly(t), Options{}))
	checkPage(t, page)
	for _, want := range []string{
		"<title>Report: Votes of &lt;script&gt;</title>", "Motions &lt;b&gt;", `href="data%20&amp;%20sets/data/motions.csv"`,
		`href="data%20&amp;%20sets/data/all%20of%20it.xlsx"`, `href="https://wiki.example/First"`, "CC0-1.0", "<td>77</td>",
		`<a href="https://opensource.org/license/mit" rel="noreferrer">MIT</a>`, "1 row does not agree", "Each mark is about 20",
		`id="show-error"`, `<th scope="rowgroup" colspan="5" dir="auto">Second page</th>`, "1 row without numbers is left out",
		"<mark>52</mark>", "&#43;0.0034", "−2",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page has no %s", want)
		}
	}
	for _, not := range []string{"<script", "ZgotmplZ", "<b>Motions", "NaN", "%!", `width="-`} {
		if strings.Contains(page, not) {
			t.Errorf("the page has %s", not)
		}
	}
}

// A page within the dataset, and one elsewhere, lead to the same files.
func TestLinks(t *testing.T) {
	dir := assembly(t)
	for link, want := range map[string]string{"": "data%20&amp;%20sets/data/motions.csv", ".": `"./data/motions.csv`, "../../a b/c": `"../../a%20b/c/data/motions.csv`} {
		if page := written(t, makeReport(t, dir, Options{Link: link})); !strings.Contains(page, want) {
			t.Errorf("link %q: no %s", link, want)
		}
	}
}

// What a dataset says is text, whatever it looks like.
func TestHostile(t *testing.T) {
	const evil = `\"><script>alert(1)</script><img src=x onerror=alert(1)>`
	dir := folder(t, map[string]string{
		"datapackage.json": `{"title": "` + evil + `", "description": "` + evil + `", "homepage": "javascript:alert(1)", "generator": "tidywiki",
			"licenses": [{"name": "` + evil + `", "path": "javascript:alert(1)"}], "keywords": ["` + evil + `"], "sources": [{"title": "` + evil + `", "path": "javascript:alert(1)"}],
			"resources": [{"path": "javascript:alert(1).csv", "schema": {"fields": [{"name": "` + evil + `", "type": "` + evil + `", "unit": "` + evil + `", "description": "` + evil + `"}]},
				"title": "` + evil + `", "charts": [{"kind": "bar", "category": "` + evil + `", "series": ["` + evil + `"], "title": "` + evil + `"}]}]}`,
		"javascript:alert(1).csv": "\"" + strings.ReplaceAll(strings.ReplaceAll(evil, `\`, ""), `"`, `""`) + "\"\n\u0000\u0007<b>\n",
	})
	page := written(t, makeReport(t, dir, Options{}))
	checkPage(t, page)
	if strings.Contains(page, "<script") || strings.Contains(page, "\x07") {
		t.Error("the page has what the dataset wrote")
	}
	for _, n := range tree(t, page) {
		if strings.HasPrefix(attr(n, "href"), "javascript:") {
			t.Error("a link runs a script")
		}
	}
}

func TestEmpty(t *testing.T) {
	for name, files := range map[string]map[string]string{
		"no tables": {"datapackage.json": `{}`},
		"no rows":   {"datapackage.json": `{"resources": [` + resource("a.csv", `"charts": [{"kind": "bar", "category": "x", "series": ["x"]}],`, "x:integer") + `]}`, "a.csv": "x\n"},
		"no values": {"datapackage.json": `{"resources": [` + resource("a.csv", `"charts": [{"kind": "rates", "category": "x", "series": []}],`, "x:integer", "y:date") + `]}`, "a.csv": "x,y\n,\n,\n"},
		"no findings": {"datapackage.json": `{"generator": "tidywiki", "resources": [` + resource("data/findings.csv", "", "severity:string", "code:string") + `]}`,
			"data/findings.csv": "severity,code\n"},
	} {
		t.Run(name, func(t *testing.T) {
			checkPage(t, written(t, makeReport(t, folder(t, files), Options{})))
		})
	}
}

package tidy_test

import (
	"context"
	"testing"

	"github.com/tidywiki/tidywiki/extract/html"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform/tidy"
)

// rolesOf returns the roles of the tables of a rendered page.
func rolesOf(t *testing.T, page string) []string {
	t.Helper()
	doc, err := html.New(html.Options{}).Extract(context.Background(), &source.Source{Name: "p.html", Data: []byte(page)})
	if err != nil {
		t.Fatal(err)
	}
	p, err := tidy.Tables{}.Apply(context.Background(), tidy.NewPage(doc))
	if err != nil {
		t.Fatal(err)
	}
	var roles []string
	for _, s := range p.Sheets {
		roles = append(roles, s.Role)
	}
	return roles
}

func TestRoles(t *testing.T) {
	const img = `<img src="//x.example/A.png" width=90>`
	for _, c := range []struct{ name, page, want string }{
		{"headers and records", `<table><tr><th>A<th>B<tr><td>1<td>2</table>`, "data"},
		{"records of a data table without headers", `<table class="wikitable"><tr><td>Rhine<td>1233<tr><td>Elbe<td>1094</table>`, "data"},
		{"legend by its title", `<table class="wikitable"><tr><th colspan=2>Legend<tr><td style="background:red"><td>Lost<tr><td style="background:green"><td>Won</table>`, "legend"},
		{"legend by its heading", `<h2>Key</h2><table><tr><td>†<td>Champions<tr><td>*<td>Runners-up</table>`, "legend"},
		{"legend in Russian", `<h2>Легенда</h2><table><tr><td>К<td>красный<tr><td>С<td>синий</table>`, "legend"},
		{"colors and what they mean", `<table><tr><td style="background:red"><td>Lost<tr><td style="background:green"><td>Won</table>`, "legend"},
		{"headers below a heading Key", `<h2>Key</h2><table class="wikitable"><tr><th>Code<th>Country<tr><td>DE<td>Germany<tr><td>FR<td>France</table>`, "data"},
		{"figures below a heading Key", `<h2>Key</h2><table><tr><td>1<td>5<tr><td>2<td>7</table>`, "data"},
		{"pictures and captions", `<table><tr><td>` + img + `<td>` + img + `<tr><td>Town hall<td>Castle</table>`, "gallery"},
		{"flags beside names", `<table><tr><td>` + img + `<td>Ann<td>` + img + ` Norland<tr><td>` + img + `<td>Bo<td>` + img + ` Sudland<tr><td>` + img + `<td>Cy<td>` + img + ` Norland</table>`, "data"},
		{"pictures under headers", `<table><tr><th>Flag<th>Name<tr><td>` + img + `<td>Norland<tr><td>` + img + `<td>Sudland</table>`, "data"},
		{"lists of links", `<table><tr><td><a href="/wiki/A">Ann Arbor</a> <a href="/wiki/B">Berlin</a> <a href="/wiki/C">Cork</a><td><a href="/wiki/D">Dover</a> <a href="/wiki/E">Essen</a> <a href="/wiki/F">Faro</a></table>`, "navigation"},
		{"running text side by side", `<table><tr><td><ul><li>one<li>two<li>three</ul><td><ul><li>four<li>five<li>six</ul></table>`, "layout"},
		{"a title over labels and values", `<table><tr><th colspan=2>Rhine<tr><th>Length<td>1233<tr><th>Mouth<td>Sea<tr><th>Country<td>Seven<tr><th>Source<td>Alps</table>`, "infobox"},
		{"labels and two values", `<table><tr><th colspan=3>Rivers<tr><th>Length<td>1233<td>5<tr><th>Mouth<td>Sea<td>Bay<tr><th>Country<td>Seven<td>One<tr><th>Source<td>Alps<td>Hill</table>`, "data"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := rolesOf(t, c.page); len(got) != 1 || got[0] != c.want {
				t.Errorf("got %v, want %s", got, c.want)
			}
		})
	}
}

func TestRoleOfATableThatHoldsAnother(t *testing.T) {
	got := rolesOf(t, `<table><tr><td><table class="wikitable"><tr><th>A<th>B<tr><td>1<td>2</table><td>beside it</table>`)
	if len(got) != 2 || got[0] != "layout" || got[1] != "data" {
		t.Errorf("got %v", got)
	}
}

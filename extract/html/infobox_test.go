package html

import (
	"context"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
)

// pairsOf shows the pairs of the boxes of a page, and "table" for each table.
func pairsOf(t *testing.T, page string) []string {
	t.Helper()
	doc, err := New(Options{}).Extract(context.Background(), &source.Source{Data: []byte(page)})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	doc.Walk(func(_ *document.Section, b document.Block) {
		switch b := b.(type) {
		case *document.Table:
			out = append(out, "table")
		case *document.Infobox:
			for _, p := range b.Pairs {
				out = append(out, strings.Join([]string{p.Group, p.Key, p.Label, p.Text.Plain}, "|"))
			}
		}
	})
	return out
}

func TestInfoboxParts(t *testing.T) {
	for _, c := range []struct{ name, rows, want string }{
		{"below a heading", `<tr><th colspan=2>Area<tr><th>• Total<td>5 km<tr><th> • Water<td>1 km`,
			"Area|Total|Area / Total|5 km, Area|Water|Area / Water|1 km"},
		{"a label ends the parts of a heading", `<tr><th colspan=2>Area<tr><th>• Total<td>5 km<tr><th>Website<td>x.example`,
			"Area|Total|Area / Total|5 km, |Website||x.example"},
		{"below a label", `<tr><th colspan=2>People<tr><th>Population<td>80<tr><th>• Density<td>4<tr><th>Demonym<td>Xan`,
			"People|Population||80, Population|Density|Population / Density|4, People|Demonym||Xan"},
		{"no heading, no label", `<tr><th>• Total<td>5 km`, "|Total||5 km"},

		{"a heading of other labels", `<tr><th colspan=2>Career<tr><th>Team<td>A<tr><th>Points<td>3`, "Career|Team||A, Career|Points||3"},
		{"a bullet inside", `<tr><th colspan=2>Area<tr><th>Land • Water<td>5`, "Area|Land • Water||5"},
		{"nothing but a bullet", `<tr><th>•<td>5`, "|•||5"},
	} {
		t.Run(c.name, func(t *testing.T) {
			page := `<table class="infobox"><tr><th colspan=2>Title` + c.rows + `</table>`
			if got := strings.Join(pairsOf(t, page), ", "); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestInfoboxThatIsCalledATable(t *testing.T) {
	const rows = `<tr><th colspan=2>Helium<tr><td>Symbol<td>He<tr><td>Number<td>2<tr><td>Group<td>18`
	for _, c := range []struct{ name, page, want string }{
		{"labels and values", `<table class="infobox wikitable">` + rows + `</table>`, "|Symbol||He, |Number||2, |Group||18"},
		{"shares below a title", `<table class="wikitable infobox"><tr><th colspan=2>People<tr><td>A<td>91 %<tr><td>B<td>5 %<tr><td>C<td>4 %</table>`, "table"},
		{"a column of three", `<table class="infobox wikitable"><tr><th>A<th>B<th>C<tr><td>1<td>2<td>3<tr><td>4<td>5<td>6</table>`, "table"},
		{"two columns with headers", `<table class="infobox wikitable"><tr><th>A<th>B<tr><td>1<td>2<tr><td>4<td>5</table>`, "table"},
		{"not an infobox", `<table class="wikitable">` + rows + `</table>`, "table"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(pairsOf(t, c.page), ", "); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

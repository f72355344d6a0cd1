package collection

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/google/go-cmp/cmp"

	"github.com/tidywiki/tidywiki/extract/plain"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform"
	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/page"
	"github.com/tidywiki/tidywiki/transform/tidy"
)

// pageOf is a page of the plain dialect after the steps of package tidy.
func pageOf(t testing.TB, name, text string) *page.Page {
	t.Helper()
	doc, err := plain.New(plain.Options{}).Extract(context.Background(), &source.Source{Name: name + ".txt", Data: []byte(text)})
	if err != nil {
		t.Fatal(err)
	}
	p := tidy.NewPage(doc)
	for _, step := range []transform.Step{tidy.Outline{}, tidy.Infobox{}, tidy.Tables{}} {
		if p, err = step.Apply(context.Background(), p); err != nil {
			t.Fatal(err)
		}
	}
	return p
}

// made is what a gatherer writes, as text: the rows of each collection below its name
// and fields, how each table matched, and the codes of findings.
type made struct {
	text  strings.Builder
	last  bool // the last piece was the last of its collection
	count int
	notes []source.Note
}

func gather(t testing.TB, pages []*page.Page) *made {
	t.Helper()
	g := New()
	defer g.Close()
	for _, p := range pages {
		if err := g.Add(p); err != nil {
			t.Fatal(err)
		}
	}
	m := &made{last: true}
	var err error
	m.count, err = g.Write(Sink{Table: m.table, Noted: func(n source.Note) { m.notes = append(m.notes, n) }})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func (m *made) table(t *dataset.Table) error {
	switch {
	case t.Name == "findings":
		show(&m.text, t, "page_id", "code", "severity", "table", "field", "observed", "expected")
	case t.Name == "collections":
		show(&m.text, t, "page_id", "collection", "table", "columns", "rows", "how")
	default:
		if m.last {
			fmt.Fprintf(&m.text, "%s:", t.Name)
			for _, f := range t.Schema.Fields {
				fmt.Fprintf(&m.text, " %s", f.Name)
				if f.Type != dataset.String {
					fmt.Fprintf(&m.text, ":%s", f.Type)
				}
				if f.Unit != "" {
					fmt.Fprintf(&m.text, "[%s]", f.Unit)
				}
			}
			m.text.WriteByte('\n')
		}
		m.last = t.Last
		var names []string
		for _, f := range t.Schema.Fields {
			if f.Name != "page_title" && f.Name != "line" {
				names = append(names, f.Name)
			}
		}
		show(&m.text, t, names...)
	}
	return nil
}

// show writes some columns of a table, one row per line, "~" for null.
func show(b *strings.Builder, t *dataset.Table, columns ...string) {
	for i := range t.NumRows() {
		for k, name := range columns {
			if k > 0 {
				b.WriteString(" | ")
			}
			switch v := t.Column(name).Value(i).(type) {
			case nil:
				b.WriteString("~")
			case arrow.Date32:
				b.WriteString(v.FormattedString())
			default:
				f := t.Schema.Index(name)
				b.Write(dataset.AppendText(nil, &t.Schema.Fields[f], t.Record.Column(f), i))
			}
		}
		b.WriteByte('\n')
	}
}

func TestCollections(t *testing.T) {
	tests := []struct {
		name  string
		pages []string
		want  string
	}{
		{"the same columns in another order", []string{
			"= A =\n== Clubs ==\n| Club | Points |\n| Reds | 31 |\n| Blues | 29 |",
			"= B =\n== Clubs ==\n| Points | Club |\n| 7 | Greens |"}, `
collections/clubs: page_id page_title table:integer section caption club points:integer line:integer
a | 1 | Clubs | ~ | Reds | 31
a | 1 | Clubs | ~ | Blues | 29
b | 1 | Clubs | ~ | Greens | 7
a | clubs | 1 | 2 | 2 | same headers
b | clubs | 1 | 2 | 1 | same headers
`},
		{"six in ten", []string{
			"= A =\n== Clubs ==\n| Club | Points | Won | Lost |\n| Reds | 31 | 9 | 2 |\n| Reds | 30 | 9 | 3 |",
			"= B =\n== Clubs ==\n| Club | Points | Won | Coach |\n| Greens | 7 | 2 | Ann |"}, `
collections/clubs: page_id page_title table:integer section caption club points:integer won:integer coach lost:integer line:integer
a | 1 | Clubs | ~ | Reds | 31 | 9 | ~ | 2
a | 1 | Clubs | ~ | Reds | 30 | 9 | ~ | 3
b | 1 | Clubs | ~ | Greens | 7 | 2 | Ann | ~
b | collection_match | warning | 1 | clubs | coach | lost
a | clubs | 1 | 4 | 2 | same headers
b | clubs | 1 | 4 | 1 | 3 of 5 columns in common; lacks lost; adds coach
`},
		{"five in ten are not", []string{
			"= A =\n| Club | Points | Won |\n| Reds | 31 | 9 |", "= B =\n| Club | Points | Won |\n| Reds | 31 | 9 |",
			"= C =\n| Club | Points | Coach |\n| Greens | 7 | Ann |"}, `
collections/club-points-won: page_id page_title table:integer section caption club points:integer won:integer line:integer
a | 1 | ~ | ~ | Reds | 31 | 9
b | 1 | ~ | ~ | Reds | 31 | 9
c | collection_left_out | info | 1 | club-points-won | club, coach, points | club, points, won
a | club-points-won | 1 | 3 | 1 | same headers
b | club-points-won | 1 | 3 | 1 | same headers
`},
		{"types at odds", []string{
			"= A =\n| Club | Points | Won | Last |\n| Reds | 31 | 9 | 2 May 2001 |", "= B =\n| Club | Points | Won | Last |\n| Reds | 31 | 9 | 3 May 2002 |",
			"= C =\n| Club | Points | Last |\n| Greens | 7 | 12 |"}, `
collections/club-points-won: page_id page_title table:integer section caption club points:integer won:integer last:date line:integer
a | 1 | ~ | ~ | Reds | 31 | 9 | 2001-05-02
b | 1 | ~ | ~ | Reds | 31 | 9 | 2002-05-03
c | collection_left_out | info | 1 | club-points-won | club, last, points | club, last, points, won
a | club-points-won | 1 | 4 | 1 | same headers
b | club-points-won | 1 | 4 | 1 | same headers
`},
		{"text and numbers keep the words of the page", []string{
			"= A =\n| Club | Crowd |\n| Reds | 1,234 |\n| Blues | — |", "= B =\n| Club | Crowd |\n| Reds | 1,500 |",
			"= C =\n| Club | Crowd |\n| Reds | a few |"}, `
collections/club-crowd: page_id page_title table:integer section caption club crowd crowd_value:integer line:integer
a | 1 | ~ | ~ | Reds | 1,234 | 1234
a | 1 | ~ | ~ | Blues | — | ~
b | 1 | ~ | ~ | Reds | 1,500 | 1500
c | 1 | ~ | ~ | Reds | a few | ~
c | collection_type | warning | 1 | crowd | string | integer
a | club-crowd | 1 | 2 | 2 | same headers
b | club-crowd | 1 | 2 | 1 | same headers
c | club-crowd | 1 | 2 | 1 | same headers
`},
		{"numbers of all kinds", []string{
			"= A =\n| Name | Rate | Sum | Opened |\n| x | 2 | 1 | 1990 |", "= B =\n| Name | Rate | Sum | Opened |\n| x | 0.5 | 0.1 | 12345 |",
			"= C =\n| Name | Rate | Sum | Opened |\n| x | — | 123456789012345678.5 | 7 |"}, `
collections/name-rate-sum: page_id page_title table:integer section caption name rate:number sum:decimal opened:integer line:integer
a | 1 | ~ | ~ | x | 2 | 1.0 | 1990
b | 1 | ~ | ~ | x | 0.5 | 0.1 | 12345
c | 1 | ~ | ~ | x | ~ | 123456789012345678.5 | 7
a | name-rate-sum | 1 | 4 | 1 | same headers
b | name-rate-sum | 1 | 4 | 1 | same headers
c | name-rate-sum | 1 | 4 | 1 | same headers
`},
		{"days, years and parts of dates", []string{
			"= A =\n| Name | Date |\n| x | 2 May 2001 |", "= B =\n| Name | Date |\n| x | May 2001 |\n| y | 3 May 2001 |"}, `
collections/name-date: page_id page_title table:integer section caption name date date_start:date date_end:date line:integer
a | 1 | ~ | ~ | x | 2001-05-02 | 2001-05-02 | 2001-05-02
b | 1 | ~ | ~ | x | 2001-05 | 2001-05-01 | 2001-05-31
b | 1 | ~ | ~ | y | 2001-05-03 | 2001-05-03 | 2001-05-03
a | name-date | 1 | 2 | 1 | same headers
b | name-date | 1 | 2 | 2 | same headers
`},
		{"units", []string{
			"= A =\n| Name | Area (km²) |\n| x | 20 |", "= B =\n| Name | Area (km²) |\n| x | 30 |", "= C =\n| Name | Area (ha) |\n| x | 40 |"}, `
collections/name-area: page_id page_title table:integer section caption name area:integer area_unit line:integer
a | 1 | ~ | ~ | x | 20 | km2
b | 1 | ~ | ~ | x | 30 | km2
c | 1 | ~ | ~ | x | 40 | har
c | collection_unit | warning | 1 | area | har | km2
a | name-area | 1 | 2 | 1 | same headers
b | name-area | 1 | 2 | 1 | same headers
c | name-area | 1 | 2 | 1 | same headers
`},
		{"the year that tables are about, and columns named as those in front", []string{
			"= A =\n== In 1998 ==\n| Table | Section |\n| x | 5 |", "= B =\n== In 1999 ==\n| Table | Section |\n| y | 6 |"}, `
collections/in: page_id page_title table:integer section caption year:year table_2 section_2:integer line:integer
a | 1 | In 1998 | ~ | 1998 | x | 5
b | 1 | In 1999 | ~ | 1999 | y | 6
a | in | 1 | 2 | 1 | same headers
b | in | 1 | 2 | 1 | same headers
`},
		{"totals keep their kind", []string{
			"= A =\n| Region | Votes |\n| North | 30 |\n| South | 12 |\n| Total | 42 |", "= B =\n| Region | Votes |\n| West | 6 |"}, `
collections/region-votes: page_id page_title table:integer section caption region votes:integer row_kind line:integer
a | 1 | ~ | ~ | North | 30 | data
a | 1 | ~ | ~ | South | 12 | data
a | 1 | ~ | ~ | Total | 42 | total
b | 1 | ~ | ~ | West | 6 | data
a | region-votes | 1 | 2 | 3 | same headers
b | region-votes | 1 | 2 | 1 | same headers
`},
		{"the title of a block is not the column Title", []string{
			"= A =\n| First | | Second | |\n| Title | Year | Title | Year |\n| x | 1990 | y | 1991 |\n| z | 1992 | w | 1993 |", "= B =\n| Title | Year |\n| v | 1994 |\n| u | 1995 |"}, `
collections/title-year: page_id page_title table:integer section caption title_2 title year:year line:integer
a | 1 | ~ | ~ | First | x | 1990
a | 1 | ~ | ~ | First | z | 1992
a | 1 | ~ | ~ | Second | y | 1991
a | 1 | ~ | ~ | Second | w | 1993
b | 1 | ~ | ~ | ~ | v | 1994
b | 1 | ~ | ~ | ~ | u | 1995
a | title-year | 1 | 2 | 4 | same headers
b | title-year | 1 | 2 | 2 | same headers
`},
		{"one page", []string{"= A =\n| Club | Points |\n| Reds | 31 |"}, "\n"},
		{"like tables of one page only", []string{
			"= A =\n| Club | Points |\n| Reds | 31 |\n\ntext\n\n| Club | Points |\n| Reds | 30 |", "= B =\n| River | Length |\n| Rhine | 1233 |"}, "\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var pages []*page.Page
			for i, text := range tt.pages {
				pages = append(pages, pageOf(t, string(rune('a'+i)), text))
			}
			m := gather(t, pages)
			if d := cmp.Diff(tt.want, "\n"+m.text.String()); d != "" {
				t.Error(d)
			}
			if !m.last {
				t.Error("a collection has no last piece")
			}
		})
	}
}

// TestPagesWithout: a page without a table that nearly all others have is found.
func TestPagesWithout(t *testing.T) {
	var pages []*page.Page
	for i := range 6 {
		text := fmt.Sprintf("= Season %d =\n== Results ==\n| Club | Points |\n| Reds | %d |", i, i)
		if i == 3 {
			text = "= Season 3 =\nReds had 3 points."
		}
		pages = append(pages, pageOf(t, "x", text))
	}
	m := gather(t, pages)
	if len(m.notes) != 1 || m.notes[0].Code != "collection_no_table" || m.notes[0].Field != "results" || m.count != 1 {
		t.Errorf("%d collections, %v", m.count, m.notes)
	}
	if m := gather(t, pages[:4]); len(m.notes) != 0 { // three pages of four are few
		t.Errorf("%v", m.notes)
	}
}

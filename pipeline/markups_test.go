package pipeline

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform/page"
)

// leagues is one page in three markups.
var leagues = map[string]string{
	"league.txt": `= River league =
Infobox league
- Founded: 1998
- Length: 1,233 km

The league has 3 clubs.
== Clubs ==
| Club | Founded | Budget | Won |
| Rhine | 12 May 1998 | 1,200.50 | 75% |
| Elbe | 1 June 2001 | 980.25 | 12.5% |
| Oder | 30 March 2004 | – | 8% |
== Events ==
- Rhine won in 2012.
- Elbe moved.
`,
	"league.wiki": `{{Infobox league
| Founded = 1998
| Length = {{cvt|1233|km}}
}}
The '''league''' has [[3]] clubs.<ref>Yearbook</ref>
== Clubs ==
{| class="wikitable"
! Club !! Founded !! Budget !! Won
|-
| [[Rhine]] || 12 May 1998 || 1,200.50 || 75%
|-
| [[Elbe (river)|Elbe]] || 1 June 2001 || {{nts|980.25}} || 12.5%
|-
| Oder || 30 March 2004 || – || 8%<ref>Estimate</ref>
|}
== Events ==
* Rhine won in [[2012]].
* Elbe moved.
`,
	"league.html": `<!DOCTYPE html><title>River league - A wiki</title><nav><table><tr><td>no</table></nav>
<h1 id="firstHeading">River league</h1><div class="mw-parser-output">
<table class="infobox"><tr><th>Founded<td>1998<tr><th>Length<td>1,233&nbsp;km</table>
<p>The <b>league</b> has <a href="/wiki/3">3</a> clubs.<sup class="reference"><a href="#n1">[1]</a></sup></p>
<h2>Clubs<span class="mw-editsection">[edit]</span></h2>
<table class="wikitable"><thead><tr><th>Club<th>Founded<th>Budget<th>Won<tbody>
<tr><td><a href="/wiki/Rhine">Rhine</a><td>12 May 1998<td>1,200.50<td>75%
<tr><td><a href="/wiki/Elbe_(river)">Elbe</a><td><span class="nowrap">1 June</span> 2001<td data-sort-value="980.25">980.25<td>12.5%
<tr><td>Oder<td>30 March 2004<td>–<td>8%<sup class="reference"><a href="#n2">[2]</a></sup></table>
<h2>Events</h2><ul><li>Rhine won in 2012.<li>Elbe moved.</ul>
<ol class="references"><li id="n1">Yearbook<li id="n2">Estimate</ol></div>`,
}

// markupTables are the tables that a page must give in any markup.
var markupTables = []string{"infobox", "paragraphs", "items", "quantities"}

// TestMarkupsAgree: a page gives the same tables in three markups, but for the lines.
func TestMarkupsAgree(t *testing.T) {
	texts := map[string][]byte{}
	for name, text := range leagues {
		texts[name] = []byte(text)
	}
	agree(t, "River league", texts, "league.txt", append(markupTables, "tables/river-league/01-clubs"))
}

// TestSeedMarkupsAgree: so does the seed page, for the tables of its recipe.
func TestSeedMarkupsAgree(t *testing.T) {
	corpus := os.Getenv("TIDYWIKI_CORPUS")
	if corpus == "" {
		t.Skip("TIDYWIKI_CORPUS is not set: the page in other markups is not at hand")
	}
	const plain = "first-session-12th-npc.txt"
	texts := map[string][]byte{}
	for _, name := range []string{plain, "reconstructed.wiki", "reconstructed.html"} {
		data, err := os.ReadFile(filepath.Join(corpus, "seed", name))
		if err != nil {
			t.Fatal(err)
		}
		texts[name] = data
	}
	agree(t, "First session of the 12th National People's Congress", texts, plain,
		[]string{"sessions", "elections", "contests", "resolutions", "officeholders", "events", "items", "changes",
			"tables/first-session-of-the-12th-national-peoples-congress/01-state-positions",
			"tables/first-session-of-the-12th-national-peoples-congress/02-resolutions"})
}

// agree compares tables of pages with those of the first.
func agree(t *testing.T, title string, pages map[string][]byte, first string, tables []string) {
	t.Helper()
	want := converted(t, &source.Source{Name: first, Title: title, Data: pages[first]})
	for name, data := range pages {
		if name == first {
			continue
		}
		got := converted(t, &source.Source{Name: name, Title: title, Data: data})
		for _, table := range tables {
			w, g := rowsOf(t, want, table), rowsOf(t, got, table)
			if len(w) == 0 {
				t.Fatalf("%s has no table %s", first, table)
			}
			if diff := cmp.Diff(w, g); diff != "" {
				t.Errorf("%s: %s is not that of %s (-plain +this)\n%s", name, table, first, diff)
			}
		}
	}
}

func converted(t *testing.T, src *source.Source) *page.Page {
	t.Helper()
	c, err := NewConverter(Plan{})
	if err != nil {
		t.Fatal(err)
	}
	p, err := c.Page(t.Context(), src)
	if err != nil {
		t.Fatal(err)
	}
	return p.WithFindings()
}

// unlike are columns that belong to the markup and not to the page.
var unlike = []string{"line", "template", "ordinal", "key", "marker", "paragraph", "image_width"}

// rowsOf writes the rows of a table, without the columns that no two markups share.
func rowsOf(t *testing.T, d *page.Page, name string) (rows []string) {
	t.Helper()
	table := d.Table(name)
	if table == nil {
		return nil
	}
	for r := range table.NumRows() {
		var values []string
		for i := range table.Schema.Fields {
			field := table.Schema.Fields[i].Name
			if column := table.ColumnAt(i); !slices.Contains(unlike, field) && !column.Null(r) {
				values = append(values, fmt.Sprint(field, "=", column.Value(r)))
			}
		}
		rows = append(rows, strings.Join(values, " "))
	}
	return rows
}

package tidy

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/page"
)

const seedPage = "../../testdata/pages/first-session-12th-npc.txt"

func seed(t testing.TB) *page.Page {
	t.Helper()
	data, err := os.ReadFile(seedPage)
	if err != nil {
		t.Fatal(err)
	}
	return convertSource(t, &source.Source{Name: filepath.Base(seedPage), Data: data})
}

// gold reads a table of the corpus as maps from column to value.
func gold(t *testing.T, name string) []map[string]string {
	t.Helper()
	corpus := os.Getenv("TIDYWIKI_CORPUS")
	if corpus == "" {
		t.Skip("TIDYWIKI_CORPUS is not set")
	}
	f, err := os.Open(filepath.Join(corpus, "seed", "gold", name+".csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, r := range records[1:] {
		row := map[string]string{}
		for i, name := range records[0] {
			row[name] = r[i]
		}
		rows = append(rows, row)
	}
	return rows
}

// agree compares columns of ours with those of the gold, row by row.
func agree(t *testing.T, got *dataset.Table, want []map[string]string, columns map[string]string) {
	t.Helper()
	if got.NumRows() != len(want) {
		t.Fatalf("%s: %d rows, the gold has %d", got.Name, got.NumRows(), len(want))
	}
	for ours, theirs := range columns {
		c := got.Column(ours)
		for i, row := range want {
			if g := value(c, i); g != row[theirs] {
				t.Errorf("%s row %d: %s = %q, the gold's %s is %q", got.Name, i+1, ours, g, theirs, row[theirs])
			}
		}
	}
}

func value(c dataset.Column, i int) string {
	switch v := c.Value(i).(type) {
	case int64:
		return strconv.FormatInt(v, 10)
	case string:
		return v
	}
	return ""
}

func TestSeedOutline(t *testing.T) {
	d := seed(t)
	agree(t, d.Table("sections"), gold(t, "sections"), map[string]string{
		"section": "section_index", "parent": "parent_index", "level": "level", "title": "title", "path": "path", "line": "heading_line"})
	agree(t, d.Table("paragraphs"), gold(t, "paragraphs"), map[string]string{
		"paragraph": "paragraph_index", "section": "section_index", "text": "text", "line": "source_line"})
	agree(t, d.Table("items"), gold(t, "list_items"), map[string]string{
		"item": "item_index", "section": "section_index", "depth": "depth", "text": "text", "line": "source_line"})
	agree(t, d.Table("pages"), gold(t, "document"), map[string]string{
		"title": "title", "sha256": "sha256", "bytes": "bytes", "lines": "lines", "sections": "headings",
		"paragraphs": "paragraphs", "items": "list_items", "tables": "tables"})
}

func TestSeedInfobox(t *testing.T) {
	d := seed(t)
	want := gold(t, "infobox")
	box := d.Table("infobox")
	agree(t, box, want, map[string]string{
		"ordinal": "ordinal", "key": "key_raw", "text": "value_raw", "line": "source_line", "unit": "unit"})
	for i, row := range want {
		typ := row["type"]
		switch strings.SplitN(typ, ":", 2)[0] {
		case "enum", "person", "text":
			typ = "string"
		}
		if got := box.Column("type").Str(i); got != typ {
			t.Errorf("%s: type %s, the gold's is %s", row["key_raw"], got, typ)
		}
		if got := box.Column("date").Str(i); typ == "date" && got != row["iso_date"] {
			t.Errorf("%s: date %s, the gold's is %s", row["key_raw"], got, row["iso_date"])
		}
		if n := box.Column("decimal").Str(i); typ == "integer" && n != row["value"] || typ == "ordinal" && n != row["value"] {
			t.Errorf("%s: %s, the gold's is %s", row["key_raw"], n, row["value"])
		}
	}
	if d.Year != 2013 {
		t.Errorf("the page's year is %d", d.Year)
	}
}

func TestSeedTables(t *testing.T) {
	d := seed(t)
	agree(t, d.Table("tables"), gold(t, "tables"), map[string]string{
		"table": "table_index", "rows": "rows", "cols": "cols", "line": "first_line", "last_line": "last_line"})
	want := slices.DeleteFunc(gold(t, "table_cells"), func(row map[string]string) bool { return row["text"] == "" })
	agree(t, d.Table("cells"), want, map[string]string{
		"table": "table_index", "row": "row", "col": "col", "text": "text", "line": "source_line"})
	cells := d.Table("cells")
	for i, row := range want {
		if typ := cells.Column("type").Str(i); row["cell_kind"] != "data" && typ != "string" {
			t.Errorf("%s %q has type %s", row["cell_kind"], row["text"], typ)
		}
	}
}

func TestSeedWide(t *testing.T) {
	d := seed(t)
	blocks := d.Table("tables/first-session-of-the-12th-national-peoples-congress/01-state-positions")
	if blocks == nil {
		t.Fatalf("no wide table; %d tables", len(d.Tables))
	}
	same(t, "fields", fields(blocks), "title string, candidates string, for integer, against integer, abstain integer, line integer")
	if blocks.NumRows() != 19 {
		t.Errorf("%d rows", blocks.NumRows())
	}
	same(t, "row 3", strings.Split(show(blocks, "title", "candidates", "for", "against", "abstain", "line"), "\n")[2],
		"NPCSC Secretary-general Election | Wang Chen | 2923 | 30 | 7 | 55")
	rates := d.Table("tables/first-session-of-the-12th-national-peoples-congress/02-resolutions")
	if rates == nil {
		t.Fatal("no second wide table")
	}
	same(t, "fields", fields(rates), "topic string, for integer, against integer, abstain integer, rate number %, line integer")
}

func TestSeedFindings(t *testing.T) {
	d := seed(t)
	var ours []string
	for line := range strings.SplitSeq(show(d.Table("findings"), "code", "where", "table", "row", "col", "field", "observed", "expected", "line"), "\n") {
		if strings.HasPrefix(line, "missing_separator") || strings.HasPrefix(line, "year_from_context") {
			ours = append(ours, line)
		}
	}
	same(t, "findings", strings.Join(ours, "\n")+"\n", `
		year_from_context | infobox | ~ | ~ | ~ | term-begin | 5 March | 2013-03-05 | 8
		year_from_context | infobox | ~ | ~ | ~ | term-end | 16 March | 2013-03-16 | 8
		missing_separator | cell | 1 | 18 | 2 | for | 2908 | 2,908 | 70
		`)
}

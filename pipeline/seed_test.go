package pipeline

import (
	"encoding/csv"
	"fmt"
	"maps"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// A record is one row by column name, every value as text, null as "".
type record map[string]string

// A reading returns all rows of a table of a dataset, by one reader of one format.
type reading func(t *testing.T, table string) []record

// A goldTable says where the values of a table of the corpus are in a dataset.
type goldTable struct {
	name  string
	table string // the dataset's
	// columns are pairs: the gold's column, ours.
	columns [][2]string
	// convert words a gold value as ours would be.
	convert map[string]func(gold record) string
}

// goldTables are the tables that agree row by row.
var goldTables = []goldTable{
	{name: "sections", table: "sections", columns: [][2]string{{"section_index", "section"}, {"parent_index", "parent"},
		{"level", "level"}, {"title", "title"}, {"path", "path"}, {"heading_line", "line"}}},
	{name: "paragraphs", table: "paragraphs", columns: [][2]string{{"paragraph_index", "paragraph"}, {"section_index", "section"},
		{"source_line", "line"}, {"text", "text"}}},
	{name: "list_items", table: "items", columns: [][2]string{{"item_index", "item"}, {"section_index", "section"},
		{"depth", "depth"}, {"source_line", "line"}, {"text", "text"}}},
	{name: "tables", table: "tables", columns: [][2]string{{"table_index", "table"}, {"rows", "rows"}, {"cols", "cols"},
		{"first_line", "line"}, {"last_line", "last_line"}}},
	{name: "infobox", table: "infobox", columns: [][2]string{{"ordinal", "ordinal"}, {"source_line", "line"},
		{"key_raw", "key"}, {"key", "label"}, {"value_raw", "text"}, {"iso_date", "date"}, {"unit", "unit"}, {"type", "type"}},
		convert: map[string]func(record) string{"iso_date": func(g record) string {
			if g["type"] == "year" { // in EDTF a year is a date
				return g["value"]
			}
			return g["iso_date"]
		}, "type": func(g record) string {
			if g["type"] == "enum" || g["type"] == "person" || strings.HasPrefix(g["type"], "text") {
				return "string"
			}
			return g["type"]
		}}},
	{name: "elections", table: "elections", columns: [][2]string{{"contest", "contest"}, {"office", "office"}, {"source_line", "line"},
		{"candidate", "candidate"}, {"for", "for"}, {"against", "against"}, {"abstain", "abstain"}, {"row_total", "total"},
		{"for_pct", "for_pct"}, {"against_pct", "against_pct"}, {"abstain_pct", "abstain_pct"}, {"rank", "rank"},
		{"write_in", "write_in"}, {"elected", "elected"}}},
	{name: "resolutions", table: "resolutions", columns: [][2]string{{"source_line", "line"}, {"topic", "topic"}, {"for", "for"},
		{"against", "against"}, {"abstain", "abstain"}, {"total", "total"}, {"rate_exact", "rate"},
		{"published_rate", "published_rate"}, {"delta_pp", "delta"}, {"consistent", "consistent"}},
		// The gold has published minus computed for the row that differs and the
		// design computed minus published.
		convert: map[string]func(record) string{"delta_pp": func(g record) string { return strings.TrimPrefix(g["delta_pp"], "-") }}},
	{name: "officeholders", table: "officeholders", columns: [][2]string{{"role", "role"}, {"office", "office"}, {"status", "status"},
		{"person", "person"}, {"term_start", "term_start"}, {"image_width_px", "image_width"}, {"name_line", "line"}}},
	{name: "events", table: "events", columns: [][2]string{{"source_line", "line"}, {"section", "section"}, {"title", "title"},
		{"date_start", "date_start"}, {"date_end", "date_end"}, {"precision", "precision"}, {"place", "place"},
		{"person", "person"}, {"span_text", "text"}}},
	{name: "changes", table: "changes", columns: [][2]string{{"source_line", "line"}, {"subject", "subject"}, {"from_value", "from_value"},
		{"to_value", "to_value"}, {"abs_change", "difference"}, {"unit", "unit"}, {"growth_pct", "growth_pct"}},
		convert: map[string]func(record) string{
			"from_value": trillions("from_value"), "to_value": trillions("to_value"), "abs_change": trillions("abs_change"),
			"unit": func(g record) string { return strings.TrimPrefix(g["unit"], "trillion ") }}},
	{name: "quantities", table: "quantities", columns: [][2]string{{"source_line", "line"}, {"span_text", "raw"}, {"kind", "kind"},
		{"value", "value"}, {"unit", "unit"}, {"iso_date", "date"}, {"col_start", "start"}, {"col_end", "end"}},
		convert: map[string]func(record) string{"kind": quantityKind, "value": quantityValue, "unit": quantityUnit,
			"col_start": quantityColumn("col_start"), "col_end": quantityColumn("col_end")}},
	{name: "table_cells", table: "cells", columns: [][2]string{{"table_index", "table"}, {"row", "row"}, {"col", "col"},
		{"source_line", "line"}, {"text", "text"}}},
	{name: "contests", table: "contests", columns: [][2]string{{"contest", "contest"}, {"office", "office"}, {"candidates", "candidates"},
		{"winner", "winner"}, {"winner_for", "winner_for"}, {"winner_against", "winner_against"}, {"winner_abstain", "winner_abstain"},
		{"ballots", "ballots"}, {"write_in_votes", "write_in_votes"}, {"winner_for_pct", "winner_for_pct"}}},
}

// TestSeed compares a conversion of the seed page with every table of its gold,
// in every format.
func TestSeed(t *testing.T) {
	gold := os.Getenv("TIDYWIKI_CORPUS")
	if gold == "" {
		t.Skip("TIDYWIKI_CORPUS is not set: the gold tables are not at hand")
	}
	gold = filepath.Join(gold, "seed", "gold")
	out := convertTo(t, Plan{Sources: []string{"../testdata/pages/first-session-12th-npc.txt"}})
	read := readings(t, out)
	for _, name := range slices.Sorted(maps.Keys(read)) {
		read := read[name]
		t.Run(name, func(t *testing.T) {
			for _, g := range goldTables {
				t.Run(g.name, func(t *testing.T) { compareGold(t, g, readGold(t, gold, g.name), read(t, g.table)) })
			}
			t.Run("findings", func(t *testing.T) { compareFindings(t, gold, read(t, "findings")) })
			t.Run("document", func(t *testing.T) {
				compareDocument(t, readGold(t, gold, "document")[0], read(t, "pages")[0], read(t, "sessions")[0])
			})
		})
	}
}

func compareGold(t *testing.T, g goldTable, want, got []record) {
	t.Helper()
	if g.name == "table_cells" {
		want = slices.DeleteFunc(want, func(r record) bool { return r["text"] == "" })
	}
	if len(got) != len(want) {
		t.Errorf("%d rows, want %d", len(got), len(want))
	}
	for i := range min(len(want), len(got)) {
		for _, c := range g.columns {
			w := want[i][c[0]]
			if f := g.convert[c[0]]; f != nil {
				w = f(want[i])
			}
			if v, ok := got[i][c[1]]; !ok {
				t.Fatalf("no column %s", c[1])
			} else if !sameValue(w, v) {
				t.Errorf("row %d, %s: %q, want %q", i+1, c[1], v, w)
			}
		}
	}
}

// sameValue compares numbers by value, at the decimals the gold prints.
func sameValue(gold, got string) bool {
	if gold == got {
		return true
	}
	g, ok := new(big.Rat).SetString(gold)
	if !ok {
		return false
	}
	v, ok := new(big.Rat).SetString(got)
	if !ok {
		return false
	}
	_, decimals, _ := strings.Cut(gold, ".")
	return v.FloatString(len(decimals)) == g.FloatString(len(decimals))
}

// trillions applies the scale that the gold has in its unit.
func trillions(column string) func(record) string {
	return func(g record) string {
		r, _ := new(big.Rat).SetString(g[column])
		return r.Mul(r, big.NewRat(1_000_000_000_000, 1)).FloatString(0)
	}
}

func quantityKind(g record) string {
	switch g["kind"] {
	case "rate":
		return "percent"
	case "rank", "ordinal_roman":
		return "ordinal"
	case "month":
		return "date"
	}
	return g["kind"]
}

func quantityValue(g record) string {
	if g["kind"] == "date" || g["kind"] == "month" {
		return ""
	}
	return g["value"]
}

func quantityUnit(g record) string {
	unit, _, _ := strings.Cut(g["unit"], "/")
	if unit == "percent" {
		return "%"
	}
	return unit
}

// quantityColumn turns a place in the source line into one in the text: a
// heading, a list item and a first cell begin two characters into the line.
func quantityColumn(column string) func(record) string {
	return func(g record) string {
		n, _ := strconv.Atoi(g[column])
		if g["scope"] != "paragraph" {
			n -= 2
		}
		return strconv.Itoa(n)
	}
}

// codes are the gold's findings under the names of docs/findings.md.
var codes = map[string]string{"row_total_outlier": "total_outlier", "ambiguous_repair": "rate_repairs",
	"write_ins_exceed_against": "check_failed", "ambiguous_side": "ambiguous_block_side", "span_lost": "lost_span",
	"missing_thousands_separator": "missing_separator", "embedded_pipes": "fused_parameters", "key_order": "misplaced_key",
	"year_missing": "year_from_context"}

func compareFindings(t *testing.T, dir string, got []record) {
	t.Helper()
	for _, g := range readGold(t, dir, "findings") {
		code := g["code"]
		if ours := codes[code]; ours != "" {
			code = ours
		}
		i := slices.IndexFunc(got, func(r record) bool {
			return r["code"] == code && r["line"] == g["source_line"] && r["severity"] == g["severity"]
		})
		if i < 0 {
			t.Errorf("no %s %s on line %s", g["severity"], code, g["source_line"])
			continue
		}
		switch code {
		case "rate_mismatch", "total_outlier", "rate_repairs", "missing_separator":
			if got[i]["observed"] != g["observed"] || got[i]["expected"] != g["expected"] {
				t.Errorf("%s: %q for %q, want %q for %q", code, got[i]["expected"], got[i]["observed"], g["expected"], g["observed"])
			}
		}
		if code == "rate_repairs" {
			var repairs []string
			for _, r := range readGold(t, dir, "resolution_repairs") {
				repairs = append(repairs, r["new"])
			}
			if want := strings.Join(repairs, "|"); got[i]["expected"] != want {
				t.Errorf("repairs %q, want %q", got[i]["expected"], want)
			}
		}
	}
}

func compareDocument(t *testing.T, gold, page, session record) {
	t.Helper()
	for _, c := range [][2]string{{"title", "title"}, {"sha256", "sha256"}, {"bytes", "bytes"}, {"lines", "lines"},
		{"headings", "sections"}, {"paragraphs", "paragraphs"}, {"list_items", "items"}, {"tables", "tables"}} {
		if page[c[1]] != gold[c[0]] {
			t.Errorf("pages.%s: %q, want %q", c[1], page[c[1]], gold[c[0]])
		}
	}
	for _, c := range []string{"congress_number", "session_number", "year", "session_start", "session_end", "venue", "city",
		"country", "name_zh", "name_pinyin", "previous_year", "next_year"} {
		if v, ok := session[c]; !ok || v != gold[c] {
			t.Errorf("sessions.%s: %q, want %q", c, v, gold[c])
		}
	}
}

func readGold(t *testing.T, dir, name string) []record {
	t.Helper()
	return readCSV(t, filepath.Join(dir, name+".csv"))
}

func readCSV(t *testing.T, path string) []record {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return records(lines[0], lines[1:])
}

func records(header []string, rows [][]string) []record {
	out := make([]record, len(rows))
	for i, row := range rows {
		out[i] = record{}
		for j, name := range header {
			out[i][name] = row[j]
		}
	}
	return out
}

// convertTo runs the plan into a new folder and returns it.
func convertTo(t *testing.T, plan Plan) string {
	t.Helper()
	plan.Out = filepath.Join(t.TempDir(), "out")
	if _, err := Run(t.Context(), plan); err != nil {
		t.Fatal(fmt.Errorf("convert: %w", err))
	}
	return plan.Out
}

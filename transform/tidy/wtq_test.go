package tidy

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/page"
)

// A goldColumn is a column of WikiTableQuestions with the type of its values as
// the corpus has it.
type goldColumn struct {
	Table        string `json:"table"`
	Col          int    `json:"col"`
	Header       string `json:"header"`
	Type         string `json:"type"`
	Nonempty     int    `json:"n_nonempty"`
	Placeholders int    `json:"n_placeholder"`
	Numbers      int    `json:"whole_number"`
	Dates        int    `json:"whole_date"`
	Years        int    `json:"year4"`
}

// pure says that all values have the type; of the others a few do not.
func (g *goldColumn) pure() bool {
	values := g.Nonempty - g.Placeholders
	switch g.Type {
	case "number":
		return g.Numbers >= values
	case "date":
		return g.Dates+g.Years >= values
	case "year":
		return g.Years >= values
	}
	return true
}

// notSeen are columns in which the corpus sees neither numbers nor dates, because
// it does not look for the shape that they have.
var notSeen = map[string]string{
	"202/146 3": "ordinal: Number 7", "202/146 6": "ordinal: Number 7",
	"202/204 1": "date with a full stop: December 20, 1860.[1]",
	"204/22 0":  "numeric date", "204/119 0": "numeric date", "204/157 0": "numeric date", "204/168 0": "numeric date",
	"204/221 0": "numeric date", "204/436 0": "numeric date", "204/522 3": "numeric date", "204/522 4": "numeric date",
	"204/522 5": "numeric date", "204/602 4": "numeric date", "204/630 1": "numeric date", "204/718 0": "numeric date",
	"204/847 3": "numeric date", "204/882 2": "numeric date", "204/931 5": "numeric date", "204/961 5": "numeric date",
	"204/125 5": "year BC", "204/125 6": "year BC",
	"204/751 0": "date with a question mark", "204/782 3": "date with a question mark",
	"204/764 4": "money: SGD 3,600", "204/764 5": "money: SGD 3,600", "204/764 6": "money: SGD 3,600",
	"204/502 6": "fraction: 1-1/8", "204/825 5": "fraction: 1-1/8",
	"204/847 4": "decimal comma: 1,96 m",
	"204/189 4": "uncertainty: -46 ± 1",
	"204/416 1": "suffix: 2k",
	"204/696 1": "null token: TBC",
	"204/909 2": "power of ten whose digits came down: 1.57×10−4",
}

// TestTypesOfWikiTables measures the types of the columns of 1,191 tables. The
// floors may only rise. Columns with a few values of another kind stay strings by
// design (with a finding mixed_column), unless the other values are remarks over
// several columns or labels of totals. Most numbers that are missed have leading
// zeros.
func TestTypesOfWikiTables(t *testing.T) {
	gold := goldColumns(t)
	scores := map[string]*score{}
	eachLine(t, "recipe_grids.jsonl.gz", func(line []byte) {
		var g struct {
			Table string     `json:"table"`
			Rows  [][]string `json:"rows"`
			TH    [][]bool   `json:"th"`
		}
		if err := json.Unmarshal(line, &g); err != nil {
			t.Fatal(err)
		}
		scoreColumns(t, scores, pageOf(t, g.Rows, g.TH).Table("columns"), gold[g.Table])
	})
	reportScores(t, scores, []floor{
		{"number, every value", 0.985}, {"number, but for a few", 0.45},
		{"date, every value", 0.996}, {"date, but for a few", 0.48},
		{"year, every value", 1}, {"year, but for a few", 0.57},
		{"year_or_number", 0.93}, {"not_number_or_date", 0.999}, {"not_number_or_date, not seen", 0},
	})
}

// goldColumns are the columns of the corpus by the table they are in.
func goldColumns(t *testing.T) map[string][]goldColumn {
	t.Helper()
	gold := map[string][]goldColumn{}
	eachLine(t, "columns.jsonl.gz", func(line []byte) {
		var c goldColumn
		if err := json.Unmarshal(line, &c); err != nil {
			t.Fatal(err)
		}
		gold[c.Table] = append(gold[c.Table], c)
	})
	return gold
}

// scoreColumns compares the rows of a table columns with the gold of its table.
func scoreColumns(t *testing.T, scores map[string]*score, columns *dataset.Table, gold []goldColumn) {
	t.Helper()
	for k, i := range match(columns, gold) {
		want, got := gold[k], ""
		if i >= 0 {
			got = columns.Column("type").Str(i)
		}
		if s := scoreOf(scores, &want); !s.add(fits(want.Type, got)) && s.listed {
			t.Logf("%s: table %s, column %d %q is %s", want.Type, want.Table, want.Col, want.Header, got)
		}
	}
}

// A floor is what a score may not fall below.
type floor struct {
	name  string
	floor float64
}

func reportScores(t *testing.T, scores map[string]*score, floors []floor) {
	t.Helper()
	for _, f := range floors {
		s := scores[f.name]
		t.Logf("%-28s %5d of %5d  %.4f", f.name, s.good, s.all, s.share())
		if s.share() < f.floor {
			t.Errorf("%s: %.4f is less than %.4f", f.name, s.share(), f.floor)
		}
	}
}

// A score counts the columns of one kind; listed ones that are wrong are logged.
type score struct {
	good, all int
	listed    bool
}

func (s *score) add(good bool) bool {
	s.all++
	if good {
		s.good++
	}
	return good
}

func (s *score) share() float64 { return float64(s.good) / float64(max(s.all, 1)) }

// scoreOf is the score that a column counts for.
func scoreOf(scores map[string]*score, g *goldColumn) *score {
	name := g.Type
	switch g.Type {
	case "number", "date", "year":
		if g.pure() {
			name += ", every value"
		} else {
			name += ", but for a few"
		}
	case "not_number_or_date":
		if notSeen[fmt.Sprint(g.Table, " ", g.Col)] != "" {
			name += ", not seen"
		}
	}
	if scores[name] == nil {
		scores[name] = &score{listed: name == "not_number_or_date" || strings.HasSuffix(name, ", every value")}
	}
	return scores[name]
}

// fits says whether our type is right for a column of the corpus.
func fits(want, got string) bool {
	number := got == "integer" || got == "number" || got == "ordinal"
	date := got == "date" || got == "edtf"
	switch want {
	case "number":
		return number || got == "year"
	case "date":
		return date || got == "year"
	case "year":
		return got == "year" || got == "edtf"
	case "year_or_number":
		return got == "year" || got == "edtf" || number
	}
	return !number && !date && got != "year"
}

// match finds for each column of the gold the row of the table columns with its
// header, in order, or -1. The gold leaves out columns that are empty.
func match(columns *dataset.Table, gold []goldColumn) []int {
	headers := make([]string, columns.NumRows())
	for i := range headers {
		headers[i] = bare(columns.Column("header").Str(i))
	}
	out := make([]int, len(gold))
	next := 0
	for k, g := range gold {
		out[k] = -1
		want := bare(g.Header)
		for i := next; i < len(headers) && out[k] < 0; i++ {
			if headers[i] == want {
				out[k], next = i, i+1
			}
		}
		for i := 0; i < len(headers) && out[k] < 0; i++ {
			if headers[i] == want || want != "" && strings.HasSuffix(headers[i], want) {
				out[k], next = i, i+1
			}
		}
		if out[k] < 0 && next < len(headers) {
			out[k], next = next, next+1
		}
	}
	return out
}

// bare is a header without white space and the marks between its levels.
func bare(header string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(header, " > ", "")), "")
}

// pageOf makes a page with one table of a grid and its header flags. The grid has
// the texts of spans copied; a phrase beside itself is taken to be one cell again.
func pageOf(t *testing.T, rows [][]string, th [][]bool) *page.Page {
	t.Helper()
	table := &document.Table{Line: 1, LastLine: len(rows)}
	for r, texts := range rows {
		row := document.Row{Line: r + 1}
		for c, text := range texts {
			if n := len(row.Cells); c > 0 && text == texts[c-1] && th[r][c] == th[r][c-1] && isPhrase(text) {
				row.Cells[n-1].ColSpan = max(row.Cells[n-1].ColSpan, 1) + 1
				continue
			}
			plain := strings.TrimSpace(strings.ReplaceAll(text, "\u00a0", " "))
			row.Cells = append(row.Cells, document.Cell{Text: document.Text{Plain: plain}, Line: r + 1, Header: th[r][c]})
		}
		table.Rows = append(table.Rows, row)
	}
	doc := &document.Document{Source: &source.Source{Name: "table.html"},
		Sections: []*document.Section{{Parent: -1, Level: 1, Line: 1, Blocks: []document.Block{table}}}}
	d, err := Tables{}.Apply(t.Context(), NewPage(doc))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// isPhrase says whether a text is more than a number, mark or abbreviation.
func isPhrase(text string) bool {
	return len(text) > 3 && strings.ContainsFunc(text, unicode.IsLetter)
}

// eachLine reads a file of the corpus line by line.
func eachLine(t *testing.T, name string, f func(line []byte)) {
	t.Helper()
	corpus := os.Getenv("TIDYWIKI_CORPUS")
	if corpus == "" {
		t.Skip("TIDYWIKI_CORPUS is not set")
	}
	file, err := os.Open(filepath.Join(corpus, "wtq", name))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	z, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	r := bufio.NewReaderSize(z, 1<<20)
	for {
		line, err := r.ReadBytes('\n')
		if len(line) > 1 {
			f(line)
		}
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

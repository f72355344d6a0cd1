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

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

// A goldColumn is a column of WikiTableQuestions with the type that people gave
// its values.
type goldColumn struct {
	Table    string `json:"table"`
	Col      int    `json:"col"`
	Header   string `json:"header"`
	Type     string `json:"type"`
	Nonempty int    `json:"n_nonempty"`
}

// TestTypesOfWikiTables measures the types of the columns of 1,191 tables. The
// floors may only rise.
func TestTypesOfWikiTables(t *testing.T) {
	gold := map[string][]goldColumn{}
	eachLine(t, "columns.jsonl.gz", func(line []byte) {
		var c goldColumn
		if err := json.Unmarshal(line, &c); err != nil {
			t.Fatal(err)
		}
		gold[c.Table] = append(gold[c.Table], c)
	})
	score := map[string]*tally{}
	misses, _ := os.Create(os.Getenv("TIDYWIKI_MISSES"))
	eachLine(t, "recipe_grids.jsonl.gz", func(line []byte) {
		var g struct {
			Table string     `json:"table"`
			Rows  [][]string `json:"rows"`
			TH    [][]bool   `json:"th"`
		}
		if err := json.Unmarshal(line, &g); err != nil {
			t.Fatal(err)
		}
		d := pageOf(t, g.Rows, g.TH)
		columns := d.Table("columns")
		for k, i := range match(columns, gold[g.Table]) {
			want := gold[g.Table][k]
			s := score[want.Type]
			if s == nil {
				s = &tally{}
				score[want.Type] = s
			}
			got := "-"
			if i >= 0 {
				got = columns.Column("type").Str(i)
			}
			s.all++
			if fits(want.Type, got) {
				s.good++
			} else if misses != nil {
				fmt.Fprintf(misses, "%s\t%s\t%d\t%q\t%s\n", want.Type, g.Table, want.Col, want.Header, got)
			}
		}
	})
	for _, f := range []struct {
		typ   string
		floor float64
	}{{"number", 0}, {"date", 0}, {"year", 0}, {"year_or_number", 0}, {"not_number_or_date", 0}} {
		s := score[f.typ]
		share := float64(s.good) / float64(s.all)
		t.Logf("%-20s %5d of %5d  %.4f", f.typ, s.good, s.all, share)
		if share < f.floor {
			t.Errorf("%s: %.4f is less than %.4f", f.typ, share, f.floor)
		}
	}
}

type tally struct{ good, all int }

// fits says whether our type is right for a column of the gold's.
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
		return got == "year" || number
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

// pageOf makes a page with one table of a grid and its header flags.
func pageOf(t *testing.T, rows [][]string, th [][]bool) *dataset.Dataset {
	t.Helper()
	table := &document.Table{Line: 1, LastLine: len(rows)}
	for r, texts := range rows {
		row := document.Row{Line: r + 1}
		for c, text := range texts {
			plain := strings.TrimSpace(strings.ReplaceAll(text, "\u00a0", " "))
			row.Cells = append(row.Cells, document.Cell{Text: document.Text{Plain: plain}, Line: r + 1, Header: th[r][c]})
		}
		table.Rows = append(table.Rows, row)
	}
	doc := &document.Document{Source: &source.Source{Name: "table.html"},
		Sections: []*document.Section{{Parent: -1, Level: 1, Line: 1, Blocks: []document.Block{table}}}}
	d, err := Tables{}.Apply(t.Context(), NewDataset(doc))
	if err != nil {
		t.Fatal(err)
	}
	return d
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

package grid

import (
	"os"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/extract/document"
)

// seedTable is the first table of the seed page, lines 53 to 73.
func seedTable(tb testing.TB) *document.Table {
	return seedLines(tb, 53, 73)
}

func seedLines(tb testing.TB, first, last int) *document.Table {
	data, err := os.ReadFile("../../testdata/pages/first-session-12th-npc.txt")
	if err != nil {
		tb.Fatal(err)
	}
	t := flat(strings.Join(strings.Split(string(data), "\n")[first-1:last], "\n"))
	t.Line, t.LastLine = first, last
	for r := range t.Rows {
		t.Rows[r].Line = first + r
		for c := range t.Rows[r].Cells {
			t.Rows[r].Cells[c].Line = first + r
		}
	}
	return t
}

func textBytes(tables ...*document.Table) (n int64) {
	for _, t := range tables {
		for _, r := range t.Rows {
			for _, c := range r.Cells {
				n += int64(len(c.Text.Plain))
			}
		}
	}
	return n
}

func benchmark(b *testing.B, tables ...*document.Table) {
	b.SetBytes(textBytes(tables...))
	b.ReportAllocs()
	for b.Loop() {
		for _, t := range tables {
			g, _ := Expand(t)
			Read(g)
		}
	}
}

func BenchmarkSeed(b *testing.B) { benchmark(b, seedTable(b)) }

func BenchmarkLong(b *testing.B) {
	benchmark(b, flat("| Name | Country | Population | Area |\n"+
		strings.Repeat("| Springfield | United States | 1,234,567 | 105.4 |\n", 10000)))
}

func BenchmarkWikipedia(b *testing.B) {
	var tables []*document.Table
	cells := 0
	for _, w := range wikiGrids(b) {
		t := w.table()
		tables = append(tables, t)
		cells += len(t.Rows) * len(t.Rows[0].Cells)
	}
	benchmark(b, tables...)
	b.ReportMetric(float64(cells), "cells/op")
	b.ReportMetric(float64(len(tables)), "tables/op")
}

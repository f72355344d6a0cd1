package column

import (
	"strconv"
	"testing"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// Both benchmarks read columns of 1,000 cells and build the wide table of them,
// as for a long table of a page. cells/s is what issue trackers and README quote.

func BenchmarkPlainIntegers(b *testing.B) {
	s := Source{Header: []string{"Votes"}, Cells: make([]Cell, 1000)}
	for i := range s.Cells {
		s.Cells[i].Text = strconv.Itoa(i * i)
	}
	benchmark(b, []Source{s})
}

func BenchmarkMixedCells(b *testing.B) {
	kinds := []struct {
		header string
		text   func(i int) string
	}{
		{"Name", func(i int) string { return "Person of the Name " + strconv.Itoa(i) }},
		{"Votes", func(i int) string { return strconv.Itoa(1+i%9) + "," + strconv.Itoa(100+i%900) }},
		{"Share", func(i int) string { return strconv.Itoa(i%100) + "." + strconv.Itoa(10+i%90) + "%" }},
		{"Year", func(i int) string { return strconv.Itoa(1900 + i%100) }},
		{"Opened", func(i int) string { return strconv.Itoa(1+i%28) + " March " + strconv.Itoa(1900+i%100) }},
		{"Length", func(i int) string { return strconv.Itoa(i) + ".5 km" }},
		{"Place", func(i int) string { return strconv.Itoa(i) + "th" }},
		{"Town", func(i int) string { return "Springfield" }},
		{"Remark", func(i int) string { return [...]string{"—", "", "see below", "5*"}[i%4] }},
		{"Score", func(i int) string { return strconv.Itoa(i%9) + "–" + strconv.Itoa(i%7) }},
	}
	var table []Source
	for _, k := range kinds {
		s := Source{Header: []string{k.header}, Cells: make([]Cell, 1000)}
		for i := range s.Cells {
			s.Cells[i].Text = k.text(i)
		}
		table = append(table, s)
	}
	benchmark(b, table)
}

func benchmark(b *testing.B, table []Source) {
	cells, size := 0, 0
	for _, s := range table {
		for _, c := range s.Cells {
			cells, size = cells+1, size+len(c.Text)
		}
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		build(Infer(table, Context{}), table)
	}
	b.ReportMetric(float64(cells)*float64(b.N)/b.Elapsed().Seconds(), "cells/s")
}

func build(columns []Column, table []Source) *dataset.Table {
	var fields []dataset.Field
	for i := range columns {
		fields = append(fields, columns[i].Fields("c"+strconv.Itoa(i))...)
	}
	b := dataset.NewBuilder(dataset.NewSchema(dataset.Schema{Fields: fields})).Grow(len(table[0].Cells))
	for row := range table[0].Cells {
		for i := range columns {
			columns[i].Append(b, row, table[i].Cells[row].Text)
		}
	}
	return b.Table("t")
}

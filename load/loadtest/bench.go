package loadtest

import (
	"fmt"
	"io"
	"testing"

	"github.com/apache/arrow/go/v15/arrow/decimal128"

	"github.com/tidywiki/tidywiki/internal/cputime"
	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

// Benchmark measures a loader: a million rows of 4 and of 8 columns, in Writes of
// 1,000, and the tables of a page, 20 of 20 rows each in a file of its own.
func Benchmark(b *testing.B, l load.Loader) {
	for _, columns := range []int{4, 8} {
		b.Run(fmt.Sprintf("rows=1M/columns=%d", columns), func(b *testing.B) {
			Measure(b, BenchTables(1_000_000, columns), func(tables []*dataset.Table) error {
				return write(l, discard{}, tables...)
			})
		})
	}
	b.Run("page", func(b *testing.B) {
		Measure(b, pageTables(), func(tables []*dataset.Table) error { return write(l, discard{}, tables...) })
	})
}

// Measure runs save and reports bytes of Arrow data and rows per second, and rows per
// second of CPU time, of all cores together.
func Measure(b *testing.B, tables []*dataset.Table, save func([]*dataset.Table) error) {
	rows, size := 0, 0
	for _, t := range tables {
		rows += t.NumRows()
		for _, column := range t.Record.Columns() {
			for _, buffer := range column.Data().Buffers() {
				if buffer != nil {
					size += buffer.Len()
				}
			}
		}
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	began := cputime.Used()
	for b.Loop() {
		if err := save(tables); err != nil {
			b.Fatal(err)
		}
	}
	if used := cputime.Used() - began; used > 0 {
		b.ReportMetric(float64(rows*b.N)/used.Seconds(), "rows/cpu-s")
	}
	b.ReportMetric(float64(rows*b.N)/b.Elapsed().Seconds(), "rows/s")
}

// BenchTables returns that many rows of up to 8 columns of the shapes of core
// tables, in tables of 1,000 rows with one name.
func BenchTables(rows, columns int) []*dataset.Table {
	s := schema(
		field("text", dataset.String, true), field("line", dataset.Integer, false), field("number", dataset.Number, true),
		field("header", dataset.String, false), field("date_start", dataset.Date, true), field("approx", dataset.Boolean, false),
		decimal("amount", 12, 2))
	s = dataset.NewSchema(dataset.Schema{Fields: s.Fields[:columns]})
	b := dataset.NewBuilder(s)
	var tables []*dataset.Table
	for row := range rows {
		benchRow(b, row, columns)
		if row%1000 == 999 || row == rows-1 {
			tables = append(tables, b.Table("cells"))
		}
	}
	return tables
}

func benchRow(b *dataset.Builder, row, columns int) {
	add := []func(){
		func() { b.Str("rivers-and-lakes-of-country-" + fmt.Sprint(row/200)) },
		func() { b.Str(fmt.Sprintf("%d km, a river", row%10_000)) },
		func() { b.Int(int64(row)) },
		func() { b.Num(float64(row%10_000) / 100) },
		func() { b.Str([...]string{"Rank", "River", "Length > km", "Basin"}[row%4]) },
		func() { b.Day(int32(15_000 + row%1000)) },
		func() { b.Bool(row%3 == 0) },
		func() { b.Dec(decimal128.FromI64(int64(row) * 7)) },
	}
	for i := range columns {
		if row%10 == 9 && (i == 1 || i == 3) {
			b.Null()
			continue
		}
		add[i]()
	}
}

// pageTables are 20 tables of 20 rows with eight columns, each complete.
func pageTables() []*dataset.Table {
	var tables []*dataset.Table
	for i := range 20 {
		t := BenchTables(20, 8)[0]
		t.Name, t.Whole = fmt.Sprint("tables/page/", i), true
		tables = append(tables, t)
	}
	return tables
}

// discard is a sink that keeps nothing.
type discard struct{}

func (discard) Create(string) (io.WriteCloser, error) { return discard{}, nil }
func (discard) Write(p []byte) (int, error)           { return len(p), nil }
func (discard) Close() error                          { return nil }

var _ load.Sink = discard{}

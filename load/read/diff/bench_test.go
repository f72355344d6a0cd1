package diff

import (
	"context"
	"fmt"
	"runtime"
	"testing"
	"time"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// A million rows of eight columns against a million, of which one in a hundred
// has another value, one in two hundred is gone and as many are new. peak-MB is
// the most memory in use at once, what the test has in memory besides included.
func BenchmarkCompare(b *testing.B) {
	const rows = 1_000_000
	for _, c := range []struct {
		name, format string
		key          []string
		order        int // the new rows begin here
	}{
		{"parquet/by key", "parquet", []string{"id"}, 0},
		{"arrow/by key", "arrow", []string{"id"}, 0},
		{"csv/by key", "csv", []string{"id"}, 0},
		{"json/by key", "json", []string{"id"}, 0},
		{"csv/without key", "csv", nil, 0},
		{"csv/by key, in another order", "csv", []string{"id"}, rows / 2},
	} {
		b.Run(c.name, func(b *testing.B) {
			old := save(b, c.format, "", stations(rows, c.key, 0, false))
			new := save(b, c.format, "", stations(rows, c.key, c.order, true))
			b.ReportAllocs()
			peak := watch()
			for b.Loop() {
				r, err := Compare(context.Background(), old, new, Options{})
				if err != nil {
					b.Fatal(err)
				}
				if n := r.Total; c.key != nil && (n.Changed != rows/100-rows/200 || n.Removed != rows/200 || n.Added != rows/200) {
					b.Fatalf("%+v", n)
				}
			}
			b.ReportMetric(float64(2*rows*b.N)/b.Elapsed().Seconds()/1e6, "Mrows/s")
			b.ReportMetric(float64(peak())/1e6, "peak-MB")
		})
	}
}

// stations are rows in the order of their id, beginning with first; changed ones
// are another edition.
func stations(rows int, key []string, first int, changed bool) *dataset.Table {
	f := func(name string, t dataset.Type) dataset.Field { return dataset.Field{Name: name, Type: t} }
	b := dataset.NewBuilder(dataset.NewSchema(dataset.Schema{PrimaryKey: key, Fields: []dataset.Field{
		f("id", dataset.Integer), f("name", dataset.String), f("country", dataset.String), f("height", dataset.Number),
		f("depth", dataset.Integer), f("open", dataset.Boolean), f("since", dataset.Date), f("year", dataset.Year)}}))
	for k := range rows {
		i := (k + first) % rows
		id, depth := i, i%977
		if changed && i%200 == 0 {
			id = rows + i
		} else if changed && i%100 == 0 {
			depth++
		}
		b.Int(int64(id)).Str(fmt.Sprint("station ", id)).Str([]string{"Chile", "Peru", "Bolivia"}[i%3]).Num(float64(i) / 8).
			Int(int64(depth)).Bool(i%2 == 0).Day(int32(i % 20000)).Year(int32(1900 + i%120))
	}
	return b.Table("stations")
}

// watch samples the memory in use until its result is called.
func watch() func() uint64 {
	stop, done := make(chan struct{}), make(chan uint64)
	runtime.GC()
	go func() {
		peak := uint64(0)
		for tick := time.NewTicker(20 * time.Millisecond); ; {
			select {
			case <-tick.C:
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				peak = max(peak, m.HeapInuse+m.StackInuse)
			case <-stop:
				tick.Stop()
				done <- peak
				return
			}
		}
	}()
	return func() uint64 { close(stop); return <-done }
}

//go:build unix

package load_test

import (
	"fmt"
	"io"
	"syscall"
	"testing"
	"time"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

// BenchmarkLoader measures each format: a million rows of 4 and of 8 columns in Writes
// of 1,000 rows, and the tables of a page, 20 files of 20 rows each.
func BenchmarkLoader(b *testing.B) {
	for _, name := range []string{"csv", "json", "parquet", "arrow", "xlsx"} {
		b.Run(name, func(b *testing.B) { benchmark(b, loaders[name]) })
	}
}

func benchmark(b *testing.B, l load.Loader) {
	for _, columns := range []int{4, 8} {
		b.Run(fmt.Sprintf("rows=1M/columns=%d", columns), func(b *testing.B) {
			measure(b, benchTables(1_000_000, columns), func(tables []*dataset.Table) error {
				return write(l, discard{}, tables...)
			})
		})
	}
	b.Run("page", func(b *testing.B) {
		measure(b, pageTables(), func(tables []*dataset.Table) error { return write(l, discard{}, tables...) })
	})
}

// measure runs save and reports bytes of Arrow data per second, rows per second, and
// rows per second of CPU time on all cores together.
func measure(b *testing.B, tables []*dataset.Table, save func([]*dataset.Table) error) {
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
	began := cpuTime()
	for b.Loop() {
		if err := save(tables); err != nil {
			b.Fatal(err)
		}
	}
	if used := cpuTime() - began; used > 0 {
		b.ReportMetric(float64(rows*b.N)/used.Seconds(), "rows/cpu-s")
	}
	b.ReportMetric(float64(rows*b.N)/b.Elapsed().Seconds(), "rows/s")
}

// cpuTime returns how long the process has used processors so far, which other
// programs on the machine change less than the clock.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// discard is a sink that keeps nothing.
type discard struct{}

func (discard) Create(string) (io.WriteCloser, error) { return discard{}, nil }
func (discard) Write(p []byte) (int, error)           { return len(p), nil }
func (discard) Close() error                          { return nil }

var _ load.Sink = discard{}

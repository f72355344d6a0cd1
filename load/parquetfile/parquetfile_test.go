package parquetfile

import (
	"testing"

	"github.com/tidywiki/tidywiki/load/loadtest"
)

func TestRoundTrip(t *testing.T) {
	t.Run("duckdb", func(t *testing.T) {
		loadtest.Suite{Loader: New(Options{}), Read: loadtest.Files(".parquet", loadtest.DuckDB)}.RoundTrip(t)
	})
	t.Run("hyparquet", func(t *testing.T) {
		loadtest.Suite{Loader: New(Options{}), Read: loadtest.Files(".parquet", loadtest.Hyparquet)}.RoundTrip(t)
	})
}

func TestContract(t *testing.T) { loadtest.Suite{Loader: New(Options{})}.Contract(t) }

func BenchmarkLoader(b *testing.B) { loadtest.Benchmark(b, New(Options{})) }

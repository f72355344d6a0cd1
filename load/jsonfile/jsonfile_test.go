package jsonfile

import (
	"testing"

	"github.com/tidywiki/tidywiki/load/loadtest"
)

func TestRoundTrip(t *testing.T) {
	t.Run("python", func(t *testing.T) {
		loadtest.Suite{Loader: New(Options{}), Read: loadtest.Files(".json", loadtest.PythonJSON)}.RoundTrip(t)
	})
}

func TestContract(t *testing.T) { loadtest.Suite{Loader: New(Options{})}.Contract(t) }

func BenchmarkLoader(b *testing.B) { loadtest.Benchmark(b, New(Options{})) }

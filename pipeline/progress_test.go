package pipeline

import "github.com/tidywiki/tidywiki/transform/page/partfile"

import (
	"testing"

	"github.com/tidywiki/tidywiki/pipeline/sources"
)

func TestGauge(t *testing.T) {
	units := []Unit{{Bytes: 40}, {Bytes: 50, Dump: &sources.DumpPart{}}, {Bytes: 10}}
	g := newGauge(units)
	check := func(want float64) {
		t.Helper()
		if got := g.part(); got != want {
			t.Errorf("%v is done, want %v", got, want)
		}
	}
	check(0)
	g.page(&units[0], &partfile.Page{Bytes: 10})
	check(0.1)
	g.page(&units[0], &partfile.Page{Bytes: 1000}) // grown since it was listed
	check(0.4)
	g.unit(&units[0])
	check(0.4)
	g.page(&units[1], &partfile.Page{Bytes: 1000})
	check(0.4)
	g.unit(&units[1])
	g.unit(&units[2])
	check(1)
	g = newGauge([]Unit{{Wiki: []string{"Rhine"}}})
	g.page(&units[0], &partfile.Page{Bytes: 10})
	check(0)
}

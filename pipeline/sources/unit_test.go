package sources

import (
	"testing"

	"github.com/tidywiki/tidywiki/extract/files"
)

func TestBatch(t *testing.T) {
	sized := func(sizes ...int64) (pages []files.Page) {
		for _, s := range sizes {
			pages = append(pages, files.Page{Bytes: s})
		}
		return pages
	}
	for _, c := range []struct {
		name string
		in   []files.Page
		most int
		n    int
	}{
		{"all", sized(1, 2, 3), 500, 3},
		{"as many as may be", sized(1, 2, 3), 2, 2},
		{"not over the size", sized(unitBytes-1, 1, 1), 500, 2},
		{"one that is too large alone", sized(unitBytes+1, 1), 500, 1},
		{"sizes not known", sized(0, 0), 500, 2},
		{"none", nil, 500, 0},
	} {
		if n, _ := batch(c.in, c.most, unitBytes); n != c.n {
			t.Errorf("%s: %d pages, want %d", c.name, n, c.n)
		}
	}
}

package html

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/tidywiki/tidywiki/extract/internal/extracttest"
	"github.com/tidywiki/tidywiki/extract/source"
)

// TestSpeed prints the speed that compare/run sets beside that of other readers.
func TestSpeed(t *testing.T) {
	dir, share := extracttest.SpeedPages(t)
	files, err := filepath.Glob(filepath.Join(dir, "*", "*.html"))
	if err != nil || len(files) == 0 {
		t.Fatal("no pages in ", dir)
	}
	var pages []*source.Source
	for i := 0; i < len(files); i += share {
		data, err := os.ReadFile(files[i])
		if err != nil {
			t.Fatal(err)
		}
		pages = append(pages, &source.Source{Data: data})
	}
	extracttest.Speed(t, pages, New(Options{}))
}

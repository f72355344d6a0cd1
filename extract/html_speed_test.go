//go:build unix

package extract_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/tidywiki/tidywiki/extract/html"

	"github.com/tidywiki/tidywiki/extract/source"
)

// TestHTMLSpeed prints the speed that compare/run sets beside that of other readers.
func TestHTMLSpeed(t *testing.T) {
	dir, share := SpeedPages(t)
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
	Speed(t, pages, html.New(html.Options{}))
}

package extract_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/tidywiki/tidywiki/extract"
	"github.com/tidywiki/tidywiki/extract/html"
	"github.com/tidywiki/tidywiki/extract/plain"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/extract/wikitext"
)

// parsers are those of the pages of walks, by the ends of their names.
var parsers = map[string]extract.Extractor{".txt": plain.New(plain.Options{}), ".wiki": wikitext.New(wikitext.Options{}),
	".html": html.New(html.Options{})}

// TestWalk compares the file document of each walk with the outline of its page, or with
// the flag -update rewrites it. Package pipeline checks the other files.
func TestWalk(t *testing.T) {
	walks, err := filepath.Glob("../testdata/walk/*.txtar")
	if err != nil || len(walks) < 6 {
		t.Fatalf("found %d walks (%v), want 6 or more", len(walks), err)
	}
	for _, name := range walks {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			walk, err := txtar.ParseFile(name)
			if err != nil || len(walk.Files) < 2 || walk.Files[1].Name != "document" {
				t.Fatalf("a walk begins with files page.<ext> and document (%v)", err)
			}
			page, want := walk.Files[0], &walk.Files[1]
			doc, err := parsers[filepath.Ext(page.Name)].Extract(t.Context(), &source.Source{Name: page.Name, Data: page.Data})
			if err != nil {
				t.Fatal(err)
			}
			got := dump(doc)
			if *update {
				want.Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(walk), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if got != string(want.Data) {
				t.Errorf("the document moved; if that is meant, run go test ./extract -update\ngot\n%s\nwant\n%s", got, want.Data)
			}
		})
	}
}

package html

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
)

var update = flag.Bool("update", false, "rewrite the outlines in testdata/cases")

// TestCases reads the archives of testdata/cases: in each a file `name.html` is a
// page and the file `name` after it the outline that document.Dump gives of it,
// without the line of an untitled lead.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*.txtar")
	if err != nil || len(files) < 5 {
		t.Fatalf("%d archives of cases (%v)", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			checkCases(t, archive)
			if *update {
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func checkCases(t *testing.T, archive *txtar.Archive) {
	var out []txtar.File
	want := map[string]string{}
	for _, f := range archive.Files {
		if !strings.HasSuffix(f.Name, ".html") {
			want[f.Name] = string(f.Data)
		}
	}
	for _, f := range archive.Files {
		name, page := strings.CutSuffix(f.Name, ".html")
		if !page {
			continue
		}
		t.Run(name, func(t *testing.T) {
			doc := read(t, &source.Source{Data: f.Data})
			validate(t, doc)
			got := outlineOf(t, doc)
			out = append(out, f, txtar.File{Name: name, Data: []byte(got)})
			if got != want[name] && !*update {
				t.Errorf("%s\ngives\n%s\nwant\n%s", f.Data, got, want[name])
			}
		})
	}
	archive.Files = out
}

func outlineOf(t *testing.T, d *document.Document) string {
	t.Helper()
	first, outline, _ := strings.Cut(everything(d), "\n")
	outline = strings.Replace(outline, "   1 section 0 level 1 ⟨⟩\n", "", 1)
	if d.Title != "" {
		outline = first + "\n" + outline
	}
	return outline
}

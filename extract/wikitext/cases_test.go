package wikitext

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/tidywiki/tidywiki/extract/document"
)

var update = flag.Bool("update", false, "rewrite the outlines in testdata/cases")

// TestCases reads the archives of testdata/cases: in each a file `name.wiki` is a
// page and the file `name` after it the outline that document.Dump gives of it,
// without the first line and that of the lead. Files `Template:X` are templates.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
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
	templates := articles{}
	var out []txtar.File
	want := map[string]string{}
	for _, f := range archive.Files {
		if strings.HasPrefix(f.Name, "Template:") {
			templates[f.Name] = strings.TrimSuffix(string(f.Data), "\n")
		} else if !strings.HasSuffix(f.Name, ".wiki") {
			want[f.Name] = string(f.Data)
		}
	}
	for _, f := range archive.Files {
		name, page := strings.CutSuffix(f.Name, ".wiki")
		if page || strings.HasPrefix(f.Name, "Template:") {
			out = append(out, f)
		}
		if !page {
			continue
		}
		t.Run(name, func(t *testing.T) {
			doc := parse(t, string(f.Data), templates)
			validate(t, doc)
			got := outlineOf(t, doc)
			out = append(out, txtar.File{Name: name, Data: []byte(got)})
			if got != want[name] && !*update {
				t.Errorf("%s\ngives\n%s\nwant\n%s", f.Data, got, want[name])
			}
		})
	}
	archive.Files = out
}

func outlineOf(t *testing.T, d *document.Document) string {
	t.Helper()
	var b strings.Builder
	if err := document.Dump(&b, d); err != nil {
		t.Fatal(err)
	}
	_, outline, _ := strings.Cut(b.String(), "\n")
	return strings.Replace(outline, "   1 section 0 level 1 ⟨⟩\n", "", 1)
}

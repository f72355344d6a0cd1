// The tests of the markups are one external test package, for they share this kit: the
// outline of a document, what every document promises, cases in archives, and the suites
// of the corpus. Suites of the corpus read the folder that the variable TIDYWIKI_CORPUS
// names, and are skipped where it is not set.
package extract_test

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

// Cases are the archives of a parser's folder testdata/cases. In each a file whose name ends with Ext is a
// page, and the file of that name without Ext the outline that dump gives of it.
// Files `Template:X` are given to every page of their archive.
type Cases struct {
	Dir string // of the parser
	Ext string
	// Titled keeps the first line of the outline where the page has a title.
	Titled bool
	// Read reads a page. The keys of templates are names like Template:X.
	Read func(t *testing.T, page []byte, templates map[string]string) *document.Document
}

// Run compares the outlines of all pages, or with the flag -update rewrites them.
func (c Cases) Run(t *testing.T) {
	files, err := filepath.Glob(c.Dir + "/testdata/cases/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			c.check(t, archive)
			if *update {
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// check compares the outlines of an archive's pages and puts those it found in their
// place.
func (c Cases) check(t *testing.T, archive *txtar.Archive) {
	templates, want := map[string]string{}, map[string]string{}
	for _, f := range archive.Files {
		if isTemplate(f) {
			templates[f.Name] = strings.TrimSuffix(string(f.Data), "\n")
		} else if !strings.HasSuffix(f.Name, c.Ext) {
			want[f.Name] = string(f.Data)
		}
	}
	var out []txtar.File
	for _, f := range archive.Files {
		name, page := strings.CutSuffix(f.Name, c.Ext)
		if page || isTemplate(f) {
			out = append(out, f)
		}
		if !page {
			continue
		}
		t.Run(name, func(t *testing.T) {
			doc := c.Read(t, f.Data, templates)
			Validate(t, doc)
			got := c.outline(doc)
			out = append(out, txtar.File{Name: name, Data: []byte(got)})
			if got != want[name] && !*update {
				t.Errorf("%s\ngives\n%s\nwant\n%s", f.Data, got, want[name])
			}
		})
	}
	archive.Files = out
}

func isTemplate(f txtar.File) bool { return strings.HasPrefix(f.Name, "Template:") }

func (c Cases) outline(d *document.Document) string {
	if first, _, _ := strings.Cut(dump(d), "\n"); c.Titled && d.Title != "" {
		return first + "\n" + outlineOf(d)
	}
	return outlineOf(d)
}

// outlineOf is the outline of a document without the first line, and without that of an
// untitled lead.
func outlineOf(d *document.Document) string {
	_, outline, _ := strings.Cut(dump(d), "\n")
	return strings.Replace(outline, "   1 section 0 level 1 ⟨⟩\n", "", 1)
}

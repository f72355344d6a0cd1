package pipeline

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/google/go-cmp/cmp"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/load/csvfile"
	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/page"
)

var update = flag.Bool("update", false, "rewrite the walks with what comes out now")

// TestWalk takes one page through every stage and compares what each of them
// makes with the walk's file. A walk begins with a file "page.<ext>" and a file
// "document", which package extract checks; the other files are rewritten by -update:
// grid, dataset (the tables with their column types), and out/*.csv.
func TestWalk(t *testing.T) {
	walks, err := filepath.Glob("../testdata/walk/*.txtar")
	if err != nil || len(walks) < 6 {
		t.Fatalf("found %d walks (%v), want 6 or more", len(walks), err)
	}
	for _, name := range walks {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			want, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			got := walk(t, want)
			if *update {
				if err := os.WriteFile(name, txtar.Format(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(txtar.Format(want)), string(txtar.Format(got))); diff != "" {
				t.Errorf("the walk moved (-want +got); if that is meant, run go test ./pipeline -update\n%s", diff)
			}
		})
	}
}

func walk(t *testing.T, in *txtar.Archive) *txtar.Archive {
	t.Helper()
	if len(in.Files) < 2 || !strings.HasPrefix(in.Files[0].Name, "page") || in.Files[1].Name != "document" {
		t.Fatal("a walk begins with files page.<ext> and document")
	}
	first := in.Files[0]
	c, err := NewConverter(Plan{})
	if err != nil {
		t.Fatal(err)
	}
	p, err := c.Page(context.Background(), &source.Source{Name: first.Name, Data: first.Data})
	if err != nil {
		t.Fatal(err)
	}
	var grids strings.Builder
	for i, s := range p.Sheets {
		fmt.Fprintf(&grids, "table %d\n%s", i+1, gridText(s.Grid, s.Layout))
	}
	out := &txtar.Archive{Comment: in.Comment, Files: []txtar.File{first,
		in.Files[1],
		{Name: "grid", Data: []byte(grids.String())},
		{Name: "dataset", Data: []byte(describe(p.WithFindings()))},
	}}
	return addCSV(t, out, p.WithFindings())
}

// describe lists the tables that have rows: columns with types and units.
func describe(d *page.Page) string {
	var b strings.Builder
	fmt.Fprintf(&b, "page_id %s\n", d.ID)
	for _, t := range d.Tables {
		if t.NumRows() == 0 {
			continue
		}
		fmt.Fprintf(&b, "%s: %d rows\n", t.Name, t.NumRows())
		if dataset.CoreSchema(t.Name) != nil {
			continue
		}
		for _, f := range t.Schema.Fields {
			fmt.Fprintf(&b, "  %s %s%s%s\n", f.Name, f.Type, optional(f.Nullable), space(f.Unit))
		}
	}
	return b.String()
}

func optional(nullable bool) string {
	if nullable {
		return "?"
	}
	return ""
}

func space(unit string) string {
	if unit == "" {
		return ""
	}
	return " " + unit
}

// shown are the core tables whose rows a walk shows; the others repeat what the
// stages before them show.
var shown = map[string]bool{"infobox": true, "quantities": true, "changes": true, "findings": true}

func addCSV(t *testing.T, a *txtar.Archive, d *page.Page) *txtar.Archive {
	t.Helper()
	sink := &memory{}
	w, err := csvfile.New(csvfile.Options{}).Open(context.Background(), sink)
	if err != nil {
		t.Fatal(err)
	}
	for _, table := range d.Tables {
		if table.NumRows() == 0 || dataset.CoreSchema(table.Name) != nil && !shown[table.Name] {
			continue
		}
		if err := w.Write(context.Background(), table); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	for _, f := range sink.files {
		a.Files = append(a.Files, txtar.File{Name: "out/" + f.path, Data: f.Bytes()})
	}
	return a
}

// memory is a sink that keeps files in the order in which they were created.
type memory struct{ files []*memoryFile }

type memoryFile struct {
	bytes.Buffer
	path string
}

func (m *memory) Create(path string) (io.WriteCloser, error) {
	f := &memoryFile{path: path}
	m.files = append(m.files, f)
	return f, nil
}

func (f *memoryFile) Close() error { return nil }

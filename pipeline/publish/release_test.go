package publish

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/load/folder"
	"github.com/tidywiki/tidywiki/load/read/diff"
	"github.com/tidywiki/tidywiki/pipeline"
)

// A file that changes between its validation and its packing is found out.
func TestReleaseOfWhatChanges(t *testing.T) {
	dir := t.TempDir()
	source, dataset := filepath.Join(dir, "rivers.txt"), filepath.Join(dir, "out")
	if err := os.WriteFile(source, []byte("| River |\n| Rhine |\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := pipeline.Run(t.Context(), pipeline.Plan{Sources: []string{source}, Out: dataset, Formats: []string{"csv"}}); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dataset, "data", "cells.csv"), []byte("page_id\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := folder.Begin(filepath.Join(t.TempDir(), "r"), folder.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer out.Rollback()
	m := &Made{}
	m.Name, m.Version, m.Archive.Format, m.Archive.Path = "rivers", "1.0.0", "zip", "rivers.zip"
	_, err = m.pack(context.Background(), os.DirFS(dataset), out)
	if err == nil || !strings.Contains(err.Error(), "data/cells.csv changed while it was packed") {
		t.Errorf("error %v", err)
	}
}

// Notes stay below what GitHub takes, whatever changed.
func TestChangesAreShort(t *testing.T) {
	report := func(tables, rows int) *DiffReport {
		r := &DiffReport{}
		for range tables {
			table := &diff.Table{Name: "tables/a-page/01-a-table", Kind: diff.Changed}
			for range rows {
				text := strings.Repeat("long ", 20)
				table.Changes = append(table.Changes, &diff.Change{Kind: diff.Changed, Cells: []diff.Cell{{Column: "text", Old: nil, New: &text}}})
			}
			r.Tables = append(r.Tables, table)
		}
		return r
	}
	for _, tt := range []struct {
		tables, rows int
		want         string
	}{{1, 10, ""}, {100, 50, "The rows that changed are too many"}, {5000, 1, "5000 tables differ"}} {
		got, err := changes(report(tt.tables, tt.rows))
		if err != nil || len(got) > mostMarkdown+1000 || !bytes.Contains(got, []byte(tt.want)) {
			t.Errorf("%d tables of %d rows: %d bytes, %v", tt.tables, tt.rows, len(got), err)
		}
	}
}

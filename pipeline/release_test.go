package pipeline

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/tidywiki/tidywiki/load/folder"
	"github.com/tidywiki/tidywiki/load/read/diff"
)

// TestReleaseBytes makes releases of the same pages with other workers, in
// other folders, and from files that are younger.
func TestReleaseBytes(t *testing.T) {
	first := released(t, variedPages(t, 20), 8, "tar.gz")
	if again := released(t, variedPages(t, 20), 1, "tar.gz"); !bytes.Equal(first, again) {
		t.Error("another folder and one worker make another release")
	}
	if zipped := released(t, variedPages(t, 20), 1, "zip"); !bytes.Equal(zipped, released(t, variedPages(t, 20), 3, "zip")) {
		t.Error("zip differs")
	}
}

// released converts pages and returns the archive of their release, whose checksums
// are checked on the way.
func released(t *testing.T, pages string, workers int, format string) []byte {
	t.Helper()
	dataset := convertTo(t, Plan{Sources: []string{pages}, Workers: workers, Formats: []string{"csv", "parquet", "xlsx"}})
	younger := time.Now().Add(time.Hour)
	if err := os.Chtimes(filepath.Join(dataset, "README.md"), younger, younger); err != nil {
		t.Fatal(err)
	}
	m, err := MakeRelease(context.Background(), ReleasePlan{Dataset: dataset, Out: filepath.Join(t.TempDir(), "r"), Version: "1.0.0", Format: format})
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(m.Out, m.Archive.Path))
	if err != nil {
		t.Fatal(err)
	}
	if report, err := Validate(context.Background(), filepath.Join(m.Out, m.Archive.Path)); err != nil || !report.Valid || report.Stats.Warnings > 0 {
		t.Errorf("the archive is not valid: %+v, %v", report, err)
	}
	return data
}

// A release that is stopped leaves nothing.
func TestReleaseStops(t *testing.T) {
	dataset := convertTo(t, Plan{Sources: []string{variedPages(t, 2)}, Formats: []string{"csv"}})
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	out := filepath.Join(t.TempDir(), "r")
	if _, err := MakeRelease(ctx, ReleasePlan{Dataset: dataset, Out: out, Version: "1.0.0"}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	entries, err := os.ReadDir(filepath.Dir(out))
	if err != nil || len(entries) > 0 {
		t.Errorf("left are %v, %v", entries, err)
	}
}

// A file that changes between its validation and its packing is found out.
func TestReleaseOfWhatChanges(t *testing.T) {
	dataset := convertTo(t, Plan{Sources: []string{variedPages(t, 2)}, Formats: []string{"csv"}})
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

package pipeline

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/tidywiki/tidywiki/pipeline/publish"
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
	m, err := publish.MakeRelease(context.Background(), publish.ReleasePlan{Dataset: dataset, Out: filepath.Join(t.TempDir(), "r"), Version: "1.0.0", Format: format})
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(m.Out, m.Archive.Path))
	if err != nil {
		t.Fatal(err)
	}
	if report, err := publish.Validate(context.Background(), filepath.Join(m.Out, m.Archive.Path)); err != nil || !report.Valid || report.Stats.Warnings > 0 {
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
	if _, err := publish.MakeRelease(ctx, publish.ReleasePlan{Dataset: dataset, Out: out, Version: "1.0.0"}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	entries, err := os.ReadDir(filepath.Dir(out))
	if err != nil || len(entries) > 0 {
		t.Errorf("left are %v, %v", entries, err)
	}
}

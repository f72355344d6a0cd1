package dump

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestCorpus reads dumps from other projects and compares all pages with those that
// encoding/xml finds.
func TestCorpus(t *testing.T) {
	corpus := os.Getenv("TIDYWIKI_CORPUS")
	if corpus == "" {
		t.Skip("set TIDYWIKI_CORPUS to the folder of independent cases")
	}
	files, err := filepath.Glob(filepath.Join(corpus, "dumps", "*"))
	if err != nil || len(files) < 5 {
		t.Fatalf("%d dumps in %s: %v", len(files), corpus, err)
	}
	damaged, pages := 0, int64(0)
	for _, path := range files {
		d, err := Open(path, Options{AllNamespaces: true, Workers: 2})
		if err != nil {
			t.Error(err)
			continue
		}
		got, counts, failed := pagesOf(d, d.Whole())
		pages += counts.Pages
		if len(failed) > 0 {
			damaged++
			t.Logf("%v", failed)
			continue
		}
		want, wantCounts := expectedOf(t, d)
		var read []string
		for _, src := range got {
			read = append(read, tell(src, nil))
		}
		if !slices.Equal(want, read) || counts != wantCounts {
			t.Errorf("%s: %+v, encoding/xml has %+v\n%.2000s", d.Name(), counts, wantCounts, cmp.Diff(want, read))
		}
		t.Logf("%s: schema %s, %+v", d.Name(), d.Site().Version, counts)
	}
	if damaged > 1 { // one is cut off on purpose
		t.Errorf("%d dumps are damaged", damaged)
	}
	t.Logf("%d dumps, %d of them damaged: %d pages as encoding/xml has them", len(files), damaged, pages)
}

// expectedOf reads a whole dump with encoding/xml.
func expectedOf(t *testing.T, d *Dump) ([]string, Counts) {
	t.Helper()
	in, err := d.xml(t.Context(), d.Whole())
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	text, err := io.ReadAll(in)
	if err != nil {
		t.Fatal(err)
	}
	pages, err := oracle(string(text))
	if err != nil {
		t.Fatal(err)
	}
	return expected(pages)
}

package pipeline

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// TestSameBytes converts fifty varied pages twice, and with one worker and eight:
// all files but run.json are the same.
func TestSameBytes(t *testing.T) {
	pages := variedPages(t, 50)
	first := hashes(t, convertTo(t, Plan{Sources: []string{pages}, Workers: 8}))
	if len(first) < 50 {
		t.Fatalf("only %d files: the test compares too little", len(first))
	}
	for name, plan := range map[string]Plan{
		"a second run":       {Sources: []string{pages}, Workers: 8},
		"one worker":         {Sources: []string{pages}, Workers: 1},
		"files one by one":   {Sources: reversed(globbed(t, pages)), Workers: 3},
		"from another place": {Sources: []string{variedPages(t, 50)}, Workers: 2},
	} {
		t.Run(name, func(t *testing.T) {
			again := hashes(t, convertTo(t, plan))
			for path, sum := range first {
				if again[path] != sum {
					t.Errorf("%s differs", path)
				}
			}
			if len(again) != len(first) {
				t.Errorf("%d files, want %d", len(again), len(first))
			}
		})
	}
}

// variedPages writes n pages into a new folder: the pages of the walks and of
// testdata/pages in turn, some under a title of their own, some as exact copies.
func variedPages(t testing.TB, n int) string {
	t.Helper()
	var texts []string
	walks, err := filepath.Glob("../testdata/walk/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range walks {
		a, err := txtar.ParseFile(w)
		if err != nil {
			t.Fatal(err)
		}
		if a.Files[0].Name == "page.txt" {
			texts = append(texts, string(a.Files[0].Data))
		}
	}
	dir := t.TempDir()
	for i := range n {
		text := texts[i%len(texts)]
		if i%3 == 0 {
			text = strings.Replace(text, " =\n", fmt.Sprintf(" %d =\n", i), 1)
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("page-%02d.txt", i)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func globbed(t *testing.T, dir string) []string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	return paths
}

func reversed(s []string) []string {
	out := make([]string, 0, len(s))
	for i := len(s) - 1; i >= 0; i-- {
		out = append(out, s[i])
	}
	return out
}

// hashes returns the hash of every file below dir but run.json.
func hashes(t *testing.T, dir string) map[string][32]byte {
	t.Helper()
	sums := map[string][32]byte{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == "run.json" {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(dir, path)
		sums[rel] = sha256.Sum256(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return sums
}

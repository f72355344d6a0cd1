package folder

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/tidywiki/tidywiki/load"

	"github.com/google/go-cmp/cmp"
)

// tree lists the files below dir with what they hold.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		rel, _ := filepath.Rel(dir, path)
		files[filepath.ToSlash(rel)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// names lists what is directly in dir.
func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	out := []string{}
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

func begin(t *testing.T, out string, o Options) *Folder {
	t.Helper()
	f, err := Begin(out, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Rollback() })
	return f
}

func put(t *testing.T, f *Folder, path, text string) {
	t.Helper()
	w, err := f.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
}

// ourPackage is what makes a folder ours.
const ourPackage = `{"$schema":"x","generator":"tidywiki test","resources":[]}`

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func TestCommit(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "out")
	f := begin(t, out, Options{})
	put(t, f, "data/b.csv", "b")
	put(t, f, "data/a.csv", "aa")
	put(t, f, "README.md", "")
	if _, err := os.Lstat(out); err == nil {
		t.Error("the folder is visible before Commit")
	}
	want := []load.File{
		{Path: "README.md", Bytes: 0, SHA256: sha256.Sum256(nil)},
		{Path: "data/a.csv", Bytes: 2, SHA256: sha256.Sum256([]byte("aa"))},
		{Path: "data/b.csv", Bytes: 1, SHA256: sha256.Sum256([]byte("b"))},
	}
	if got := f.Files(); !slices.Equal(got, want) {
		t.Errorf("files %v, want %v", got, want)
	}
	if err := f.Commit(); err != nil {
		t.Fatal(err)
	}
	if err := f.Rollback(); err != nil {
		t.Errorf("Rollback after Commit: %v", err)
	}
	if diff := cmp.Diff(map[string]string{"README.md": "", "data/a.csv": "aa", "data/b.csv": "b"}, tree(t, out)); diff != "" {
		t.Error(diff)
	}
	if got := names(t, dir); !slices.Equal(got, []string{"out"}) {
		t.Errorf("left beside the folder: %v", got)
	}
}

func TestCommitReplacesAllOfTheOldDataset(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "out")
	write(t, filepath.Join(out, "datapackage.json"), ourPackage)
	write(t, filepath.Join(out, "data", "old.csv"), "old")
	f := begin(t, out, Options{})
	put(t, f, "data/new.csv", "new")
	if got := tree(t, out)["data/old.csv"]; got != "old" {
		t.Error("the old dataset changed before Commit")
	}
	if err := f.Commit(); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string]string{"data/new.csv": "new"}, tree(t, out)); diff != "" {
		t.Error(diff)
	}
	if got := names(t, dir); !slices.Equal(got, []string{"out"}) {
		t.Errorf("left beside the folder: %v", got)
	}
}

func TestSwapTwice(t *testing.T) {
	dir := t.TempDir()
	staging, out := filepath.Join(dir, "staging"), filepath.Join(dir, "out")
	write(t, filepath.Join(staging, "a"), "new")
	write(t, filepath.Join(out, "a"), "old")
	old, err := renameTwice(staging, out)
	if err != nil {
		t.Fatal(err)
	}
	if tree(t, out)["a"] != "new" || tree(t, old)["a"] != "old" {
		t.Errorf("new %v, old %v", tree(t, out), tree(t, old))
	}
	if _, err := renameTwice(filepath.Join(dir, "nowhere"), out); err == nil {
		t.Error("no error for a staging folder that is not there")
	}
	if tree(t, out)["a"] != "new" {
		t.Error("a failed swap did not put the folder back")
	}
}

func TestRollback(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "a", "b", "out")
	f := begin(t, out, Options{})
	put(t, f, "data/a.csv", "a")
	w, err := f.Create("data/open.csv")
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Rollback(); err != nil {
		t.Fatal(err)
	}
	if got := names(t, dir); len(got) != 0 {
		t.Errorf("left: %v", got)
	}
	if _, err := w.Write([]byte("x")); err == nil {
		t.Error("writing after Rollback returned no error")
	}
	if err := w.Close(); err == nil {
		t.Error("closing after Rollback returned no error")
	}
	if _, err := f.Create("data/b.csv"); err == nil {
		t.Error("creating after Rollback returned no error")
	}
	if err := f.Commit(); err == nil {
		t.Error("Commit after Rollback returned no error")
	}
}

func TestRollbackKeepsParentsThatWereThere(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "a", "letter.txt"), "Dear reader,")
	f := begin(t, filepath.Join(dir, "a", "b", "out"), Options{})
	f.Rollback()
	if got := names(t, filepath.Join(dir, "a")); !slices.Equal(got, []string{"letter.txt"}) {
		t.Errorf("left: %v", got)
	}
}

func TestCommitWantsClosedFiles(t *testing.T) {
	f := begin(t, filepath.Join(t.TempDir(), "out"), Options{})
	w, err := f.Create("data/a.csv")
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Commit(); err == nil || !strings.Contains(err.Error(), `"data/a.csv" is not closed`) {
		t.Errorf("error %v", err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err == nil {
		t.Error("closing twice returned no error")
	}
	if len(f.Files()) != 1 {
		t.Errorf("files %v", f.Files())
	}
	if err := f.Commit(); err != nil {
		t.Error(err)
	}
	if err := f.Commit(); err == nil {
		t.Error("a second Commit returned no error")
	}
}

func TestCreateTwice(t *testing.T) {
	f := begin(t, filepath.Join(t.TempDir(), "out"), Options{})
	put(t, f, "data/Straße.csv", "a")
	for _, path := range []string{"data/Straße.csv", "data/straße.csv", "DATA/STRASSE.CSV"} {
		_, err := f.Create(path)
		if twice := path != "DATA/STRASSE.CSV"; twice != (err != nil) {
			t.Errorf("%s: error %v", path, err)
		}
	}
	put(t, f, "data/straßen.csv", "b")
}

func TestCreateFromManyGoroutines(t *testing.T) {
	f := begin(t, filepath.Join(t.TempDir(), "out"), Options{})
	var g sync.WaitGroup
	for i := range 8 {
		g.Go(func() {
			for j := range 50 {
				w, err := f.Create(fmt.Sprintf("data/%d/%d.csv", j%5, i*50+j))
				if err != nil {
					t.Error(err)
					return
				}
				fmt.Fprintf(w, "%d", i*50+j)
				if err := w.Close(); err != nil {
					t.Error(err)
				}
			}
		})
	}
	g.Wait()
	if n := len(f.Files()); n != 400 {
		t.Fatalf("%d files, want 400", n)
	}
	for _, file := range f.Files() {
		name := strings.TrimSuffix(filepath.Base(file.Path), ".csv")
		if file.SHA256 != sha256.Sum256([]byte(name)) {
			t.Fatalf("%s has the hash of something else", file.Path)
		}
	}
}

func TestLargeWrites(t *testing.T) {
	f := begin(t, filepath.Join(t.TempDir(), "out"), Options{})
	text := strings.Repeat("0123456789", bufferSize/4)
	w, err := f.Create("a")
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(text); {
		n := min(len(text)-i, i+1)
		if got, err := io.WriteString(w, text[i:i+n]); got != n || err != nil {
			t.Fatalf("wrote %d of %d: %v", got, n, err)
		}
		i += n
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if got := f.Files()[0]; got.Bytes != int64(len(text)) || got.SHA256 != sha256.Sum256([]byte(text)) {
		t.Errorf("%d bytes, want %d", got.Bytes, len(text))
	}
}

type brokenDisk struct{ free int }

func (b *brokenDisk) Write(p []byte) (int, error) {
	n := min(b.free, len(p))
	b.free -= n
	if n < len(p) {
		return n, errFull
	}
	return n, nil
}

func (b *brokenDisk) Close() error { return nil }

func TestFullDisk(t *testing.T) {
	f := begin(t, filepath.Join(t.TempDir(), "out"), Options{})
	to, err := f.Create("data/cells.csv")
	if err != nil {
		t.Fatal(err)
	}
	w := to.(*file)
	w.to.to.Close()
	w.to.to = &brokenDisk{free: 100}
	if _, err := w.Write(make([]byte, 50)); err != nil {
		t.Errorf("the buffer is full: %v", err)
	}
	_, err = w.Write(make([]byte, 2*bufferSize))
	closed := w.Close()
	for _, err := range []error{err, closed} {
		if !errors.Is(err, ErrDiskFull) || !errors.Is(err, errFull) {
			t.Fatalf("error %v", err)
		}
		msg := err.Error()
		if !strings.Contains(msg, "data/cells.csv: no space left: free some space") || strings.Contains(msg, mark) || strings.Contains(msg, "\n") {
			t.Errorf("message %q", msg)
		}
	}
	if len(f.Files()) != 0 {
		t.Error("a file that failed is listed")
	}
}

func TestErrorAtCloseOnly(t *testing.T) {
	f := begin(t, filepath.Join(t.TempDir(), "out"), Options{})
	to, _ := f.Create("a")
	w := to.(*file)
	w.to.to.Close()
	w.to.to = &brokenDisk{}
	if _, err := w.Write([]byte("x")); err != nil {
		t.Errorf("the buffer is full: %v", err)
	}
	if err := w.Close(); !errors.Is(err, ErrDiskFull) {
		t.Errorf("error %v", err)
	}
}

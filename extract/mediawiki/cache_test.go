package mediawiki

import (
	"os"
	"path/filepath"
	"testing"
)

func TestCache(t *testing.T) {
	c := cache{filepath.Join(t.TempDir(), "new", "cache")}
	if err := c.make(); err != nil {
		t.Fatal(err)
	}
	if err := c.store("html", "wiki 3", "touched", []byte("<p>\n")); err != nil {
		t.Fatal(err)
	}
	if data, state, ok := c.load("html", "wiki 3"); !ok || string(data) != "<p>\n" || state != "touched" {
		t.Errorf("got %q, %q, %v", data, state, ok)
	}
	for _, other := range []string{"wiki 4", "wiki", ""} {
		if _, _, ok := c.load("html", other); ok {
			t.Errorf("%q is kept, too", other)
		}
	}
	if _, _, ok := c.load("wikitext", "wiki 3"); ok {
		t.Error("kept as another kind, too")
	}
	if err := c.store("html", "wiki 3", "later", []byte("<p>2")); err != nil {
		t.Fatal(err)
	}
	if data, state, _ := c.load("html", "wiki 3"); string(data) != "<p>2" || state != "later" {
		t.Errorf("after another store: %q, %q", data, state)
	}
	if files, _ := filepath.Glob(filepath.Join(c.dir, "html", "*", "*")); len(files) != 1 {
		t.Errorf("the folder has %v", files)
	}
}

// A damaged file counts as missing.
func TestCacheDamaged(t *testing.T) {
	c := cache{t.TempDir()}
	path := c.path("html", "k")
	if err := c.store("html", "k", "state", []byte("<p>Rhine</p>")); err != nil {
		t.Fatal(err)
	}
	good, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := range good {
		bad := append([]byte{}, good...)
		bad[i] ^= 1
		for _, file := range [][]byte{bad, good[:i]} {
			if err := os.WriteFile(path, file, 0o600); err != nil {
				t.Fatal(err)
			}
			if data, state, ok := c.load("html", "k"); ok {
				t.Fatalf("%q was taken for %q, %q", file, data, state)
			}
		}
	}
}

func TestNoCache(t *testing.T) {
	var c cache
	if err := c.store("html", "k", "", nil); err != nil {
		t.Error(err)
	}
	if _, _, ok := c.load("html", "k"); ok {
		t.Error("kept without a folder")
	}
	if err := c.make(); err != nil {
		t.Error(err)
	}
	if err := (cache{filepath.Join(os.DevNull, "x")}).make(); err == nil {
		t.Error("a folder below a device was made")
	}
}

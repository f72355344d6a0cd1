package folder

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

func TestBeginRefuses(t *testing.T) {
	dir := t.TempDir()
	path := func(names ...string) string { return filepath.Join(append([]string{dir}, names...)...) }
	write(t, path("file"), "x")
	write(t, path("letters", "one.txt"), "Dear reader,")
	write(t, path("theirs", "datapackage.json"), `{"name":"theirs","resources":[],"generator":"tidywiki"}`)
	write(t, path("broken", "datapackage.json"), `{"generator":`)
	write(t, path("ours", "datapackage.json"), ourPackage)
	write(t, path("ours", "pages", "rivers.txt"), "= Rivers =")
	write(t, path("deep", "pages", "rivers.txt"), "= Rivers =")
	if err := os.Symlink(path("nowhere"), path("dangling")); err != nil {
		t.Skip("no symbolic links:", err)
	}
	if err := os.Symlink(path("ours"), path("link")); err != nil {
		t.Fatal(err)
	}
	t.Chdir(path("deep", "pages"))
	source := Options{Force: true, Sources: []string{path("ours", "pages", "rivers.txt")}}
	tests := []struct {
		name, out string
		o         Options
		why       string
	}{
		{"nothing", "", Options{}, "no output folder given"},
		{"a file", path("file"), Options{Force: true}, "is a file"},
		{"not ours", path("letters"), Options{}, "--force"},
		{"another program's package", path("theirs"), Options{}, "--force"},
		{"a broken package", path("broken"), Options{}, "--force"},
		{"the sources", path("ours"), source, "rivers.txt"},
		{"the sources, by a link", path("link"), source, "rivers.txt"},
		{"the sources' folder itself", path("ours"), Options{Force: true, Sources: []string{path("ours")}}, "source ours"},
		{"a link to nowhere", path("dangling"), Options{Force: true}, "link to a folder that does not exist"},
		{"the current folder", ".", Options{Force: true}, "current folder"},
		{"a parent of the current folder", path("deep"), Options{Force: true}, "current folder"},
		{"the root", filepath.VolumeName(dir) + string(filepath.Separator), Options{Force: true}, "root of a file system"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f, err := Begin(tt.out, tt.o)
			if err == nil {
				f.Rollback()
				t.Fatal("not refused")
			}
			if !errors.Is(err, ErrRefused) || !strings.Contains(err.Error(), tt.why) {
				t.Errorf("error %v, want one with %q", err, tt.why)
			}
		})
	}
}

func TestBeginRefusesHome(t *testing.T) {
	home := filepath.Join(t.TempDir(), "home")
	write(t, filepath.Join(home, "letter.txt"), "Dear reader,")
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	if _, err := Begin(home, Options{Force: true}); !errors.Is(err, ErrRefused) || !strings.Contains(err.Error(), "home") {
		t.Errorf("error %v", err)
	}
	begin(t, filepath.Join(home, "out"), Options{})
}

func TestBeginTakes(t *testing.T) {
	dir := t.TempDir()
	path := func(names ...string) string { return filepath.Join(append([]string{dir}, names...)...) }
	write(t, path("letters", "one.txt"), "Dear reader,")
	write(t, path("ours", "datapackage.json"), ourPackage)
	write(t, path("pages", "rivers.txt"), "= Rivers =")
	if err := os.Mkdir(path("empty"), 0o777); err != nil {
		t.Fatal(err)
	}
	t.Chdir(path("empty"))
	tests := []struct {
		name, out string
		o         Options
	}{
		{"a new folder", path("new"), Options{}},
		{"a new folder in new folders", path("x", "y", "z"), Options{}},
		{"a relative path", "new", Options{}},
		{"ours", path("ours"), Options{Sources: []string{path("pages", "rivers.txt")}}},
		{"not ours, by force", path("letters"), Options{Force: true}},
		{"beside a source of a similar name", path("page"), Options{Sources: []string{path("pages", "rivers.txt")}}},
		{"within the sources' folder", path("pages", "out"), Options{Sources: []string{path("pages")}}},
		{"a source that is not there", path("ours"), Options{Sources: []string{path("ours-not", "x"), ""}}},
		{"a name as long as can be", path(strings.Repeat("n", maxName)), Options{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := begin(t, tt.out, tt.o)
			put(t, f, "datapackage.json", ourPackage)
			put(t, f, "a", "a")
			if err := f.Commit(); err != nil {
				t.Error(err)
			}
			if got := tree(t, tt.out); len(got) != 2 || got["a"] != "a" {
				t.Errorf("folder %v", got)
			}
		})
	}
}

func TestBeginTakesAnEmptyFolder(t *testing.T) {
	out := filepath.Join(t.TempDir(), "empty")
	if err := os.Mkdir(out, 0o777); err != nil {
		t.Fatal(err)
	}
	f := begin(t, out, Options{})
	put(t, f, "a", "a")
	if err := f.Commit(); err != nil {
		t.Fatal(err)
	}
	if got := tree(t, out)["a"]; got != "a" {
		t.Errorf("folder %v", tree(t, out))
	}
}

func TestALinkKeepsPointing(t *testing.T) {
	dir := t.TempDir()
	real, link := filepath.Join(dir, "disk", "real"), filepath.Join(dir, "link")
	write(t, filepath.Join(real, "datapackage.json"), ourPackage)
	if err := os.Symlink(real, link); err != nil {
		t.Skip("no symbolic links:", err)
	}
	f := begin(t, link, Options{})
	put(t, f, "a", "a")
	if err := f.Commit(); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is %v, %v", info, err)
	}
	if got := tree(t, real); len(got) != 1 || got["a"] != "a" {
		t.Errorf("folder %v", got)
	}
}

func TestUnwritableParent(t *testing.T) {
	if runtime.GOOS == "windows" || os.Geteuid() == 0 {
		t.Skip("permissions do not bind this user")
	}
	dir := filepath.Join(t.TempDir(), "locked")
	if err := os.Mkdir(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	for _, out := range []string{filepath.Join(dir, "out"), filepath.Join(dir, "a", "out")} {
		_, err := Begin(out, Options{})
		if err == nil || !strings.Contains(err.Error(), "choose another output folder") || strings.Contains(err.Error(), mark) {
			t.Errorf("error %v", err)
		}
	}
}

func TestParentIsAFile(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "file"), "x")
	_, err := Begin(filepath.Join(dir, "file", "out"), Options{})
	if err == nil || strings.Contains(err.Error(), mark) {
		t.Errorf("error %v", err)
	}
}

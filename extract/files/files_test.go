package files

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/tidywiki/tidywiki/extract/source"
)

// folder creates files in a new working folder. Each file contains its own path.
func folder(t *testing.T, names ...string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for _, name := range names {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(name), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func link(t *testing.T, to, from string) {
	t.Helper()
	if err := os.Symlink(filepath.FromSlash(to), from); err != nil {
		t.Skipf("no symbolic links here: %v", err)
	}
}

func open(t *testing.T, args ...string) *Set {
	t.Helper()
	s, err := Open(args, Options{Stdin: strings.NewReader("from stdin")})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestOpen(t *testing.T) {
	folder(t, "pages/b.txt", "pages/a.WIKI", "pages/B.html", "pages/logo.png", "pages/Makefile", "pages/.hidden.txt",
		"pages/.git/x.txt", "pages/sub/c.txt", "pages/sub/deep/d.htm", "pages/.txt", "single.log", "notes.md",
		"other/b.txt", "x/pages/b.txt", "a[1].txt")
	for _, c := range []struct {
		name    string
		args    []string
		want    string
		skipped int
	}{
		{"folder, recursive and sorted", []string{"pages"}, "B.html a.WIKI b.txt sub/c.txt sub/deep/d.htm", 2},
		{"trailing slash", []string{"pages/sub/"}, "c.txt deep/d.htm", 0},
		{"a file that is named is taken", []string{"single.log", "pages/.hidden.txt"}, ".hidden.txt single.log", 0},
		{"one that was skipped is no longer", []string{"pages", "pages/logo.png"}, "B.html a.WIKI b.txt logo.png sub/c.txt sub/deep/d.htm", 1},
		{"the same file twice", []string{"pages/b.txt", "./pages/b.txt"}, "b.txt", 0},
		{"a folder and one inside it", []string{"pages/sub", "pages/sub/deep"}, "c.txt d.htm", 0},
		{"glob by extension", []string{"pages/*.txt"}, "b.txt", 0},
		{"glob of another extension", []string{"pages/*.png"}, "logo.png", 0},
		{"glob without extension takes pages and folders", []string{"pages/*"}, "B.html a.WIKI b.txt sub/c.txt sub/deep/d.htm", 2},
		{"glob of folders", []string{"pages/*/*.txt"}, "sub/c.txt", 0},
		{"glob of hidden", []string{"pages/.h*.txt"}, ".hidden.txt", 0},
		{"glob over any folders", []string{"**/c.txt"}, "pages/sub/c.txt", 0},
		{"glob over no folder", []string{"pages/**/b.txt"}, "b.txt", 0},
		{"glob of all", []string{"pages/**"}, "B.html a.WIKI b.txt sub/c.txt sub/deep/d.htm", 2},
		{"a name that looks like a glob", []string{"a[1].txt"}, "a[1].txt", 0},
		{"standard input", []string{"-", "-", "pages/b.txt"}, "b.txt stdin", 0},
		{"same name in two folders", []string{"pages", "other"}, "B.html a.WIKI other/b.txt pages/b.txt sub/c.txt sub/deep/d.htm", 2},
		{"same name of two files", []string{"pages/b.txt", "other/b.txt"}, "other/b.txt pages/b.txt", 0},
		{"same name in folders of one name", []string{"pages/b.txt", "x/pages/b.txt"}, "pages-2/b.txt pages/b.txt", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			for range 2 {
				s := open(t, c.args...)
				if got := names(s); got != c.want || s.Skipped() != c.skipped {
					t.Errorf("Open(%q) = %s and %d skipped\nwant %s and %d", c.args, got, s.Skipped(), c.want, c.skipped)
				}
				slices.Reverse(c.args) // the order must not matter
			}
		})
	}
}

func TestOpenErrors(t *testing.T) {
	folder(t, "pages/a.txt", "empty/logo.png", "bare/.keep", "logo.jpg")
	for _, c := range []struct{ args, want string }{
		{"", "no source given"},
		{"none.txt", "none.txt: no such file"},
		{"pages/a.txt none", "none: no such file"},
		{"empty", "empty: folder without pages: looked for .txt, .wiki, .mediawiki, .wikitext, .html, .htm; 1 other file skipped"},
		{"bare", "bare: folder without pages: looked for .txt, .wiki, .mediawiki, .wikitext, .html, .htm"},
		{"*.csv", "*.csv: no file matches"},
		{"l*", "l*: no page matches: looked for .txt"},
		{"none/*.txt", "none: no such file"},
		{"pages/[", "pages/[: bad pattern"},
		{"-", "-: no standard input"},
	} {
		_, err := Open(strings.Fields(c.args), Options{})
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("Open(%q): %v, want %s ...", c.args, err, c.want)
		}
	}
	if _, err := Open([]string{"none.txt"}, Options{}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing file gives %v, want one that is fs.ErrNotExist", err)
	}
}

func TestOpenLinks(t *testing.T) {
	folder(t, "pages/z/real.txt", "outside/far.txt", "outside/more/x.txt")
	link(t, "z", "pages/a")                              // another way to z, listed before it
	link(t, "..", "pages/z/up")                          // a loop
	link(t, "z/real.txt", "pages/also.txt")              // another way to the same page
	link(t, "../outside", "pages/out")                   // elsewhere: followed
	link(t, "../pages", "outside/more/back")             // a loop by way of elsewhere
	link(t, "nowhere.txt", "pages/broken.txt")           // a page that cannot be read
	link(t, "nowhere", "pages/broken")                   // no page
	link(t, "self.txt", filepath.Join("pages/self.txt")) // leads to itself
	s := open(t, "pages")
	if got, want := names(s), "broken.txt out/far.txt out/more/x.txt self.txt z/real.txt"; got != want {
		t.Errorf("names are %s, want %s", got, want)
	}
	read, failed := readAll(s, Options{})
	if want := "outside/far.txt outside/more/x.txt pages/z/real.txt"; strings.Join(read, " ") != want {
		t.Errorf("read %s, want %s", read, want)
	}
	if want := "broken.txt self.txt"; strings.Join(failed, " ") != want {
		t.Errorf("failed on %s, want %s", failed, want)
	}
}

// names returns the names of the pages in order.
func names(s *Set) string {
	var all []string
	for _, p := range s.pages {
		all = append(all, p.name)
	}
	return strings.Join(all, " ")
}

// readAll returns the contents of the pages and the names of those that failed.
func readAll(s *Set, opt Options) (read, failed []string) {
	for _, p := range s.Pages() {
		src, err := Read(p, opt)
		var page *source.PageError
		switch {
		case errors.As(err, &page):
			failed = append(failed, page.Name)
		case err != nil:
			failed = append(failed, err.Error())
		default:
			read = append(read, string(src.Data))
		}
	}
	return read, failed
}

func TestRead(t *testing.T) {
	folder(t, "pages/a.txt", "pages/b.txt", "pages/c.txt", "pages/empty.txt")
	if err := os.WriteFile("pages/empty.txt", nil, 0o644); err != nil {
		t.Fatal(err)
	}
	opt := Options{Stdin: strings.NewReader("four"), MaxBytes: 11}
	s, err := Open([]string{"pages", "-"}, opt)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := len(s.Paths()), 4; got != want || len(s.Pages()) != 5 {
		t.Errorf("%d paths of %d pages, want %d of 5", got, len(s.Pages()), want)
	}
	if err := os.WriteFile("pages/a.txt", []byte("twelve bytes"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove("pages/b.txt"); err != nil {
		t.Fatal(err)
	}
	read, failed := readAll(s, opt)
	if got, want := fmt.Sprintf("%q %q", read, failed), `["pages/c.txt" "" "four"] ["a.txt" "b.txt"]`; got != want {
		t.Errorf("read and failed %s, want %s", got, want)
	}
}

func TestReadErrorsNameThePageNotThePath(t *testing.T) {
	folder(t, "pages/a.txt", "pages/b.txt")
	dir, err := filepath.Abs("pages")
	if err != nil {
		t.Fatal(err)
	}
	s, err := Open([]string{dir}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove("pages/b.txt"); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range s.Pages() {
		_, err := Read(p, Options{MaxBytes: 4})
		got = append(got, err.Error())
	}
	want := []string{"a.txt: larger than 4 bytes, the limit for one page; split it or raise the limit",
		"b.txt: " + syscall.ENOENT.Error() + "; check the spelling, or the target of a link"}
	if !slices.Equal(got, want) {
		t.Errorf("errors are\n%q\nwant\n%q", got, want)
	}
}

func TestUnreadable(t *testing.T) {
	if os.Geteuid() <= 0 {
		t.Skip("the superuser, and Windows, may read everything")
	}
	folder(t, "pages/a.txt", "closed/a.txt")
	if err := os.Chmod("pages/a.txt", 0); err != nil {
		t.Fatal(err)
	}
	if _, failed := readAll(open(t, "pages"), Options{}); len(failed) != 1 {
		t.Errorf("failed on %v, want a.txt", failed)
	}
	if err := os.Chmod("closed", 0); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod("closed", 0o755)
	if _, err := Open([]string{"closed"}, Options{}); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("a closed folder gives %v", err)
	}
}

func TestReadable(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"a.txt", "a.txt"},
		{"河 流.txt", "河 流.txt"},
		{"a\xffb.txt", "a\uFFFDb.txt"},
		{"a\nb\x1b.txt", "a\uFFFDb\uFFFD.txt"},
	} {
		if got := readable(c.in); got != c.want {
			t.Errorf("readable(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestNumberFindsAFreeName(t *testing.T) {
	pages := []page{{name: "a-2/x.txt"}, {name: "a/x.txt", given: "1"}, {name: "a/x.txt", given: "2"}, {name: "a/x.txt", given: "3"}}
	number(pages)
	got := fmt.Sprint(pages[0].name, " ", pages[1].name, " ", pages[2].name, " ", pages[3].name)
	if want := "a-2/x.txt a/x.txt a-3/x.txt a-4/x.txt"; got != want {
		t.Errorf("names are %s, want %s", got, want)
	}
}

package mediawiki_test

import (
	"context"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/extract/mediawiki"
)

// A second run requests only the revisions.
func TestSecondRun(t *testing.T) {
	f := newFake(t)
	opt := mediawiki.Options{CacheDir: t.TempDir()}
	first, lines := all(t, f.URL, opt, "/wiki/Category:Rivers")
	if n := len(f.asked); n != 5 {
		t.Errorf("%d requests, want the wiki, the members, their revisions and two pages", n)
	}
	f.asked = nil
	second, again := all(t, f.URL, opt, "/wiki/Category:Rivers")
	if n := f.requests("action=parse"); n != 0 || len(f.asked) != 3 {
		t.Errorf("%d requests the second time, %d for pages", len(f.asked), n)
	}
	if lines != again || len(first) != 2 || first[0].Text() != second[0].Text() || first[1].Text() != second[1].Text() {
		t.Errorf("the second run gives\n%s\nthe first\n%s", again, lines)
	}
	// The other format is another content.
	opt.Format = mediawiki.Wikitext
	f.asked = nil
	all(t, f.URL, opt, "/wiki/Category:Rivers")
	if n := f.requests("content"); n != 2 {
		t.Errorf("%d texts asked for, want 2", n)
	}
}

// A page that looks different although its text is the same, because a template has
// changed, is requested again.
func TestTouched(t *testing.T) {
	f := newFake(t)
	opt := mediawiki.Options{CacheDir: t.TempDir()}
	all(t, f.URL, opt, "/wiki/List_of_rivers")
	f.asked = nil
	f.instead = func(w http.ResponseWriter, r *http.Request, _ int) bool {
		if r.URL.Query().Get("titles") == "" {
			return false
		}
		answer := strings.Replace(string(f.answers[r.URL.RequestURI()]), `"touched":"2021-06-07T08:09:10Z"`, `"touched":"2024-01-01T00:00:00Z"`, 1)
		_, body, _ := strings.Cut(answer, "\n")
		return says(body)(w, r, 0)
	}
	all(t, f.URL, opt, "/wiki/List_of_rivers")
	if n := f.requests("action=parse"); n != 1 {
		t.Errorf("the page was asked for %d times, want 1", n)
	}
	f.asked = nil
	opt.Format = mediawiki.Wikitext
	all(t, f.URL, opt, "/wiki/List_of_rivers")
	f.instead = nil
	all(t, f.URL, opt, "/wiki/List_of_rivers")
	if n := f.requests("content"); n != 1 {
		t.Errorf("the text of one revision was asked for %d times, want 1", n)
	}
}

func TestOffline(t *testing.T) {
	f := newFake(t)
	opt := mediawiki.Options{CacheDir: t.TempDir()}
	args := append(slices.Clone(scenarios[5]), "/wiki/Category:Rivers")
	online, lines := all(t, f.URL, opt, args...)
	f.asked = nil
	opt.Offline = true
	offline, again := all(t, f.URL, opt, args...)
	if lines != again || len(online) != len(offline) || len(f.asked) != 0 {
		t.Errorf("offline, with %d requests:\n%s\nonline:\n%s", len(f.asked), again, lines)
	}
	for i, src := range offline {
		if src.Text() != online[i].Text() || src.Revision != online[i].Revision || src.License != online[i].License {
			t.Errorf("%s is another page offline", src.Name)
		}
	}
	if _, got := all(t, f.URL, opt, "/wiki/Danube"); got != "page: /wiki/Danube: not in the cache; run once without --offline" {
		t.Errorf("a page that was never read: %s", got)
	}
	if _, got := all(t, f.URL, opt, "/wiki/Category:Lakes"); got != "end: /wiki/Category:Lakes: not in the cache; run once without --offline" {
		t.Errorf("a category that was never read: %s", got)
	}
	if _, got := all(t, f.URL, opt, "https://other.invalid/wiki/A"); got != "end: other.invalid: not in the cache; run once without --offline" {
		t.Errorf("a wiki that was never asked: %s", got)
	}
}

// A damaged cache is repaired by a new request, or reported when offline.
func TestDamagedCache(t *testing.T) {
	f := newFake(t)
	opt := mediawiki.Options{CacheDir: t.TempDir()}
	good, _ := all(t, f.URL, opt, "/wiki/List_of_rivers")
	files, _ := filepath.Glob(filepath.Join(opt.CacheDir, "html", "*", "*"))
	if len(files) != 1 {
		t.Fatalf("the cache has %v", files)
	}
	data, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(files[0], data[:len(data)-20], 0o600); err != nil {
		t.Fatal(err)
	}
	opt.Offline = true
	if _, got := all(t, f.URL, opt, "/wiki/List_of_rivers"); got != "page: /wiki/List_of_rivers: not in the cache; run once without --offline" {
		t.Errorf("offline: %s", got)
	}
	opt.Offline = false
	if again, got := all(t, f.URL, opt, "/wiki/List_of_rivers"); len(again) != 1 || again[0].Text() != good[0].Text() {
		t.Errorf("online: %s", got)
	}
}

func TestUnwritableCache(t *testing.T) {
	f := newFake(t)
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "html"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	_, got := all(t, f.URL, mediawiki.Options{CacheDir: dir}, "/wiki/List_of_rivers")
	if !strings.HasPrefix(got, "end: /wiki/List_of_rivers: cache: ") || !strings.Contains(got, "--cache-dir") {
		t.Errorf("got %s", got)
	}
}

func TestLists(t *testing.T) {
	f := newFake(t)
	list := "\uFEFF# rivers\n\nList_of_rivers\r\n" + f.URL + "/w/index.php?oldid=2\n  Category:Rivers  \n"
	want := `/wiki/List_of_rivers List of rivers 3
/w/index.php?title=List_of_rivers&oldid=2 List of rivers 2
/wiki/Where%3F_%26_%E5%A4%9A%E7%91%99%E6%B2%B3 Where? & 多瑙河 8`
	record := func(w http.ResponseWriter, r *http.Request, _ int) bool {
		// There is no recording for one revision, but one for two that includes it.
		if uri := r.URL.RequestURI(); strings.Contains(uri, "revids=2&rvprop=ids%7Ctimestamp") {
			f.answer(w, strings.Replace(uri, "revids=2&", "revids=2%7C9999&", 1))
			return true
		}
		return false
	}
	f.instead = record
	if _, got := all(t, f.URL, mediawiki.Options{Wiki: f.URL, Stdin: strings.NewReader(list)}, "-"); got != want {
		t.Errorf("from standard input:\n%s\nwant\n%s", got, want)
	}
	t.Chdir(t.TempDir())
	if err := os.WriteFile("List of rivers", []byte(list), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, got := all(t, f.URL, mediawiki.Options{Wiki: f.URL}, "List of rivers"); got != want {
		t.Errorf("from a file:\n%s\nwant\n%s", got, want)
	}
	set, err := mediawiki.Open([]string{"List of rivers"}, mediawiki.Options{Wiki: f.URL})
	if err != nil {
		t.Fatal(err)
	}
	if _, got := all(t, f.URL, mediawiki.Options{Wiki: f.URL}, set.Items()...); got != want {
		t.Errorf("from the items of a set:\n%s\nwant\n%s", got, want)
	}
	if _, got := all(t, f.URL, mediawiki.Options{Wiki: f.URL}, ":List of rivers"); got != "/wiki/List_of_rivers List of rivers 3" {
		t.Errorf("a title that is also a file: %s", got)
	}
	if _, got := all(t, f.URL, mediawiki.Options{Wiki: f.URL + "/w/api.php"}, strings.Split(list, "\n")...); got != want {
		t.Errorf("from arguments:\n%s\nwant\n%s", got, want)
	}
}

func TestOpenErrors(t *testing.T) {
	const page = "https://wiki.invalid/wiki/A"
	for _, c := range []struct {
		name, want string
		opt        mediawiki.Options
		args       []string
	}{
		{"nothing", "no page given", mediawiki.Options{}, nil},
		{"a title without a wiki", "Rhine: a title without a wiki: give the URL of the wiki with --wiki", mediawiki.Options{}, []string{"Rhine"}},
		{"a title that cannot be", "a|b: not a valid title", mediawiki.Options{Wiki: page}, []string{"a|b"}},
		{"another scheme", "ftp://wiki.invalid/A: only http and https", mediawiki.Options{}, []string{"ftp://wiki.invalid/A"}},
		{"a file", "file:///etc/passwd: only http and https", mediawiki.Options{}, []string{"file:///etc/passwd"}},
		{"a wiki elsewhere", "--wiki: gopher://wiki.invalid: only http", mediawiki.Options{Wiki: "gopher://wiki.invalid"}, []string{"A"}},
		{"a wiki without a host", "--wiki: https:///A: only http", mediawiki.Options{Wiki: "https:///A"}, []string{"A"}},
		{"another format", `the format of a wiki's pages is html or wikitext, not "plain"`, mediawiki.Options{Format: "plain"}, []string{page}},
		{"offline without a cache", "offline, but without a cache", mediawiki.Options{Offline: true}, []string{page}},
		{"no standard input", "-: there is no standard input", mediawiki.Options{Wiki: page}, []string{"-"}},
		{"a bad line", "standard input:3: a|b: not a valid title", mediawiki.Options{Wiki: page, Stdin: strings.NewReader("A\n\na|b\n")}, []string{"-"}},
		{"an empty list", "no page given", mediawiki.Options{Stdin: strings.NewReader("# none\n\n")}, []string{"-"}},
		{"a line without end", "standard input: bufio.Scanner: token too long", mediawiki.Options{Wiki: page, Stdin: strings.NewReader(strings.Repeat("a", 1<<20))}, []string{"-"}},
	} {
		if _, err := mediawiki.Open(c.args, c.opt); err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s ...", c.name, err, c.want)
		}
	}
}

// The sequence can be stopped at any page, and read again from the beginning.
func TestAllStops(t *testing.T) {
	f := newFake(t)
	set, err := mediawiki.Open([]string{f.URL + "/wiki/Category:Rivers"}, quick(mediawiki.Options{}))
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		f.asked = nil
		for range set.All(context.Background()) {
			break
		}
		if n := f.requests("action=parse"); n != 1 {
			t.Errorf("%d pages were asked for, want 1", n)
		}
	}
}

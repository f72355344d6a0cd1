package mediawiki_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/extract/mediawiki"
)

// A real wiki still returns the recorded responses.
func TestRealPages(t *testing.T) {
	w := startWiki(t)
	if v := w.version(); !strings.HasPrefix(v, "MediaWiki 1.39.") {
		t.Skipf("the recorded answers are those of MediaWiki 1.39, and this is %s", v)
	}
	f := newFake(t)
	for _, args := range scenarios {
		for _, format := range []string{mediawiki.HTML, mediawiki.Wikitext} {
			opt := mediawiki.Options{Format: format}
			real, got := all(t, w.front.URL, opt, args...)
			fake, want := all(t, f.URL, opt, args...)
			if got != want || len(real) != len(fake) {
				t.Errorf("%v as %s:\n%s\nrecorded:\n%s", args, format, got, want)
				continue
			}
			for i := range real {
				if strings.ReplaceAll(real[i].Text(), w.front.URL, f.URL) != fake[i].Text() {
					t.Errorf("%s as %s is not what was recorded: look at the difference, and record again with -run TestRecord -record", real[i].Name, format)
				}
			}
		}
	}
}

// Sixty pages of a category take one request for the list and two for revisions; after an
// edit only the edited page is requested.
func TestRealCategory(t *testing.T) {
	w := startWiki(t)
	opt := mediawiki.Options{CacheDir: t.TempDir()}
	check := func(what string, want map[string]int) {
		t.Helper()
		sources, lines := all(t, w.front.URL, opt, "/wiki/Category:Brooks")
		if len(sources) != 60 {
			t.Fatalf("%s: %d pages\n%s", what, len(sources), lines)
		}
		for i, src := range sources {
			if want := fmt.Sprintf("Brook %02d", i+1); src.Title != want {
				t.Errorf("%s: page %d is %s, want %s", what, i, src.Title, want)
			}
		}
		if got := w.count(); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: asked for %v, want %v", what, got, want)
		}
	}
	check("at first", map[string]int{"site": 1, "members": 1, "revisions": 2, "content": 60})
	check("again", map[string]int{"site": 1, "members": 1, "revisions": 2})
	w.edit("Brook 30", "{|\n! Brook !! Length (km)\n|-\n| Brook 30 || 99\n|}\n[[Category:Brooks]]")
	check("after an edit", map[string]int{"site": 1, "members": 1, "revisions": 2, "content": 1})
	sources, _ := all(t, w.front.URL, opt, "/wiki/Brook_30")
	if !strings.Contains(sources[0].Text(), "<td>99") || sources[0].Revision.ID < 70 {
		t.Errorf("the edited page is %s, revision %d", sources[0].Text(), sources[0].Revision.ID)
	}
}

// An edit of a template changes the pages that use it.
func TestRealTemplate(t *testing.T) {
	w := startWiki(t)
	opt := mediawiki.Options{CacheDir: t.TempDir()}
	all(t, w.front.URL, opt, "/wiki/List_of_rivers", "/wiki/Brook_01")
	w.edit("Module:Length", "local p = {}\nfunction p.miles( frame ) return 'far' end\nreturn p")
	w.count()
	sources, _ := all(t, w.front.URL, opt, "/wiki/List_of_rivers", "/wiki/Brook_01")
	if got := w.count(); got["content"] != 1 {
		t.Errorf("%d pages were asked for, want the one that uses the module", got["content"])
	}
	if !strings.Contains(sources[0].Text(), "<td>far</td>") {
		t.Errorf("the page is %s", sources[0].Text())
	}
}

// A wiki that stops answering ends the sequence with one clear error.
func TestRealKilled(t *testing.T) {
	w := startWiki(t)
	n := 0
	w.before = func(string) {
		if n++; n == 10 {
			w.stop()
		}
	}
	sources, lines := all(t, w.front.URL, mediawiki.Options{Retries: 2}, "/wiki/Category:Brooks")
	last := lines[strings.LastIndexByte(lines, '\n')+1:]
	if len(sources) != 6 || !strings.HasPrefix(last, "end: /wiki/Brook_07: HOST: ") || !strings.HasSuffix(last, "gave up after 3 tries") {
		t.Errorf("%d pages, then %s", len(sources), last)
	}
}

// A private wiki gives the same clear error for every request.
func TestRealPrivate(t *testing.T) {
	w := startWiki(t, "TIDYWIKI_WIKI_PRIVATE=1")
	const want = "end: HOST: only its users may read it; save the page as a file and convert that"
	for _, noAPI := range []bool{false, true} {
		w.noAPI = noAPI
		if _, got := all(t, w.front.URL, mediawiki.Options{}, "/wiki/List_of_rivers"); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// rest.php gives the same pages, rendered by Parsoid.
func TestRealREST(t *testing.T) {
	w := startWiki(t)
	w.noAPI = true
	sources, lines := all(t, w.front.URL, mediawiki.Options{}, "/wiki/List_of_rivers")
	if lines != "/wiki/List_of_rivers List of rivers 3" || !strings.Contains(sources[0].Text(), "data-mw=") {
		t.Errorf("got %s", lines)
	}
}

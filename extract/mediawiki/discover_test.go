package mediawiki_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/extract/mediawiki"
)

// A wiki is found wherever its scripts are.
func TestDiscovery(t *testing.T) {
	// at serves the wiki's /w below another folder.
	at := func(f *fake, folder string, page func(w http.ResponseWriter)) instead {
		return func(w http.ResponseWriter, r *http.Request, _ int) bool {
			uri := r.URL.RequestURI()
			if rest, ok := strings.CutPrefix(uri, folder+"/api.php"); ok {
				f.answer(w, "/w/api.php"+rest)
			} else if page != nil && !strings.Contains(uri, ".php") {
				page(w)
			} else {
				http.NotFound(w, r)
			}
			return true
		}
	}
	linked := func(href string) func(w http.ResponseWriter) {
		return func(w http.ResponseWriter) {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			w.WriteHeader(http.StatusNotFound) // pages that are missing have it, too
			fmt.Fprintf(w, `<!DOCTYPE html><html><head><title>A</title><link rel="EditURI" type="application/rsd+xml" href="%s"/></head><body>`, href)
		}
	}
	const good = "/wiki/List_of_rivers List of rivers 3"
	const none = "end: HOST: no MediaWiki found there: neither api.php nor rest.php answers; save the page as a file and convert that"
	for _, c := range []struct {
		name, folder, address, want string
		page                        func(w http.ResponseWriter)
	}{
		{"as Wikimedia has it", "/w", "/wiki/List_of_rivers", good, nil},
		{"in the root", "", "/wiki/List_of_rivers", good, nil},
		{"in /wiki", "/wiki", "/wiki/List_of_rivers", good, nil},
		{"beside index.php", "/a/b", "/a/b/index.php?title=List_of_rivers", good, nil},
		{"by the page's own word", "/hidden/place", "/wiki/List_of_rivers", good, linked("/hidden/place/api.php?action=rsd")},
		{"a page that names a file", "/hidden", "/wiki/List_of_rivers", none, linked("file:///hidden/api.php")},
		{"a page that names another script", "/hidden", "/wiki/List_of_rivers", none, linked("/hidden/run.php")},
		{"a page that names nothing", "/hidden", "/wiki/List_of_rivers", none, linked("")},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := newFake(t)
			f.instead = at(f, c.folder, c.page)
			if _, got := all(t, f.URL, mediawiki.Options{}, c.address); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
			if len(f.asked) > 20 {
				t.Errorf("%d requests", len(f.asked))
			}
		})
	}
}

// A long category has several parts. A wiki that returns the same part again and again
// is detected.
func TestContinuation(t *testing.T) {
	for _, c := range []struct {
		name string
		next []string // continue values, part by part
		want string
	}{
		{"parts", []string{"a", "b", ""}, "page: /wiki/Category:Rivers, page 900: the wiki has no page with the number 900"},
		{"for ever", []string{"a", "a", "a", "a"}, "end: /wiki/Category:Rivers: Category:Rivers: the wiki's list does not end: it repeats a place to continue"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := newFake(t)
			part := 0
			f.instead = func(w http.ResponseWriter, r *http.Request, _ int) bool {
				q := r.URL.Query()
				switch {
				case q.Get("list") != "":
					if want := ""; part > 0 {
						if want = c.next[part-1]; q.Get("cmcontinue") != want {
							t.Errorf("part %d is asked for with %q, want %q", part, q.Get("cmcontinue"), want)
						}
					}
					next := c.next[part]
					part++
					more := ""
					if next != "" {
						more = fmt.Sprintf(`"continue":{"cmcontinue":%q,"continue":"-||"},`, next)
					}
					return says(fmt.Sprintf(`{%s"query":{"categorymembers":[{"pageid":%d,"type":"page"},{"pageid":5,"type":"subcat"}]}}`, more, 899+part))(w, r, 0)
				case q.Get("pageids") != "":
					return says(`{"query":{"pages":[]}}`)(w, r, 0)
				}
				return false
			}
			_, got := all(t, f.URL, mediawiki.Options{}, "/wiki/Category:Rivers")
			if c.name == "parts" && strings.Contains(got, "Category:Rivers, page 903") {
				t.Errorf("there is no fourth part: %s", got)
			}
			if !strings.Contains(got, c.want) {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

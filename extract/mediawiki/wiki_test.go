package mediawiki_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/extract/mediawiki"
)

func TestPages(t *testing.T) {
	tests := []struct {
		name, format, want string
		args               []string
	}{
		{"a page", "", "/wiki/List_of_rivers List of rivers 3", []string{"/wiki/List_of_rivers"}},
		{"a section of it", "", "/wiki/List_of_rivers List of rivers 3", []string{"/wiki/List_of_rivers#Lengths"}},
		{"through a redirect", "", "/wiki/List_of_rivers List of rivers 3", []string{"/wiki/River_list"}},
		{"its wikitext", "wikitext", "/wiki/List_of_rivers List of rivers 3", []string{"/wiki/River_list"}},
		{"by revision and number", "", `/w/index.php?title=List_of_rivers&oldid=2 List of rivers 2
page: /w/index.php?oldid=9999: the wiki has no revision 9999, or does not show it
/wiki/List_of_rivers List of rivers 3
page: /?curid=777: the wiki has no page with the number 777`, scenarios[2]},
		{"a category", "", `/wiki/List_of_rivers List of rivers 3
/wiki/Where%3F_%26_%E5%A4%9A%E7%91%99%E6%B2%B3 Where? & 多瑙河 8`, []string{"/wiki/Category:Rivers"}},
		{"a category and a page of it", "", `/wiki/List_of_rivers List of rivers 3
/wiki/Where%3F_%26_%E5%A4%9A%E7%91%99%E6%B2%B3 Where? & 多瑙河 8`, []string{"/wiki/Category:Rivers", "/wiki/Category:Rivers"}},
		{"a category without pages", "", "page: /wiki/Category:Nothing: the category has no pages; check its name", []string{"/wiki/Category:Nothing"}},
		{"not a page", "", `/wiki/Where%3F_%26_%E5%A4%9A%E7%91%99%E6%B2%B3 Where? & 多瑙河 8
page: /wiki/Nope: the wiki has no such page; check the title
page: /wiki/Special:Version: a special page, which has no text of its own
/wiki/Module:Length Module:Length 6
/wiki/List_of_rivers List of rivers 3
page: /wiki/http://%3F: the wiki has no such page; check the title`, scenarios[5]},
		{"what has no wikitext", "wikitext", `/wiki/Where%3F_%26_%E5%A4%9A%E7%91%99%E6%B2%B3 Where? & 多瑙河 8
page: /wiki/Nope: the wiki has no such page; check the title
page: /wiki/Special:Version: a special page, which has no text of its own
page: /wiki/Module:Length: its content is Scribunto, not wikitext; read it as html
/wiki/List_of_rivers List of rivers 3
page: /wiki/http://%3F: the wiki has no such page; check the title`, scenarios[5]},
		{"no title in the address", "", "page: /: the URL does not name a page of the wiki", []string{"/"}},
		{"no title that can be", "", "page: /wiki/a%7Cb: not a valid title: it must not contain | < > [ ] { }", []string{"/wiki/a%7Cb"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := newFake(t)
			if _, got := all(t, f.URL, mediawiki.Options{Format: tt.format}, tt.args...); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

// A wiki without a public api.php is read through rest.php.
func TestREST(t *testing.T) {
	tests := []struct {
		name, format, want string
		args               []string
	}{
		{"a page", "", "/wiki/List_of_rivers List of rivers 3", []string{"/wiki/List_of_rivers"}},
		{"wikitext", "wikitext", "/wiki/List_of_rivers List of rivers 3", []string{"/wiki/List_of_rivers"}},
		{"a redirect", "", "page: /wiki/River_list: a redirect, which this wiki's rest.php does not follow; name List_of_rivers#Lengths instead", []string{"/wiki/River_list"}},
		{"by revision and number", "", `/w/index.php?title=List_of_rivers&oldid=2 List of rivers 2
page: /w/index.php?oldid=9999: the wiki has no such page; check the title
page: /w/index.php?curid=2: this wiki has no api.php; name the page by its title
page: /?curid=777: this wiki has no api.php; name the page by its title`, scenarios[2]},
		{"a category", "", "end: /wiki/Category:Rivers: this wiki has no api.php to list the pages in a category; name the pages", []string{"/wiki/Category:Rivers"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := newFake(t)
			f.instead = withoutAPI
			if _, got := all(t, f.URL, mediawiki.Options{Format: tt.format}, tt.args...); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

func TestSource(t *testing.T) {
	f := newFake(t)
	sources, _ := all(t, f.URL, mediawiki.Options{}, "/wiki/River_list")
	src := sources[0]
	for _, c := range []struct{ what, got, want string }{
		{"format", src.Format, "html"},
		{"language", src.Language, "en"},
		{"license", src.License, "CC-BY-SA-4.0"},
		{"time", src.Revision.Time.String(), "2021-06-07 08:09:10 +0000 UTC"},
		{"revision URL", src.Revision.URL, f.URL + "/w/index.php?title=List_of_rivers&oldid=3"},
		{"note", src.Notes[0].Code + " " + src.Notes[0].Observed + " " + src.Notes[0].Expected, "redirect River list List of rivers#Lengths"},
	} {
		if c.got != c.want {
			t.Errorf("%s is %q, want %q", c.what, c.got, c.want)
		}
	}
	if data := src.Text(); !strings.HasPrefix(data, `<div class="mw-parser-output">`) || !strings.Contains(data, "<td>766.2</td>") {
		t.Errorf("the page is %.200s", data)
	}
	written, _ := all(t, f.URL, mediawiki.Options{Format: mediawiki.Wikitext}, "/wiki/River_list")
	if data := written[0].Text(); written[0].Format != "wikitext" || !strings.Contains(data, "{{River row|Danube|2850|Black Sea}}") {
		t.Errorf("the wikitext is %.200s", data)
	}
}

// Members of a category that are not pages are reported.
func TestSubcategories(t *testing.T) {
	for _, c := range []struct{ name, members, want string }{
		{"beside pages", `{"pageid":2,"type":"page"},{"pageid":7,"type":"page"},{"pageid":20,"type":"subcat"},{"pageid":21,"type":"file"}`,
			"Category:Rivers 2"},
		{"alone", `{"pageid":20,"type":"subcat"}`, "the category has no pages, only 1 subcategories or files; name the subcategories"},
		{"none", `{"pageid":2,"type":"page"},{"pageid":7,"type":"page"}`, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := newFake(t)
			f.instead = sometimes(says(`{"query":{"categorymembers":[`+c.members+`]}}`), func(r *http.Request, _ int) bool { return r.URL.Query().Get("list") != "" })
			sources, got := all(t, f.URL, mediawiki.Options{}, "/wiki/Category:Rivers")
			for _, src := range sources {
				for _, n := range src.Notes {
					got += n.Code + " " + n.Field + " " + n.Observed
				}
			}
			if c.want == "" && strings.Contains(got, "category_members") || !strings.Contains(got, c.want) {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

// Fifty pages take one request, and nothing is requested twice.
func TestRequests(t *testing.T) {
	f := newFake(t)
	all(t, f.URL, mediawiki.Options{}, scenarios[5]...)
	if n := len(f.asked); n != 1+1+3 {
		t.Errorf("%d requests for six titles with three pages, want the wiki, their revisions, three texts", n)
	}
	for _, r := range f.asked {
		if agent := r.Header.Get("User-Agent"); agent != "tidywiki" {
			t.Errorf("asks as %q", agent)
		}
		if r.Header.Get("Accept-Encoding") != "gzip" || r.URL.Query().Get("maxlag") != "5" {
			t.Errorf("%s: no gzip, or no maxlag", r.URL)
		}
	}
}

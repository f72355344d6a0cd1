package mediawiki

import (
	"net/url"
	"strings"
	"testing"
)

func TestIsAddress(t *testing.T) {
	for _, is := range []string{"https://wiki.invalid/wiki/A", "HTTP://wiki.invalid", "ftp://wiki.invalid/x", "file:///etc/passwd", "https://me:secret@wiki.invalid/"} {
		if !IsAddress(is) {
			t.Errorf("%s is not a URL", is)
		}
	}
	for _, not := range []string{"", "page.txt", "pages/", "C:\\pages\\a.txt", "https:/x", "://x", "a b://x", "https://", "-", "ü://x", "pages/*://x"} {
		if IsAddress(not) {
			t.Errorf("%s is an address", not)
		}
	}
}

func TestRedact(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"https://wiki.invalid/wiki/A@B", "https://wiki.invalid/wiki/A@B"},
		{"https://wiki.invalid:8080/wiki/A@B", "https://wiki.invalid:8080/wiki/A@B"},
		{"https://me:secret@wiki.invalid/wiki/A", "https://wiki.invalid/wiki/A"},
		{"https://me@wiki.invalid", "https://wiki.invalid"},
		{"https://me:a@b@wiki.invalid/A", "https://wiki.invalid/A"},
		{"https://me:a/b@wiki.invalid/A", "https://wiki.invalid/A"},
		{"page.txt", "page.txt"},
	} {
		if got := redact(c.in); got != c.want {
			t.Errorf("redact(%s) = %s, want %s", c.in, got, c.want)
		}
	}
}

// siteA is a wiki like Wikimedia's, siteB a wiki without short URLs.
var (
	siteA = siteInfo{Server: "https://a.invalid", ArticlePath: "/wiki/$1", Script: "/w/index.php", Variants: "/$2/$1",
		Categories: []string{"Kategorie", "Category"}}
	siteB = siteInfo{Server: "https://b.invalid", ArticlePath: "/dir/index.php/$1", Script: "/dir/index.php"}
)

func TestRef(t *testing.T) {
	for _, c := range []struct {
		site    siteInfo
		address string
		want    ref
	}{
		{siteA, "/wiki/Rhine", ref{Title: "Rhine"}},
		{siteA, "/wiki/List_of_rivers_", ref{Title: "List of rivers"}},
		{siteA, "/wiki/A/B", ref{Title: "A/B"}},
		{siteA, "/wiki/Where%3F", ref{Title: "Where?"}},
		{siteA, "/wiki/C%23", ref{Title: "C"}},
		{siteA, "/wiki/%E5%A4%9A%E7%91%99%E6%B2%B3", ref{Title: "多瑙河"}},
		{siteA, "/wiki/%FF", ref{Title: "\uFFFD"}},
		{siteA, "/wiki/Rhine?action=history", ref{Title: "Rhine"}},
		{siteA, "/wiki/Rhine?oldid=12", ref{ID: 12}},
		{siteA, "/w/index.php?title=A_%26_B", ref{Title: "A & B"}},
		{siteA, "/w/index.php?title=Rhine&oldid=12", ref{ID: 12}},
		{siteA, "/w/index.php?curid=7", ref{Page: 7}},
		{siteA, "/?curid=7", ref{Page: 7}},
		{siteA, "/w/index.php?title=Rhine&oldid=x", ref{Title: "Rhine"}},
		{siteA, "/w/index.php?title=Rhine&oldid=-1", ref{Title: "Rhine"}},
		{siteA, "/w/index.php/Rhine", ref{Title: "Rhine"}},
		{siteA, "/zh-cn/Rhine", ref{Title: "Rhine"}},
		{siteB, "/dir/index.php/Rhine", ref{Title: "Rhine"}},
		{siteB, "/dir/index.php?title=Rhine", ref{Title: "Rhine"}},
		{siteA, "/", ref{}},
		{siteA, "/wiki/", ref{}},
		{siteA, "/wiki/__", ref{}},
		{siteA, "/w/index.php", ref{}},
		{siteB, "/elsewhere/Rhine", ref{}},
		{siteB, "/dir/index.phpx", ref{}},
	} {
		u, err := url.Parse(c.site.Server + c.address)
		if err != nil {
			t.Fatal(err)
		}
		if got, ok := c.site.ref(u); got != c.want || ok != (c.want != ref{}) {
			t.Errorf("%s is %+v (%v), want %+v", c.address, got, ok, c.want)
		}
	}
}

func TestIsCategory(t *testing.T) {
	for _, is := range []string{"Category:Rivers", "kategorie:Flüsse", "CATEGORY: Rivers"} {
		if !siteA.isCategory(is) {
			t.Errorf("%s is not a category", is)
		}
	}
	for _, not := range []string{"Category", "Category:", "Rivers", "Category talk:Rivers", "X:Category:Rivers", ""} {
		if siteA.isCategory(not) {
			t.Errorf("%s is a category", not)
		}
	}
}

func TestAddressesOfPages(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{siteA.page("Where? & 多"), "https://a.invalid/wiki/Where%3F_&_%E5%A4%9A"},
		{siteB.page("A/B"), "https://b.invalid/dir/index.php/A/B"},
		{siteA.permanent("A & B", 3), "https://a.invalid/w/index.php?title=A_%26_B&oldid=3"},
		{siteB.permanent("", 3), "https://b.invalid/dir/index.php?oldid=3"},
	} {
		if c.got != c.want {
			t.Errorf("got %s, want %s", c.got, c.want)
		}
	}
}

func TestFaultOf(t *testing.T) {
	for _, good := range []string{"Rhine", "C++", "Where?", "Æ", "A:B", strings.Repeat("a", 255)} {
		if err := faultOf(good); err != nil {
			t.Errorf("%q: %v", good, err)
		}
	}
	for _, bad := range []string{"", "a|b", "[[a]]", "{a}", "a<b", "\uFFFD", "a\x01", strings.Repeat("a", 300)} {
		if faultOf(bad) == nil {
			t.Errorf("%q can be a title", bad)
		}
	}
}

func TestUnknownLicenseIsTold(t *testing.T) {
	if notes := (revision{License: license{Text: "All rights reserved"}}).notes(); len(notes) != 1 || notes[0].Code != "unknown_license" || notes[0].Observed != "All rights reserved" {
		t.Errorf("notes are %v", notes)
	}
	if notes := (revision{}).notes(); len(notes) != 0 {
		t.Errorf("a wiki that says nothing: %v", notes)
	}
}

package mediawiki

import (
	"net/url"
	"strings"
	"testing"
	"unicode/utf8"
)

// Any URL is accepted or refused, and printing it does not show its password.
func FuzzAddress(f *testing.F) {
	for _, s := range []string{"https://wiki.invalid/wiki/A_B?oldid=3#x", "http://me:secret@wiki.invalid:80/w/index.php?title=%E5%A4%9A", "ftp://x/%zz",
		"https://me:se/cret@h/", "//[::1]/wiki/", "https://wiki.invalid/zh-cn/A"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		u, _, err := parseAddress(s)
		if err != nil {
			return
		}
		if u.User != nil || strings.Contains(u.Host, "@") || !isWeb(u) {
			t.Errorf("%q is %s", s, u)
		}
		for _, site := range []siteInfo{siteA, siteB} {
			r, ok := site.ref(u)
			if !ok {
				continue
			}
			if !utf8.ValidString(r.Title) || r.Title != normal(r.Title) {
				t.Errorf("%q has the title %q", s, r.Title)
			}
			if r.Title != "" && faultOf(r.Title) == nil {
				if back, err := url.Parse(site.page(r.Title)); err != nil {
					t.Errorf("%q: its page has no address: %v", r.Title, err)
				} else if again, _ := site.ref(back); again != r && back.RawQuery == "" {
					t.Errorf("%q comes back as %q", r.Title, again.Title)
				}
			}
		}
	})
}

// Any response of api.php is a result or an error.
func FuzzAnswer(f *testing.F) {
	f.Add([]byte(`{"query":{"normalized":[{"fromencoded":true,"from":"a%20b","to":"A b"}],"redirects":[{"from":"A b","to":"A b"}],"pages":[{"pageid":2,"title":"A b","revisions":[{"revid":3,"timestamp":"2021-06-07T08:09:10Z"}]}]}}`))
	f.Add([]byte(`{"error":{"code":"x","info":"y"}}`))
	f.Add([]byte(`{"query":{"pages":[{"missing":true,"title":"A b"}],"interwiki":[{"title":"A b","iw":"de"}]}}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		var got queryAnswer
		ans := &answer{status: 200, kind: "application/json", body: body}
		if decodeAPI(ans, &got) != nil {
			return
		}
		a := &api{}
		for _, rev := range []revision{a.byTitle(&got, "A b"), a.byNumber(&got, 2), a.byRevision(&got, 3)} {
			if rev.Refused == "" && strings.ContainsAny(rev.Title, "\n\r") {
				t.Errorf("a title of several lines: %q", rev.Title)
			}
		}
	})
}

// Any page can be searched for the link to its API.
func FuzzEditURI(f *testing.F) {
	f.Add([]byte(`<link rel="EditURI" href="//w/api.php?action=rsd">`))
	f.Add([]byte(`<html><head><link rel=EditURI><body>`))
	f.Fuzz(func(t *testing.T, page []byte) { editURI(page) })
}

// Any file of the cache gives what was stored, or nothing.
func FuzzCache(f *testing.F) {
	f.Add([]byte("tidywiki-cache 1 "+hash("s", []byte("data"))+" s\ndata"), "s")
	f.Add([]byte("tidywiki-cache 1\n"), "")
	f.Fuzz(func(t *testing.T, file []byte, state string) {
		data, got, ok := parseCached(file)
		if ok && !strings.Contains(string(file), hash(got, data)) {
			t.Errorf("%q was taken for %q", file, data)
		}
		good := []byte(cacheMagic + hash(state, file) + " " + state + "\n")
		if strings.Contains(state, "\n") {
			return
		}
		if data, got, ok := parseCached(append(good, file...)); !ok || got != state || string(data) != string(file) {
			t.Errorf("%q, %q came back as %q, %q", state, file, got, data)
		}
	})
}

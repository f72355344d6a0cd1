package mediawiki_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/tidywiki/tidywiki/extract/mediawiki"
)

type instead = func(w http.ResponseWriter, r *http.Request, n int) bool

func isPage(r *http.Request) bool {
	return r.URL.Query().Get("action") == "parse" || strings.HasSuffix(r.URL.Path, "/html")
}

// withoutAPI is a wiki that offers only rest.php.
func withoutAPI(w http.ResponseWriter, r *http.Request, _ int) bool {
	if strings.Contains(r.URL.Path, "/rest.php") && r.URL.Path[:3] == "/w/" {
		return false
	}
	http.NotFound(w, r)
	return true
}

// status answers with an error status.
func status(code int, header ...string) instead {
	return func(w http.ResponseWriter, _ *http.Request, _ int) bool {
		for i := 0; i < len(header); i += 2 {
			w.Header().Set(header[i], header[i+1])
		}
		w.WriteHeader(code)
		return true
	}
}

// says answers with JSON.
func says(body string) instead {
	return func(w http.ResponseWriter, _ *http.Request, _ int) bool {
		w.Header().Set("Content-Type", "application/json; charset=utf-8")
		fmt.Fprint(w, body)
		return true
	}
}

// sometimes applies to the requests for which when returns true.
func sometimes(do instead, when func(r *http.Request, n int) bool) instead {
	return func(w http.ResponseWriter, r *http.Request, n int) bool { return when(r, n) && do(w, r, n) }
}

func forPages(r *http.Request, _ int) bool { return isPage(r) }

func first(n int) func(*http.Request, int) bool {
	return func(_ *http.Request, i int) bool { return i < n }
}

const lag = `{"error":{"code":"maxlag","info":"Waiting for a database: 9 seconds lagged"}}`

func TestFaults(t *testing.T) {
	cutOff := func(w http.ResponseWriter, _ *http.Request, _ int) bool {
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("Content-Length", "1000")
		fmt.Fprint(w, `{"query":{"pages":[`)
		return true
	}
	cutGzip := func(w http.ResponseWriter, _ *http.Request, _ int) bool {
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		fmt.Fprint(z, strings.Repeat(`{"query":{"pages":[`, 1000))
		z.Close()
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("Content-Encoding", "gzip")
		w.Write(b.Bytes()[:b.Len()/2])
		return true
	}
	bomb := func(w http.ResponseWriter, _ *http.Request, _ int) bool {
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		z.Write(make([]byte, 1<<20))
		z.Close()
		return true
	}
	const good = "/wiki/List_of_rivers List of rivers 3"
	tests := []struct {
		name     string
		do       instead
		want     string
		requests int
	}{
		{"a server that comes back", sometimes(status(503), first(2)), good, 5},
		{"too many requests", sometimes(status(429, "Retry-After", "7"), first(1)), good, 4},
		{"databases that are behind", sometimes(says(lag), first(1)), good, 4},
		{"an answer cut off once", sometimes(cutOff, first(1)), good, 4},
		{"a compressed one", sometimes(cutGzip, first(1)), good, 4},
		{"JSON cut off", sometimes(says(`{"query":{"gen`), first(1)), good, 4},
		{"databases that stay behind", says(lag), "end: HOST: the wiki returned an error: Waiting for a database: 9 seconds lagged (maxlag); gave up after 3 tries", 3},
		{"a server that stays away", status(503), "end: HOST: the server returned 503 Service Unavailable; gave up after 3 tries", 3},
		{"a wait that is too long", status(429, "Retry-After", "86400"), "end: HOST: the server returned 429 Too Many Requests; try again after 24h0m0s", 1},
		{"an answer always cut off", cutOff, "end: HOST: the response was cut off; gave up after 3 tries", 3},
		{"no wiki", status(404), "end: HOST: no MediaWiki found there: neither api.php nor rest.php answers; save the page as a file and convert that", 0},
		{"another site", says(`{"hello":1}`), "end: HOST: no MediaWiki found there: neither api.php nor rest.php answers; save the page as a file and convert that", 0},
		{"no entry", status(403), "end: HOST: the server returned 403 Forbidden", 0},
		{"a private wiki", says(`{"error":{"code":"readapidenied","info":"You need read permission"}}`),
			"end: HOST: only its users may read it; save the page as a file and convert that", 1},
		{"a page that fails", sometimes(says(`{"error":{"code":"permissiondenied","info":"You may not\nread this"}}`), forPages),
			"page: /wiki/List_of_rivers: HOST: the wiki returned an error: You may not read this (permissiondenied)", 3},
		{"a page that always fails", sometimes(status(500), forPages),
			"page: /wiki/List_of_rivers: HOST: the server returned 500 Internal Server Error; gave up after 3 tries", 5},
		{"a page that is too large", sometimes(bomb, forPages),
			"page: /wiki/List_of_rivers: HOST: larger than the limit for one response, 100000 bytes", 3},
		{"another revision than was asked for", sometimes(says(`{"parse":{"revid":4,"text":"<p>another</p>"}}`), forPages),
			"page: /wiki/List_of_rivers: not a response of MediaWiki's api.php: no page in it", 3},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := newFake(t)
			f.instead = tt.do
			_, got := all(t, f.URL, mediawiki.Options{Retries: 2, MaxBytes: 100_000}, "/wiki/List_of_rivers")
			if got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
			if n := len(f.asked); tt.requests != 0 && n != tt.requests || n > 20 {
				t.Errorf("%d requests, want %d", n, tt.requests)
			}
		})
	}
}

// If the server fails to render one page, the error is that of the page; three in a row
// are an error of the server.
func TestStrikes(t *testing.T) {
	f := newFake(t)
	f.instead = sometimes(status(500), forPages)
	_, got := all(t, f.URL, mediawiki.Options{Retries: -1}, "/wiki/List_of_rivers", "/w/index.php?oldid=2", "/w/index.php?oldid=9999", "/wiki/Category:Rivers")
	if lines := strings.Split(got, "\n"); len(lines) != 4 || !strings.HasPrefix(lines[3], "end: /wiki/Where") {
		t.Errorf("got\n%s\nwant two pages' errors, the missing revision's, and an end", got)
	}
}

func TestTimeout(t *testing.T) {
	f := newFake(t)
	release := make(chan bool)
	t.Cleanup(func() { close(release) })
	f.instead = func(http.ResponseWriter, *http.Request, int) bool { <-release; return true }
	_, got := all(t, f.URL, mediawiki.Options{Retries: 1, Timeout: 20 * time.Millisecond}, "/wiki/List_of_rivers")
	if want := "end: HOST: no response within 20ms: context deadline exceeded; gave up after 2 tries"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// Waiting is called before each wait.
func TestWaiting(t *testing.T) {
	f := newFake(t)
	f.instead = sometimes(status(429, "Retry-After", "7"), first(2))
	var waits []string
	all(t, f.URL, mediawiki.Options{Waiting: func(d time.Duration, host string) { waits = append(waits, d.String()+" "+host) }}, "/wiki/List_of_rivers")
	host := strings.TrimPrefix(f.URL, "http://")
	if got, want := strings.Join(waits, ", "), "7s "+host+", 7s "+host; got != want {
		t.Errorf("waits %q, want %q", got, want)
	}
}

func TestCancelled(t *testing.T) {
	f := newFake(t)
	ctx, cancel := context.WithCancel(context.Background())
	f.instead = func(http.ResponseWriter, *http.Request, int) bool { cancel(); return false }
	set, err := mediawiki.Open([]string{f.URL + "/wiki/List_of_rivers"}, quick(mediawiki.Options{}))
	if err != nil {
		t.Fatal(err)
	}
	for src, err := range set.All(ctx) {
		if src != nil || !errors.Is(err, context.Canceled) {
			t.Errorf("yields %v, %v", src, err)
		}
	}
}

// Redirects are limited, and passwords are not sent to other servers.
func TestRedirects(t *testing.T) {
	const refused = "end: HOST: no MediaWiki found there: neither api.php nor rest.php answers; save the page as a file and convert that"
	other := newFake(t)
	tests := []struct{ name, to, want string }{
		{"to another host", other.URL, "/wiki/List_of_rivers List of rivers 3"},
		{"to a file", "file:///etc/passwd", refused},
		{"to nowhere", "ftp://wiki.invalid", refused},
		{"in a circle", "", refused},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := newFake(t)
			f.instead = func(w http.ResponseWriter, r *http.Request, _ int) bool {
				if user, password, ok := r.BasicAuth(); !ok || user != "me" || password != "secret" {
					t.Errorf("the user of the URL was not sent to its own host")
				}
				http.Redirect(w, r, tt.to+r.URL.RequestURI(), http.StatusFound)
				return true
			}
			address := strings.Replace(f.URL, "http://", "http://me:secret@", 1)
			_, got := all(t, f.URL, mediawiki.Options{}, address+"/wiki/List_of_rivers")
			if got = strings.ReplaceAll(got, other.URL, ""); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
	for _, r := range other.asked {
		if r.Header.Get("Authorization") != "" || strings.Contains(r.Header.Get("Referer"), "secret") {
			t.Errorf("another host got the user: %v", r.Header)
		}
	}
	if len(other.asked) != 3 {
		t.Errorf("the other host was asked %d times, want 3: from the first redirect on", len(other.asked))
	}
}

// A server with an untrusted certificate is not tried again.
func TestCertificates(t *testing.T) {
	n := 0
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { n++ }))
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.StartTLS()
	defer server.Close()
	_, got := all(t, server.URL, mediawiki.Options{}, server.URL+"/wiki/Rivers")
	if !strings.Contains(got, "certificate") || strings.Contains(got, "gave up") || n != 0 {
		t.Errorf("got %s after %d requests", got, n)
	}
}

// Nothing that is printed contains the password of a URL.
func TestCredentialsStaySecret(t *testing.T) {
	f := newFake(t)
	for _, do := range []instead{nil, status(500), status(404), withoutAPI, func(http.ResponseWriter, *http.Request, int) bool { panic(http.ErrAbortHandler) }} {
		f.instead = do
		address := strings.Replace(f.URL, "http://", "http://me:secret@", 1)
		sources, got := all(t, f.URL, mediawiki.Options{Retries: -1}, address+"/wiki/List_of_rivers")
		for _, src := range sources {
			got += src.Name + src.Revision.URL
		}
		if strings.Contains(got, "secret") || strings.Contains(got, "me@") {
			t.Errorf("printed: %s", got)
		}
	}
	for _, bad := range []string{"https://me:secret@wiki.invalid:x/wiki/A", "ftp://me:secret@wiki.invalid/", "https://me:sec ret@wiki.invalid/",
		"https://me:sec/secret@wiki.invalid/%zz", "HTTPS://me:secret@"} {
		_, err := mediawiki.Open([]string{bad}, mediawiki.Options{})
		if err == nil || strings.Contains(err.Error(), "sec") {
			t.Errorf("Open(%q): %v", bad, err)
		}
	}
}

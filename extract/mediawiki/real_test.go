package mediawiki_test

import (
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// mediaWiki is the folder that testdata/mediawiki/setup has filled.
func mediaWiki(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("short: no real wiki is asked")
	}
	dir := os.Getenv("TIDYWIKI_MEDIAWIKI")
	if dir == "" {
		t.Skip("no real wiki: run testdata/mediawiki/setup and set TIDYWIKI_MEDIAWIKI to testdata/mediawiki")
	}
	if _, err := os.Stat(filepath.Join(dir, "data", "wiki.sqlite")); err != nil {
		t.Fatalf("TIDYWIKI_MEDIAWIKI: %v: run its setup", err)
	}
	return dir
}

// A realWiki is a MediaWiki on a local port with its own databases, behind a proxy that
// counts requests.
type realWiki struct {
	t     *testing.T
	dir   string
	env   []string
	back  string // where PHP listens
	php   *exec.Cmd
	log   strings.Builder
	front *httptest.Server

	mu     sync.Mutex
	asked  []string                   // path and query of the requests
	before func(request string)       // called with each, before it goes on
	after  func(*http.Response) error // may change answers
	noAPI  bool                       // keeps api.php from being reached
}

// startWiki serves a copy of the wiki; env are further settings.
func startWiki(t *testing.T, env ...string) *realWiki {
	t.Helper()
	w := &realWiki{t: t, dir: mediaWiki(t)}
	data := t.TempDir()
	if err := os.CopyFS(data, os.DirFS(filepath.Join(w.dir, "data"))); err != nil {
		t.Fatal(err)
	}
	port := freePort(t)
	back := &url.URL{Scheme: "http", Host: fmt.Sprintf("127.0.0.1:%d", port)}
	proxy := &httputil.ReverseProxy{
		Rewrite: func(r *httputil.ProxyRequest) { r.SetURL(back) },
		ModifyResponse: func(r *http.Response) error {
			w.mu.Lock()
			after := w.after
			w.mu.Unlock()
			if after != nil {
				return after(r)
			}
			return nil
		},
		// If the wiki is gone, send no response at all, not even the proxy's own.
		ErrorHandler: func(http.ResponseWriter, *http.Request, error) { panic(http.ErrAbortHandler) },
	}
	w.front = httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		w.mu.Lock()
		w.asked = append(w.asked, r.URL.RequestURI())
		before, noAPI := w.before, w.noAPI
		w.mu.Unlock()
		if noAPI && r.URL.Path != "/w/rest.php" && !strings.HasPrefix(r.URL.Path, "/w/rest.php/") {
			http.NotFound(rw, r)
			return
		}
		if before != nil {
			before(r.URL.RequestURI())
		}
		proxy.ServeHTTP(rw, r)
	}))
	t.Cleanup(w.front.Close)
	w.env = append(os.Environ(), append(env, "TIDYWIKI_WIKI_DATA="+data, "TIDYWIKI_WIKI_SERVER="+w.front.URL,
		"MW_CONFIG_FILE="+filepath.Join(w.dir, "LocalSettings.php"))...)
	w.back = back.Host
	w.start()
	t.Cleanup(func() {
		w.stop()
		if t.Failed() {
			t.Logf("php: %s", w.log.String())
		}
	})
	return w
}

// start starts PHP's web server, and waits until it answers.
func (w *realWiki) start() {
	w.t.Helper()
	w.php = exec.Command("php", "-S", w.back, filepath.Join(w.dir, "router.php"))
	w.php.Env = w.env
	w.php.Stdout, w.php.Stderr = &w.log, &w.log
	if err := w.php.Start(); err != nil {
		w.t.Fatal(err)
	}
	for range 200 {
		if conn, err := net.Dial("tcp", w.back); err == nil {
			conn.Close()
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	w.t.Fatal("php does not listen")
}

// version returns the version of the wiki: "MediaWiki 1.39.17".
func (w *realWiki) version() string {
	w.t.Helper()
	resp, err := http.Get(w.front.URL + "/w/api.php?action=query&meta=siteinfo&format=json")
	if err != nil {
		w.t.Fatal(err)
	}
	defer resp.Body.Close()
	var got struct {
		Query struct{ General struct{ Generator string } }
	}
	if err := json.NewDecoder(resp.Body).Decode(&got); err != nil {
		w.t.Fatal(err)
	}
	return got.Query.General.Generator
}

func (w *realWiki) stop() {
	w.php.Process.Kill()
	w.php.Wait()
}

// edit changes the text of a page, as a user would.
func (w *realWiki) edit(title, text string) {
	w.t.Helper()
	w.maintain(strings.NewReader(text), "edit.php", "--user", "Admin", "--summary", "test", title)
	w.maintain(nil, "runJobs.php")
}

func (w *realWiki) maintain(stdin io.Reader, script string, args ...string) {
	w.t.Helper()
	cmd := exec.Command("php", append([]string{"/usr/share/mediawiki/maintenance/" + script}, args...)...)
	cmd.Env, cmd.Stdin = w.env, stdin
	if out, err := cmd.CombinedOutput(); err != nil {
		w.t.Fatalf("%s: %v\n%s", script, err, out)
	}
}

// count returns the number of requests by action since the last call.
func (w *realWiki) count() map[string]int {
	w.mu.Lock()
	defer w.mu.Unlock()
	n := map[string]int{}
	for _, a := range w.asked {
		u, err := url.Parse(a)
		if err != nil {
			w.t.Fatal(err)
		}
		q := u.Query()
		switch {
		case q.Get("meta") != "":
			n["site"]++
		case q.Get("list") != "":
			n["members"]++
		case q.Get("action") == "parse" || strings.Contains(q.Get("rvprop"), "content"):
			n["content"]++
		case q.Get("action") == "query":
			n["revisions"]++
		default:
			n[u.Path]++
		}
	}
	w.asked = nil
	return n
}

func freePort(t *testing.T) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

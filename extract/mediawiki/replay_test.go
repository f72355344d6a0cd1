package mediawiki_test

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"github.com/tidywiki/tidywiki/extract/mediawiki"
	"github.com/tidywiki/tidywiki/extract/source"
)

// recorded has responses of a real wiki, one file per request: the status and media type
// on the first line, then the body. TestRecord made it.
const recorded = "testdata/recorded.txtar"

// recordedBase is the URL of the wiki in the recordings.
const recordedBase = "http://wiki.invalid"

// A fake is a server that returns the recorded responses.
type fake struct {
	*httptest.Server
	t       *testing.T
	answers map[string][]byte

	mu    sync.Mutex
	asked []*http.Request
	// instead may answer a request itself; n counts from 0.
	instead func(w http.ResponseWriter, r *http.Request, n int) bool
}

func newFake(t *testing.T) *fake {
	t.Helper()
	archive, err := txtar.ParseFile(recorded)
	if err != nil {
		t.Fatal(err)
	}
	f := &fake{t: t, answers: map[string][]byte{}}
	for _, file := range archive.Files {
		f.answers[file.Name] = file.Data
	}
	f.Server = httptest.NewServer(f)
	t.Cleanup(f.Close)
	return f
}

func (f *fake) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	f.mu.Lock()
	n := len(f.asked)
	f.asked = append(f.asked, r)
	instead := f.instead
	f.mu.Unlock()
	if instead != nil && instead(w, r, n) {
		return
	}
	f.answer(w, r.URL.RequestURI())
}

func (f *fake) answer(w http.ResponseWriter, request string) {
	file, ok := f.answers[request]
	if !ok {
		f.t.Errorf("no answer was recorded for %s", request)
		http.NotFound(w, nil)
		return
	}
	head, body, _ := bytes.Cut(file, []byte("\n"))
	var status int
	var kind string
	if _, err := fmt.Sscan(string(head), &status, &kind); err != nil {
		f.t.Error(err)
	}
	w.Header().Set("Content-Type", kind+"; charset=utf-8")
	w.WriteHeader(status)
	w.Write(bytes.ReplaceAll(bytes.TrimSuffix(body, []byte("\n")), []byte(recordedBase), []byte(f.URL)))
}

// requests counts the requests with a text in their path or query.
func (f *fake) requests(text string) int {
	f.mu.Lock()
	defer f.mu.Unlock()
	n := 0
	for _, r := range f.asked {
		if strings.Contains(r.URL.RequestURI(), text) {
			n++
		}
	}
	return n
}

// quick returns options for tests, without waits.
func quick(opt mediawiki.Options) mediawiki.Options {
	opt.Wait = func(ctx context.Context, _ time.Duration) error { return ctx.Err() }
	return opt
}

// all reads a set and returns one line per source or error, without the URL of the wiki.
func all(t *testing.T, base string, opt mediawiki.Options, args ...string) (sources []*source.Source, listing string) {
	t.Helper()
	args = slices.Clone(args)
	for i, a := range args {
		if strings.HasPrefix(a, "/") {
			args[i] = base + a
		}
	}
	set, err := mediawiki.Open(args, quick(opt))
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for src, err := range set.All(context.Background()) {
		var page *source.PageError
		switch {
		case errors.As(err, &page):
			lines = append(lines, "page: "+err.Error())
		case err != nil:
			lines = append(lines, "end: "+err.Error())
		default:
			sources = append(sources, src)
			lines = append(lines, fmt.Sprintf("%s %s %d", src.Name, src.Title, src.Revision.ID))
		}
	}
	host := strings.TrimPrefix(base, "http://")
	return sources, strings.ReplaceAll(strings.ReplaceAll(strings.Join(lines, "\n"), base, ""), host, "HOST")
}

var record = flag.Bool("record", false, "record the answers of a real wiki")

// scenarios has the recorded arguments, read in both formats.
var scenarios = [][]string{
	{"/wiki/River_list"},
	{"/wiki/List_of_rivers"},
	{"/w/index.php?oldid=2", "/w/index.php?oldid=9999", "/w/index.php?curid=2", "/?curid=777"},
	{"/wiki/Category:Rivers"},
	{"/wiki/Category:Nothing"},
	{"/wiki/Where%3F_%26_多瑙河", "/wiki/Nope", "/wiki/Special:Version", "/wiki/Module:Length", "/wiki/river_list", "/wiki/http://%3F"},
}

func TestRecord(t *testing.T) {
	if !*record {
		t.Skip("records only with -record")
	}
	w := startWiki(t)
	archive := &txtar.Archive{Comment: []byte("What MediaWiki 1.39 answered. Made by: go test ./extract/mediawiki -run TestRecord -record\n")}
	w.after = func(r *http.Response) error {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			return err
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		name := r.Request.URL.RequestURI()
		if slices.ContainsFunc(archive.Files, func(f txtar.File) bool { return f.Name == name }) {
			return nil
		}
		kind, _, _ := strings.Cut(r.Header.Get("Content-Type"), ";")
		data := fmt.Appendf(nil, "%d %s\n", r.StatusCode, kind)
		data = append(data, bytes.ReplaceAll(body, []byte(w.front.URL), []byte(recordedBase))...)
		archive.Files = append(archive.Files, txtar.File{Name: name, Data: append(data, '\n')})
		return nil
	}
	for _, api := range []bool{true, false} {
		w.noAPI = !api
		for _, args := range scenarios {
			for _, format := range []string{mediawiki.HTML, mediawiki.Wikitext} {
				all(t, w.front.URL, mediawiki.Options{Format: format, Retries: -1,
					Transport: &http.Transport{DisableCompression: true}}, args...)
			}
		}
	}
	if err := os.WriteFile(recorded, txtar.Format(archive), 0o644); err != nil {
		t.Fatal(err)
	}
}

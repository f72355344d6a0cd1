package main

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"

	"golang.org/x/tools/txtar"
)

// recordedWiki serves recorded responses of a real wiki. Each file of the archive is a
// response, named by its request, with the status and media type on the first line. Other
// requests get status 404.
func recordedWiki(t *testing.T) *httptest.Server {
	archive, err := txtar.ParseFile("../../extract/mediawiki/testdata/recorded.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var server *httptest.Server
	server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for _, f := range archive.Files {
			if f.Name != r.URL.RequestURI() {
				continue
			}
			head, body, _ := bytes.Cut(f.Data, []byte("\n"))
			var status int
			var kind string
			if _, err := fmt.Sscan(string(head), &status, &kind); err != nil {
				t.Error(err)
			}
			w.Header().Set("Content-Type", kind)
			w.WriteHeader(status)
			w.Write(bytes.ReplaceAll(body, []byte("http://wiki.invalid"), []byte(server.URL)))
			return
		}
		http.NotFound(w, r)
	}))
	t.Cleanup(server.Close)
	return server
}

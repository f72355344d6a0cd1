package mediawiki_test

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"net/http/httptest"

	"github.com/tidywiki/tidywiki/extract/mediawiki"
)

func ExampleOpen() {
	// A wiki with one page, in place of a real one.
	wiki := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		switch q := r.URL.Query(); {
		case q.Get("meta") == "siteinfo":
			fmt.Fprint(w, `{"query":{"general":{"server":"https://wiki.example","articlepath":"/wiki/$1","script":"/w/index.php"},
				"rightsinfo":{"url":"https://creativecommons.org/licenses/by-sa/4.0/"}}}`)
		case q.Get("action") == "query":
			fmt.Fprint(w, `{"query":{"pages":[{"pageid":7,"title":"Rhine","revisions":[{"revid":12,"timestamp":"2025-07-12T10:11:12Z"}]}]}}`)
		default:
			fmt.Fprint(w, `{"parse":{"revid":12,"text":"<p>The Rhine is long.</p>"}}`)
		}
	}))
	defer wiki.Close()

	set, err := mediawiki.Open([]string{wiki.URL + "/wiki/Rhine"}, mediawiki.Options{UserAgent: "rivers/1.0 (me@wiki.example)"})
	if err != nil {
		log.Fatal(err)
	}
	for src, err := range set.All(context.Background()) {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(src.Name, src.License)
		fmt.Println(src.Revision.URL)
		fmt.Println(src.Text())
	}
	// Output:
	// https://wiki.example/wiki/Rhine CC-BY-SA-4.0
	// https://wiki.example/w/index.php?title=Rhine&oldid=12
	// <p>The Rhine is long.</p>
}

package extract_test

import (
	"context"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/tidywiki/tidywiki/extract/html"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
)

// TestHTMLDocumentsStay: documents do not change when other pages are read, one after
// another or at the same time.
func TestHTMLDocumentsStay(t *testing.T) {
	pages := slices.Concat(htmlWikis, htmlBroken)
	var docs []*document.Document
	var want []string
	for _, page := range pages {
		d := htmlRead(t, &source.Source{Data: []byte(page)})
		docs, want = append(docs, d), append(want, dump(d))
	}
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			for i, page := range pages {
				if got := dump(htmlRead(t, &source.Source{Data: []byte(page)})); got != want[i] {
					t.Errorf("%s\ngives\n%s\nand before\n%s", page, got, want[i])
				}
			}
		})
	}
	wait.Wait()
	for i, d := range docs {
		if got := dump(d); got != want[i] {
			t.Errorf("%s\nbecame\n%s\nand was\n%s", pages[i], got, want[i])
		}
	}
}

func TestHTMLCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if d, err := html.New(html.Options{}).Extract(ctx, &source.Source{Data: []byte("<p>a")}); err == nil || d != nil {
		t.Errorf("a cancelled run gives %v, %v", d, err)
	}
}

// TestHTMLTitleOfTheSource: what a wiki says of its page is surer than the page, which
// may write it in other letters.
func TestHTMLTitleOfTheSource(t *testing.T) {
	for _, c := range []struct{ source, page, want string }{
		{"Rhine", "<title>x</title>", "Rhine"},
		{"Rhine_(river)", `<h1 id="firstHeading">Rhine (river)</h1>`, "Rhine (river)"},
		{"EBay", `<h1 id="firstHeading"><span>eBay</span></h1>`, "eBay"},
		{"EBay", `<h1>Auctions</h1>`, "EBay"},
		{"", `<h1>Auctions</h1>`, "Auctions"},
		{"", `<p>text</p>`, ""},
	} {
		d := htmlRead(t, &source.Source{Title: c.source, Data: []byte(c.page)})
		if d.Title != c.want || d.Sections[0].Title.Plain != c.want {
			t.Errorf("%q with %s is %q, its lead %q, want %q", c.source, c.page, d.Title, d.Sections[0].Title.Plain, c.want)
		}
	}
}

// TestHTMLTextsShareThePage: a cell that is one stretch of the page costs no memory.
func TestHTMLTextsShareThePage(t *testing.T) {
	page := "<table>" + strings.Repeat("<tr><td>Rhine<td>1,233", 2000) + "</table>"
	src := &source.Source{Data: []byte(page)}
	h := html.New(html.Options{})
	n := testing.AllocsPerRun(5, func() {
		if _, err := h.Extract(context.Background(), src); err != nil {
			t.Fatal(err)
		}
	})
	if n > 200 {
		t.Errorf("%v allocations for 4000 cells", n)
	}
}

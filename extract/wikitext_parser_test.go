package extract_test

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"
	"unicode/utf16"

	"github.com/tidywiki/tidywiki/extract/wikitext"

	"github.com/tidywiki/tidywiki/extract/source"
)

// TestWikitextOtherBytes: a page reads the same whatever its line ends and its encoding.
func TestWikitextOtherBytes(t *testing.T) {
	const page = "{{Infobox x\n|ä=b\n}}\n\n{|\n|+ é\n| a\nb || 河\n|}\n* c\n"
	want := outlineOf(wikitextParse(t, page, nil))
	for name, in := range map[string]string{
		"CRLF": strings.ReplaceAll(page, "\n", "\r\n"), "CR": strings.ReplaceAll(page, "\n", "\r"),
		"mark": "\uFEFF" + page, "UTF-16": wikitextUtf16le("\uFEFF" + page),
	} {
		if got := outlineOf(wikitextParse(t, in, nil)); got != want {
			t.Errorf("%s gives\n%s\nwant\n%s", name, got, want)
		}
	}
}

func wikitextUtf16le(s string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		b.Write([]byte{byte(u), byte(u >> 8)})
	}
	return b.String()
}

// TestWikitextTogether reads pages at the same time: parsers share memory that they use
// again, but never with a document.
func TestWikitextTogether(t *testing.T) {
	w := wikitext.New(wikitext.Options{})
	var want []string
	for _, s := range wikitextSeeds {
		want = append(want, outlineOf(wikitextParse(t, s, nil)))
	}
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 50 {
				for i, s := range wikitextSeeds {
					doc, err := w.Extract(context.Background(), &source.Source{Data: []byte(s)})
					if err != nil {
						t.Error(err)
					} else if got := outlineOf(doc); got != want[i] {
						t.Errorf("%q gives\n%s\nwant\n%s", s, got, want[i])
					}
				}
			}
		})
	}
	all.Wait()
}

func TestWikitextCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := wikitext.New(wikitext.Options{}).Extract(ctx, &source.Source{}); !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v", err)
	}
}

func TestWikitextSourceTitle(t *testing.T) {
	for _, c := range []struct{ known, page, want string }{
		{"EBay", "{{DISPLAYTITLE:eBay}}", "eBay"}, {"EBay", "{{DISPLAYTITLE:Shop}}", "EBay"}, {"", "{{DISPLAYTITLE:''x''}}", "x"},
		{"A", "= B =", "A"}, {"", "= B =", "B"}, {"", "text\n= B =", ""}, {"", "{{Infobox x|a=b}}\n= B =", "B"}, {" A\u00a0b ", "", "A b"},
	} {
		doc, err := wikitext.New(wikitext.Options{}).Extract(t.Context(), &source.Source{Title: c.known, Data: []byte(c.page)})
		if err != nil {
			t.Fatal(err)
		}
		if doc.Title != c.want || doc.Sections[0].Title.Plain != c.want {
			t.Errorf("%q %q is titled %q, %q", c.known, c.page, doc.Title, doc.Sections[0].Title.Plain)
		}
	}
}

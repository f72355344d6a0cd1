package extract_test

import (
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/extract/wikitext"

	"github.com/tidywiki/tidywiki/extract/source"
)

func TestWikitextVariants(t *testing.T) {
	for _, c := range []struct{ language, in, want string }{
		{"zh", "a -{zh-hans:软件;zh-hant:軟體}- b", "a 软件 b"}, {"zh-TW", "-{R|x}-", "x"}, {"sr", "-{x}-", "x"},
		{"zh", "-{H|zh:a;zh-tw:b}-c", "c"}, {"zh", "-{a|b}-", "a|b"}, {"zh", "-{T|zh:a}-b", "b"},
		{"zh", "a -{ b", "a -{ b"}, {"en", "-{x}-", "-{x}-"}, {"", "-{x}-", "-{x}-"}, {"zh", "a-b", "a-b"},
	} {
		doc, err := wikitext.New(wikitext.Options{}).Extract(t.Context(), &source.Source{Language: c.language, Data: []byte(c.in)})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(wikitextProse(doc), "|"); got != c.want {
			t.Errorf("%s %s is %q, want %q", c.language, c.in, got, c.want)
		}
	}
}

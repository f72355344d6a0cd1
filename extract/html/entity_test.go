package html

import (
	"html"
	"strings"
	"testing"
)

func TestEntities(t *testing.T) {
	for _, c := range []struct {
		text, want, attr string // attr where an attribute reads differently
	}{
		{"&amp;", "&", ""}, {"&lt;b&gt;", "<b>", ""}, {"&copy;", "©", ""}, {"&copy", "©", ""}, {"&copy2", "©2", "&copy2"},
		{"&copy=1", "©=1", "&copy=1"}, {"&notit;", "¬it;", "&notit;"}, {"&notin;", "∉", ""}, {"&#65;", "A", ""}, {"&#65", "A", ""},
		{"&#x41;", "A", ""}, {"&#X41z", "Az", ""}, {"&#128;", "€", ""}, {"&#0;", "\uFFFD", ""}, {"&#xD800;", "\uFFFD", ""},
		{"&#x110000;", "\uFFFD", ""}, {"&#99999999999999999999;", "\uFFFD", ""}, {"&#1;", "\uFFFD", ""}, {"&#0065;", "A", ""},
		{"&CounterClockwiseContourIntegral;", "∳", ""},
		{"&", "&", ""}, {"&;", "&;", ""}, {"& amp;", "& amp;", ""}, {"&unknown;", "&unknown;", ""}, {"&#;", "&#;", ""}, {"&#x;", "&#x;", ""},
		{"&#xg", "&#xg", ""}, {"AT&T", "AT&T", ""}, {"&AMP", "&", ""}, {"&amp;amp;", "&amp;", ""},
	} {
		if got := plainText(c.text); got != c.want {
			t.Errorf("%q is %q, want %q", c.text, got, c.want)
		}
		want := c.want
		if c.attr != "" {
			want = c.attr
		}
		if got := decodeAttr(c.text); got != want {
			t.Errorf("the attribute %q is %q, want %q", c.text, got, want)
		}
	}
}

// TestCommonEntities: the short cut says what the standard library says.
func TestCommonEntities(t *testing.T) {
	for name, text := range common {
		if want := html.UnescapeString("&" + name + ";"); text != want {
			t.Errorf("&%s; is %q, want %q", name, text, want)
		}
	}
	for _, name := range []string{"CounterClockwiseContourIntegral"} {
		if len(name)+2 > longestEntity || strings.Contains(name, "&") {
			t.Errorf("%s is longer than the limit", name)
		}
	}
}

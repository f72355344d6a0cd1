package html

import (
	"html"
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

// TestLongestEntity: the longest name of the standard is within the limit.
func TestLongestEntity(t *testing.T) {
	if name := "&CounterClockwiseContourIntegral;"; len(name) > longestEntity || html.UnescapeString(name) == name {
		t.Errorf("%s is longer than the limit, or no reference", name)
	}
}

package diff

import (
	"slices"
	"strings"
	"testing"
)

// shared shows what match found: the tokens that both have, in order.
func shared(a, b string) string {
	var s strings.Builder
	for i, j := range match(tokens(a), tokens(b), 256) {
		if j >= 0 {
			s.WriteByte(a[i])
		}
	}
	return s.String()
}

func tokens(s string) []int32 {
	out := make([]int32, len(s))
	for i := range out {
		out[i] = int32(s[i])
	}
	return out
}

func TestMatch(t *testing.T) {
	for _, tt := range []struct{ a, b, want string }{
		{"", "", ""}, {"abc", "", ""}, {"", "abc", ""}, {"abc", "abc", "abc"},
		{"abc", "xabc", "abc"}, {"abc", "abcx", "abc"}, {"abc", "axbc", "abc"}, {"abc", "ac", "ac"},
		{"abc", "xyz", ""}, {"aaaa", "aa", "aa"}, {"0a0b0c0", "0a0b0x0c0", "0a0b0c0"},
		{"abcdef", "defabc", "def"}, {"00100", "0000", "0000"}, {"abxcd", "abycd", "abcd"},
	} {
		if got := shared(tt.a, tt.b); got != tt.want {
			t.Errorf("%q and %q share %q, want %q", tt.a, tt.b, got, tt.want)
		}
	}
}

func FuzzMatch(f *testing.F) {
	f.Add("abcabba", "cbabac")
	f.Add(strings.Repeat("ab", 40), strings.Repeat("ba", 40))
	f.Fuzz(func(t *testing.T, a, b string) {
		last := int32(-1)
		for i, j := range match(tokens(a), tokens(b), 256) {
			if j < 0 {
				continue
			}
			if j <= last || a[i] != b[j] {
				t.Fatalf("%q and %q: %d goes to %d after %d", a, b, i, j, last)
			}
			last = j
		}
		if a == b && shared(a, b) != a {
			t.Fatalf("%q is not itself", a)
		}
	})
}

func TestPageOrder(t *testing.T) {
	p := newPageOrder(strings.Fields("a b c d e"), strings.Fields("a d b x e"))
	for page, want := range map[string]int{"a": 0, "c": onlyHere, "e": 4} {
		if p.old[page] != want {
			t.Errorf("page %s has place %d, want %d", page, p.old[page], want)
		}
	}
	if p.new["x"] != onlyHere || p.has("c") || p.has("x") || !p.has("b") || !p.has("d") {
		t.Errorf("%+v", p)
	}
	if places := []int{p.old["b"], p.old["d"]}; slices.Contains(places, onlyHere) || !slices.Contains(places, elsewhere) {
		t.Errorf("b and d, which changed places, have %v", places)
	}
}

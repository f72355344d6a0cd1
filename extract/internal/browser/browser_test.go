package browser_test

import (
	"fmt"
	"testing"

	"github.com/tidywiki/tidywiki/extract/internal/browser"
)

func TestSpan(t *testing.T) {
	for _, c := range []struct {
		value string
		want  int
		ok    bool
	}{
		{"2", 2, true}, {"2;", 2, true}, {" \t3px", 3, true}, {"+4", 4, true}, {"0", 0, true}, {"007", 7, true}, {"2.9", 2, true},
		{"65535", 65534, true}, {"99999999999999999999", 65534, true},
		{"", 0, false}, {"-2", 0, false}, {"x2", 0, false}, {"two", 0, false}, {"\u00a02", 0, false}, {"++2", 0, false},
	} {
		if n, ok := browser.Span(c.value); n != c.want || ok != c.ok {
			t.Errorf("%q is %d %v, want %d %v", c.value, n, ok, c.want, c.ok)
		}
	}
}

func TestStyles(t *testing.T) {
	for _, c := range []struct {
		style       string
		hides, pads bool
	}{
		{"display:none", true, false}, {" color: red ; DISPLAY : None !important", true, false}, {"visibility:hidden", false, true},
		{"", false, false}, {"display", false, false}, {"display:inline", false, false}, {"x-display:none", false, false},
		{"display:inline;display:none", false, false}, {"none", false, false}, {"visibility:visible", false, false},
	} {
		if hides, pads := browser.Hides(c.style), browser.Pads(c.style); hides != c.hides || pads != c.pads {
			t.Errorf("%q: %v %v", c.style, hides, pads)
		}
	}
}

func TestShiftable(t *testing.T) {
	for text, want := range map[string]bool{"6": true, "-12": true, "−1": true, "2+": true,
		"": false, "+": false, "th": false, "(7–4)": false, "a": false, "1a": false, "[1]": false, "1 2": false} {
		if got := browser.Shiftable(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestWideSpace(t *testing.T) {
	for text, want := range map[string]int{"\u00a0x": 2, "\u2003": 3, "\u202f1": 3, "\u3000": 3, "\u1680": 3, "\u205f": 3, "\u0085": 2,
		"x": 0, " ": 0, "\u00a1": 0, "\u2013": 0, "\u200b": 0, "\xe2\x80": 0, "\xc2": 0, "é": 0, "\u3001": 0} {
		if got := browser.WideSpace(text); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}

func ExampleRaise() {
	fmt.Println("10"+browser.Raise("-6"), "H"+browser.Lower("2")+"O")
	// Output: 10⁻⁶ H₂O
}

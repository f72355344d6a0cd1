package wordlist_test

import (
	"slices"
	"testing"

	"github.com/tidywiki/tidywiki/extract/internal/wordlist"
)

func TestAll(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"a: b, c\nd: e", []string{"a=b", "a=c", "d=e"}},
		{"a: two words ,b\r\n", []string{"a=two words", "a=b"}},
		{"  a:b:c\n", []string{"a=b:c"}},
		{"# a: b\n\nno pair\n", nil},
		{"", nil},
	} {
		var got []string
		for kind, word := range wordlist.All(tt.text) {
			got = append(got, kind+"="+word)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestAllEndsEarly(t *testing.T) {
	n := 0
	for range wordlist.All("a: b, c\nd: e") {
		if n++; n == 2 {
			break
		}
	}
	if n != 2 {
		t.Error(n)
	}
}

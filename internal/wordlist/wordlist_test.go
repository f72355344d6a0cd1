package wordlist_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/tidywiki/tidywiki/internal/wordlist"
)

func TestAll(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"a: b, c\nd: e", []string{"a=b", "a=c", "d=e"}},
		{"a: two words ,b\r\n", []string{"a=two words", "a=b"}},
		{"  a:b:c\n", []string{"a=b:c"}},
		{"# a: b\n\nno pair\n#\n", nil},
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

func TestLines(t *testing.T) {
	const text = "# comment\r\n a b \n\n#\n#x\n  # comment\nlast"
	want := []string{"a b", "#", "#x", "last"}
	if got := slices.Collect(wordlist.Lines(text)); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	set := wordlist.Set(text)
	for _, line := range want {
		if !set[line] {
			t.Errorf("%q is not in %v", line, set)
		}
	}
	if len(set) != len(want) {
		t.Error(set)
	}
}

func TestPairs(t *testing.T) {
	var got []string
	for word, rest := range wordlist.Pairs("km  kilo metre\none\n# no pair\n") {
		got = append(got, word+"="+rest)
	}
	if want := []string{"km=kilo metre"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func ExampleAll() {
	for kind, word := range wordlist.All("# options of files\nframe: thumb, miniatur\nfile: file\n") {
		fmt.Println(kind, word)
	}
	// Output:
	// frame thumb
	// frame miniatur
	// file file
}

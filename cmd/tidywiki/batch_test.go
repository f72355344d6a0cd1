package main

import (
	"slices"
	"testing"
)

func TestParseSize(t *testing.T) {
	for _, c := range []struct {
		in   string
		want int64 // 0 for none
	}{
		{"1", 1}, {"200B", 200}, {"64MiB", 64 << 20}, {"64 MiB", 64 << 20}, {"2M", 2 << 20}, {"2MB", 2_000_000}, {"1GiB", 1 << 30}, {"3k", 3 << 10},
		{"", 0}, {"0", 0}, {"-1", 0}, {"MiB", 0}, {"much", 0}, {"1.5MB", 0}, {"9999999999GiB", 0}, {"1 2", 0}, {"1MiBs", 0},
	} {
		if got, err := parseSize(c.in); got != c.want || (err == nil) != (c.want != 0) {
			t.Errorf("parseSize(%q) = %d, %v, want %d", c.in, got, err, c.want)
		}
	}
}

func TestSplitNames(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []string
	}{
		{"a\nb\n", []string{"a", "b"}},
		{"a\r\n\n b \n", []string{"a", " b "}},
		{"a\nb\x00c\x00", []string{"a\nb", "c"}},
		{"one", []string{"one"}},
		{"\n\n", nil}, {"", nil}, {"\x00", nil},
	} {
		if got := splitNames([]byte(c.in)); !slices.Equal(got, c.want) {
			t.Errorf("splitNames(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

package substring_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/extract/internal/substring"
)

func TestOffset(t *testing.T) {
	buf := strings.Clone("xxab abxx") // so that there is memory before and after
	page := buf[2:7]
	for _, tt := range []struct {
		name, part string
		want       int
	}{
		{"the whole", page, 0}, {"the second of two", page[3:], 3},
		{"before it", buf[:2], -1}, {"behind it", buf[8:], -1}, {"beyond its end", buf[4:], -1}, {"a copy", strings.Clone("ab"), -1},
	} {
		if got := substring.Offset(page, tt.part); got != tt.want {
			t.Errorf("%s: %d, want %d", tt.name, got, tt.want)
		}
	}
}

func ExampleOffset() {
	page := "ab ab"
	fmt.Println(substring.Offset(page, page[3:]), substring.Offset(page, strings.Clone("ab")))
	// Output: 3 -1
}

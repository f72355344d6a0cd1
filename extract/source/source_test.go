package source

import (
	"fmt"
	"testing"
)

func TestLines(t *testing.T) {
	tests := []struct {
		text  string
		lines []int // the line of each byte
		count int
	}{
		{"", []int{}, 0},
		{"a", []int{1}, 1},
		{"a\n", []int{1, 1}, 1},
		{"a\nb", []int{1, 1, 2}, 2},
		{"\n\n", []int{1, 2}, 2},
		{"a\r\nb\r\n", []int{1, 1, 1, 2, 2, 2}, 2},
		{"a\rb\r", []int{1, 1, 2, 2}, 2},
		{"a\n\rb", []int{1, 1, 2, 3}, 3},
	}
	for _, tt := range tests {
		t.Run(fmt.Sprintf("%q", tt.text), func(t *testing.T) {
			l := NewLines(tt.text)
			for i, want := range tt.lines {
				if got := l.Line(i); got != want {
					t.Errorf("byte %d is on line %d, want %d", i, got, want)
				}
			}
			if got := l.Count(tt.text); got != tt.count {
				t.Errorf("%d lines, want %d", got, tt.count)
			}
		})
	}
}

func TestTextSharesMemory(t *testing.T) {
	s := Source{Data: []byte("Rhine")}
	if n := testing.AllocsPerRun(10, func() { _ = s.Text() }); n != 0 {
		t.Errorf("%v allocations", n)
	}
	if (&Source{}).Text() != "" {
		t.Error("a page without data has a text")
	}
}

func ExampleLines() {
	text := "= Rivers =\nThe Rhine is long.\n"
	fmt.Println(NewLines(text).Line(12))
	// Output: 2
}

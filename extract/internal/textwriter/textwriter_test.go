package textwriter_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/internal/memory"
	"github.com/tidywiki/tidywiki/extract/internal/textwriter"
)

func TestWhiteSpace(t *testing.T) {
	for _, tt := range []struct {
		name  string
		write func(w *textwriter.Writer)
		want  string
	}{
		{"nothing", func(w *textwriter.Writer) { w.Space(); w.Write(""); w.NewLine() }, ""},
		{"one word", func(w *textwriter.Writer) { w.Space(); w.Write("a"); w.Space() }, "a"},
		{"without a gap", func(w *textwriter.Writer) { w.Write("a"); w.Write("b") }, "ab"},
		{"a space", func(w *textwriter.Writer) { w.Write("a"); w.Space(); w.Space(); w.Write("b") }, "a b"},
		{"a line end outweighs spaces", func(w *textwriter.Writer) { w.Write("a"); w.Space(); w.NewLine(); w.Space(); w.Write("b") }, "a\nb"},
		{"words", func(w *textwriter.Writer) { w.Words("a b "); w.Words(" "); w.Words(" c"); w.Words("") }, "a b c"},
		{"literal", func(w *textwriter.Writer) { w.Literal(" a\t\n b\u00a0\u3000c\v"); w.Literal("d") }, "a b c d"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var w textwriter.Writer
			tt.write(&w)
			if got := w.Plain(); got != tt.want || w.Len() != len(tt.want) {
				t.Errorf("%q of length %d, want %q", got, w.Len(), tt.want)
			}
		})
	}
}

func TestTextsStay(t *testing.T) {
	var w textwriter.Writer
	var mem memory.Document
	var got []document.Text
	for i := range 2000 {
		w.Write("number")
		w.Space()
		w.Write(fmt.Sprint(i))
		if i%100 == 0 {
			w.Write(strings.Repeat("x", 3000))
		}
		got = append(got, w.Take(&mem))
	}
	for i, text := range got {
		want := fmt.Sprint("number ", i)
		if i%100 == 0 {
			want += strings.Repeat("x", 3000)
		}
		if text.Plain != want || text.Aside != nil {
			t.Fatalf("text %d became %+v", i, text)
		}
	}
}

func TestOneStringIsNotCopied(t *testing.T) {
	var w textwriter.Writer
	var mem memory.Document
	if n := testing.AllocsPerRun(100, func() { w.Words(" Rhine "); w.Take(&mem) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestSinceAndReplace(t *testing.T) {
	var w textwriter.Writer
	w.Write("10")
	n := w.Len()
	w.Write("6")
	if s, at := w.Since(n); s != "6" || at != 2 {
		t.Errorf("%q at %d", s, at)
	}
	w.Replace(n, "⁶")
	w.Space()
	n = w.Len()
	if s, at := w.Since(n); s != "" || at != n {
		t.Errorf("%q at %d where nothing is written", s, at)
	}
	w.Write("m")
	if s, at := w.Since(n); s != "m" || at != n+1 || w.Plain() != "10⁶ m" {
		t.Errorf("%q at %d of %q", s, at, w.Plain())
	}
	w.Reset()
	w.Write("12")
	if w.Replace(0, "x"); w.Plain() != "x" {
		t.Errorf("%q", w.Plain())
	}
}

func TestTake(t *testing.T) {
	var w textwriter.Writer
	var mem memory.Document
	fill := func() {
		w.Write("a")
		w.Links = append(w.Links, document.Link{Target: "A", End: 1})
		w.Images = append(w.Images, "i")
		w.SortKey = "s"
		w.Note("")
		w.Note("n")
	}
	fill()
	want := document.Text{Plain: "a", Aside: &document.Aside{Links: []document.Link{{Target: "A", End: 1}},
		Notes: []string{"n"}, Images: []string{"i"}, SortKey: "s"}}
	if diff := cmp.Diff(want, w.Take(&mem)); diff != "" {
		t.Error(diff)
	}
	if !w.Empty() || w.Take(&mem) != (document.Text{}) {
		t.Error("the next text is not empty")
	}
	fill()
	w.Hide()
	want = document.Text{Aside: &document.Aside{Notes: []string{"n", "a"}, Images: []string{"i"}, SortKey: "s"}}
	if diff := cmp.Diff(want, w.Take(&mem)); diff != "" {
		t.Error(diff)
	}
}

func ExampleWriter() {
	var w textwriter.Writer
	w.Write("The")
	w.Space()
	w.Literal("  Rhine\tis ")
	w.NewLine()
	w.Write("long")
	fmt.Printf("%q\n", w.Plain())
	// Output: "The Rhine is\nlong"
}

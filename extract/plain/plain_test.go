package plain

import (
	"context"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
)

// A parse is a page and the outline that document.Dump gives of it, without the
// first line and that of a lead without a title.
type parse struct{ name, in, want string }

func check(t *testing.T, cases []parse) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Helper()
			if got := outlineOf(t, c.in); got != strings.TrimPrefix(c.want, "\n") {
				t.Errorf("%q gives\n%s\nwant%s", c.in, got, c.want)
			}
		})
	}
}

func outlineOf(t *testing.T, in string) string {
	t.Helper()
	var b strings.Builder
	if err := document.Dump(&b, extracted(t, in)); err != nil {
		t.Fatal(err)
	}
	_, outline, _ := strings.Cut(b.String(), "\n")
	return strings.TrimRight(strings.TrimPrefix(outline, "   1 section 0 level 1 ⟨⟩\n"), "\n")
}

func extracted(t testing.TB, in string) *document.Document {
	t.Helper()
	d, err := New(Options{}).Extract(context.Background(), &source.Source{Data: []byte(in)})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// notesOf lists the codes of the notes with their lines.
func notesOf(d *document.Document) string {
	var b strings.Builder
	for i, n := range d.Notes {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(n.Code)
		for range n.Line {
			b.WriteByte('.')
		}
	}
	return b.String()
}

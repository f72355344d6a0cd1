package extract_test

import (
	"context"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/plain"
	"github.com/tidywiki/tidywiki/extract/source"
)

// A plainParse is a page and its outline, without the first line and that of a lead
// without a title.
type plainParse struct{ name, in, want string }

func plainCheck(t *testing.T, cases []plainParse) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Helper()
			if got := plainOutlineOf(t, c.in); got != strings.TrimPrefix(c.want, "\n") {
				t.Errorf("%q gives\n%s\nwant%s", c.in, got, c.want)
			}
		})
	}
}

func plainOutlineOf(t *testing.T, in string) string {
	t.Helper()
	return strings.TrimRight(outlineOf(plainExtracted(t, in)), "\n")
}

func plainExtracted(t testing.TB, in string) *document.Document {
	t.Helper()
	d, err := plain.New(plain.Options{}).Extract(context.Background(), &source.Source{Data: []byte(in)})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// plainNotesOf lists the codes of the notes with their lines.
func plainNotesOf(d *document.Document) string {
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

package tidy

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/apache/arrow/go/v15/arrow"

	"github.com/tidywiki/tidywiki/extract"
	"github.com/tidywiki/tidywiki/extract/html"
	"github.com/tidywiki/tidywiki/extract/plain"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform"
	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/date"
	"github.com/tidywiki/tidywiki/transform/page"
)

// convert takes a page of the plain dialect through the steps of this package.
func convert(t testing.TB, page string) *page.Page {
	t.Helper()
	return convertSource(t, &source.Source{Name: "page.txt", Data: []byte(page)})
}

func convertSource(t testing.TB, src *source.Source) *page.Page {
	t.Helper()
	return convertWith(t, plain.New(plain.Options{}), src)
}

// convertHTML reads a rendered page.
func convertHTML(t testing.TB, text string) *page.Page {
	t.Helper()
	return convertWith(t, html.New(html.Options{}), &source.Source{Name: "page.html", Data: []byte(text)})
}

func convertWith(t testing.TB, e extract.Extractor, src *source.Source) *page.Page {
	t.Helper()
	doc, err := e.Extract(context.Background(), src)
	if err != nil {
		t.Fatal(err)
	}
	d := NewPage(doc)
	for _, step := range []transform.Step{Outline{}, Infobox{}, Tables{}} {
		if d, err = step.Apply(context.Background(), d); err != nil {
			t.Fatal(err)
		}
	}
	return d.WithFindings()
}

// show writes the named columns of a table, a line a row, cells apart by " | "
// and "~" for null.
func show(t *dataset.Table, columns ...string) string {
	var b strings.Builder
	for i := range t.NumRows() {
		for k, name := range columns {
			if k > 0 {
				b.WriteString(" | ")
			}
			switch v := t.Column(name).Value(i).(type) {
			case nil:
				b.WriteString("~")
			case arrow.Date32:
				b.WriteString(date.Format(int32(v)))
			default:
				fmt.Fprint(&b, v)
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// fields writes the fields of a wide table: name, type and unit.
func fields(t *dataset.Table) string {
	var list []string
	for _, f := range t.Schema.Fields {
		text := f.Name + " " + f.Type.String()
		if f.Unit != "" {
			text += " " + f.Unit
		}
		list = append(list, text)
	}
	return strings.Join(list, ", ")
}

// same compares two texts line by line; the wanted one may be indented by tabs.
func same(t *testing.T, what, got, want string) {
	t.Helper()
	want = strings.ReplaceAll(strings.TrimLeft(want, "\n"), "\t", "")
	if got != want {
		t.Errorf("%s:\n%s\nwant\n%s", what, got, want)
	}
}

package diff

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/load/internal/figure"
	"github.com/tidywiki/tidywiki/load/internal/htmltext"
)

//go:embed page.html
var pageSource string

var page = template.Must(template.New("page").Funcs(template.FuncMap{
	"plural":  figure.Count,
	"reasons": head,
	"id":      func(i int) string { return fmt.Sprintf("table-%d", i+1) },
	"schema":  func(c ColumnChange) string { return strings.TrimLeft(c.text(), "+-~ ") },
	"kinds":   func() []Kind { return []Kind{Added, Removed, Changed} },
	"parts":   parts,
	"legal":   htmltext.Legal,
}).Parse(pageSource))

// WriteHTML writes the report as one page that needs no network and no script,
// for light and dark screens, the keyboard and screen readers.
func (r *Report) WriteHTML(w io.Writer) error { return page.Execute(w, r) }

// Parts are a value in three: what is as on the other side, the difference, and
// what is again as there.
type Parts struct{ Before, Differs, After string }

// parts divides the old or the new value of a cell, between characters.
func parts(c Cell, side string) Parts {
	value := c.Old
	if side == "new" {
		value = c.New
	}
	if c.Old == nil || c.New == nil {
		return Parts{Differs: htmltext.Legal(*value)}
	}
	first, last := commonEnds(*c.Old, *c.New)
	first = back(*value, first, 0)
	from := len(*value) - last
	for from < len(*value) && !utf8.RuneStart((*value)[from]) {
		from++
	}
	return Parts{htmltext.Legal((*value)[:first]), htmltext.Legal((*value)[first:from]), htmltext.Legal((*value)[from:])}
}

// Rows are the changes of a table that are of a kind.
func (t *Table) Rows(k Kind) []*Change {
	var rows []*Change
	for _, c := range t.Changes {
		if c.Kind == k {
			rows = append(rows, c)
		}
	}
	return rows
}

// Shown are the cells worth reading: not those of the key of an added or removed
// row, nor those that only locate a row.
func (c *Change) Shown() []Cell { return c.shownCells() }

// Heading is the name of a table and what became of it.
func (t *Table) Heading() string { return t.heading() }

// Verb is what became of a finding.
func (f Finding) Verb() string {
	return map[Kind]string{Added: "appeared", Removed: "went", Changed: "changed"}[f.Kind]
}

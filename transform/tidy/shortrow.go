package tidy

import (
	"fmt"
	"sort"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform/page"
)

// checkShortRows warns of rows that have fewer cells than their table where a template
// that is not known is in the row or just before it: it may make cells, and what
// follows it may be under another header than on the page.
func checkShortRows(d *page.Page, s *page.Sheet, table int) {
	t := s.Grid.Table
	calls := d.Document.Calls
	first := sort.Search(len(calls), func(i int) bool { return calls[i].Line > t.Line })
	noted := map[string]bool{}
	for i := first; i < len(calls) && calls[i].Line <= t.LastLine; i++ {
		call := &calls[i]
		if !call.Unknown || noted[call.Template] {
			continue
		}
		row := sort.Search(len(t.Rows), func(r int) bool { return t.Rows[r].Line > call.Line }) - 1
		for _, r := range [...]int{row, row + 1} {
			if r > row && !isBelow(call, t, row) {
				break
			}
			if cells, short := shortRow(s, t, r); short {
				noted[call.Template] = true
				d.Notes = append(d.Notes, source.Note{Severity: source.Warning, Code: "template_cells", Where: "row", Table: table, Row: r + 1,
					Field: call.Template, Line: call.Line, Observed: fmt.Sprint(cells), Expected: fmt.Sprint(s.Grid.Cols),
					Message: "template " + call.Template + " is not known and the row is short: if it makes cells, those after it are under the wrong header"})
				break
			}
		}
	}
}

// isBelow reports whether a call comes after the cells of a row.
func isBelow(call *document.Call, t *document.Table, row int) bool {
	if row < 0 || len(t.Rows[row].Cells) == 0 {
		return true
	}
	cells := t.Rows[row].Cells
	return call.Line > cells[len(cells)-1].Line
}

// shortRow returns how many positions of a row the page writes, and whether these are
// fewer than the table has.
func shortRow(s *page.Sheet, t *document.Table, row int) (cells int, short bool) {
	if row < 0 || row >= len(t.Rows) || row >= s.Grid.Rows {
		return 0, false
	}
	cells = s.Grid.Cols
	for cells > 0 && s.Grid.At(row, cells-1).Filler {
		cells--
	}
	return cells, cells > 0 && cells < s.Grid.Cols
}

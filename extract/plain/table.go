package plain

import (
	"slices"
	"strings"

	"github.com/tidywiki/tidywiki/extract/document"
)

// A table is one that rows may still be added to.
type table struct {
	rows        []document.Row // kept from table to table
	cells       arena[document.Cell]
	first, last int // lines
	// bare reports that its rows need no outer pipes.
	bare bool
}

// row reads a line that is a row.
func (p *page) row(l line) bool {
	if strings.IndexByte(l.text, '|') < 0 || !p.isRow(l.text) {
		return false
	}
	p.openTable(l)
	if len(p.tab.rows) == 0 && l.text[0] != '|' {
		p.tab.bare = true
	}
	p.tab.rows = append(p.tab.rows, document.Row{Cells: p.tab.split(l), Line: l.num})
	p.tab.last = l.num
	return true
}

// isRow tells rows from prose and code with pipes in it.
func (p *page) isRow(s string) bool {
	within := p.open == inTable
	if s[0] != '|' {
		at, _ := bar(s)
		return within && (p.tab.bare && at > 0 || closed(s) && columns(s) > 1) || underlines(p.below(), s)
	}
	if s == "|" {
		return false
	}
	return within || whole(s) || spaced(s) || whole(p.below()) || underlines(p.below(), s)
}

// separator reads a Markdown separator row. Without a table above it or a row
// below it the line is something else.
func (p *page) separator(l line) bool {
	if !isSeparator(l.text) {
		return false
	}
	if next := p.below(); p.open != inTable && (!whole(next) || isSeparator(next)) {
		return false
	}
	p.openTable(l)
	p.tab.last = l.num
	p.tab.bare = p.tab.bare || l.text[0] != '|'
	if n := len(p.tab.rows); n > 0 {
		cells := p.tab.rows[n-1].Cells
		for i := range cells {
			cells[i].Header = true
		}
	}
	return true
}

func (p *page) openTable(l line) {
	if p.open == inTable {
		return
	}
	p.close()
	p.open = inTable
	p.tab.rows = p.tab.rows[:0]
	p.tab.first, p.tab.bare = l.num, false
}

// split makes the cells of a row.
func (t *table) split(l line) []document.Cell {
	s := inner(l.text)
	cells := t.cells.take(strings.Count(s, "|") + 1)
	n := 0
	for more := true; more; n++ {
		var text string
		text, s, more = cutCell(s)
		cells[n].Text.Plain = text
		cells[n].Line = l.num
	}
	return cells[:n:n]
}

// manyRows are enough to give the slice they were collected in away rather than
// copy it.
const manyRows = 256

func (t *table) close() *document.Table {
	rows := t.rows
	if len(rows) < manyRows {
		rows = slices.Clone(rows)
	} else {
		t.rows = nil
	}
	return &document.Table{Rows: slices.Clip(rows), Line: t.first, LastLine: t.last, Flat: true}
}

package tidy

import (
	"strings"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/transform/column"
	"github.com/tidywiki/tidywiki/transform/grid"
	"github.com/tidywiki/tidywiki/transform/page"
)

// A sheet is one table of the page while its columns are read.
type sheet struct {
	page   *page.Page
	number int // from 1
	grid   *grid.Grid
	layout *grid.Layout
	parts  []part
	// year completes dates that have none.
	year contextYear
	// formulas are the grid columns in which a text like a formula was noted.
	formulas map[int]bool
}

// A part is a logical table: its columns, and the place of each of its records.
type part struct {
	*grid.Part
	sources []column.Source
	columns []column.Column
	names   []string
	rows    []record
}

// A record is row number row of a block.
type record struct {
	block *grid.Block
	index int // of the block
	row   int // of its rows
}

// newSheet reads the columns of sheet i of a page.
func newSheet(d *page.Page, i int) *sheet {
	s := &sheet{page: d, number: i + 1, grid: d.Sheets[i].Grid, layout: d.Sheets[i].Layout,
		formulas: map[int]bool{}}
	var all []column.Source
	for p := range s.layout.Parts {
		part := s.newPart(&s.layout.Parts[p])
		all = append(all, part.sources...)
		s.parts = append(s.parts, part)
	}
	s.year = tableYear(d, i)
	ctx := contextOf(d)
	ctx.Year, ctx.Caption = s.year.year, s.grid.Table.Caption.Plain
	columns := column.Infer(all, ctx)
	for p := range s.parts {
		part := &s.parts[p]
		n := len(part.sources)
		part.columns, columns = columns[:n:n], columns[n:]
	}
	s.findSums()
	for p := range s.parts {
		s.parts[p].names = names(&s.parts[p])
	}
	return s
}

// newPart gathers the texts of each logical column, block after block.
func (s *sheet) newPart(p *grid.Part) part {
	out := part{Part: p}
	for b := range p.Blocks {
		for r := range p.Blocks[b].Rows {
			out.rows = append(out.rows, record{&p.Blocks[b], b, r})
		}
	}
	cells := make([]column.Cell, len(out.rows)*len(p.Columns))
	out.sources = make([]column.Source, len(p.Columns))
	for c := range p.Columns {
		out.sources[c] = column.Source{Header: p.Columns[c].Header, Cells: cells[:len(out.rows):len(out.rows)]}
		cells = cells[len(out.rows):]
	}
	for i := range out.rows {
		s.gather(&out, i)
	}
	return out
}

// gather reads the cells of record i.
func (s *sheet) gather(p *part, i int) {
	r := &p.rows[i]
	total := r.block.Rows[r.row].Total || r.block.Rows[r.row].Summary
	for c := range p.Columns {
		cell := s.cell(r, c)
		p.sources[c].Cells[i] = column.Cell{
			Text: cell.Plain, SortKey: cell.SortKey(), Link: onlyPage(cell.Links()),
			Remark: total && cell.Plain != "" || s.reachesAcross(r, c),
		}
		if cell.Plain != "" {
			total = false // the first text of a totals row is its label
		}
	}
}

// onlyPage is the target of the only link, "" unless that is to a page of the wiki.
func onlyPage(links []document.Link) string {
	if len(links) != 1 || links[0].Kind != document.PageLink || strings.HasPrefix(links[0].Target, "#") {
		return ""
	}
	return links[0].Target
}

func (s *sheet) cell(r *record, c int) *grid.Cell {
	return s.layout.Cell(s.grid, r.block, r.row, c)
}

// reachesAcross reports whether a cell spans more than one column of its record.
func (s *sheet) reachesAcross(r *record, c int) bool {
	same := func(other int) bool {
		if other < 0 || other == len(r.block.Cols) {
			return false
		}
		a, b := s.cell(r, c), s.cell(r, other)
		return a.Row == b.Row && a.Col == b.Col
	}
	return same(c-1) || same(c+1)
}

// place is where the grid has column c of a record, counted from 1.
func (s *sheet) place(r *record, c int) (row, col int) {
	row, col = r.block.Rows[r.row].Index+1, r.block.Cols[c]+1
	if s.layout.Kind == grid.Rows {
		return col, row
	}
	return row, col
}

// line is the source line of a record: that of the first cell that begins in it.
func (s *sheet) line(r *record) int {
	line := 0
	for c := range r.block.Cols {
		cell := s.cell(r, c)
		if row, _ := s.place(r, c); int(cell.Row)+1 == row && cell.Line > 0 {
			return int(cell.Line)
		}
		line = max(line, int(cell.Line))
	}
	return line
}

// header is the header of a column as the page writes it, on one line.
func header(path []string) string {
	return strings.Join(strings.Fields(strings.Join(path, " > ")), " ")
}

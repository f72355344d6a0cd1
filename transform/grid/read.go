package grid

import (
	"slices"

	"github.com/tidywiki/tidywiki/extract/source"
)

// Read finds out how a grid reads. Its notes have Table unset; their rows and
// columns count from 1. They are ragged_row, lost_span, doubtful_title,
// ambiguous_block_side and table_remark.
//
// A grid without any text is Empty and has no parts. Columns without a header
// and without a text are in no part.
func Read(g *Grid) (*Layout, []source.Note) {
	s := newSurvey(g)
	if s.filled == 0 {
		return &Layout{Kind: Empty, Roles: make([]Role, g.Rows)}, nil
	}
	rd := &reader{survey: s, layout: &Layout{Roles: make([]Role, g.Rows)}}
	if n := s.headerCols(); n > 0 {
		rd.readSideways(n)
	} else {
		rd.readBands()
	}
	return rd.layout, rd.notes
}

// A reader makes the layout of one grid.
type reader struct {
	*survey
	layout *Layout
	bands  []band
	lost   []lostSpan // in reading order
	notes  []source.Note
	parts  map[string]int // index of the part by its headers

	eachTitled bool // some band has several titles in a row

	// What follows is kept for the next call only to save allocations.
	tally      []tally
	key        []byte
	texts      []string
	ints, ends []int
}

// A band is a header with the rows below it, down to the next header that is not
// a mere repetition. A table has one, unless blocks are stacked.
type band struct {
	title span // rows above the header that hold titles
	head  span // header rows; empty if the table has none
	lids  int  // how many of head, from the top, are titles of its sides
	data  span
	used  *usage
	sides []side
}

// A usage tells which columns have a header or a text of their own. Bands with
// the same header share it.
type usage struct {
	active []bool
	cols   []int // the active ones
}

// A span is a half-open range of grid rows.
type span struct{ from, to int }

func (s span) len() int { return s.to - s.from }

// A side is one of the blocks that are side by side in a band.
type side struct {
	cols               []int // grid columns
	title              string
	titleRow, titleCol int
}

func (rd *reader) role(r int) Role { return rd.layout.Roles[r] }

func (rd *reader) setRole(rows span, role Role) {
	for r := rows.from; r < rows.to; r++ {
		if !rd.isBlank(r) {
			rd.layout.Roles[r] = role
		}
	}
}

func (rd *reader) readBands() {
	rd.findBands()
	rd.keepGroups()
	rd.findColumns()
	for i := range rd.bands {
		rd.findSides(&rd.bands[i])
		rd.settleGroups(&rd.bands[i])
		rd.findDetails(&rd.bands[i])
	}
	rd.splitBands()
	for i := range rd.bands {
		rd.dropOpenings(&rd.bands[i])
	}
	rd.eachTitled = slices.ContainsFunc(rd.bands, func(b band) bool { return rd.titlesOf(&b) >= 0 })
	for i := range rd.bands {
		rd.nameSides(&rd.bands[i])
	}
	slices.SortFunc(rd.lost, func(a, b lostSpan) int { return a.row - b.row })
	rd.build()
	rd.noteLostSpans()
	rd.noteSides()
	rd.noteRemarks()
	rd.noteRagged()
}

// findBands goes down the rows and gives each its role. Where a text in the
// first column is alone in its row, the role is Group until settleGroups has
// seen the whole band.
func (rd *reader) findBands() {
	for r := 0; r < rd.Rows; {
		switch {
		case rd.isBlank(r):
			r++
		case rd.isCopy(r):
			rd.layout.Roles[r] = Repeat
			r++
		default:
			r = rd.next(r)
		}
	}
	for i := range rd.bands {
		rd.bands[i].data.to = rd.Rows
		if i+1 < len(rd.bands) {
			rd.bands[i].data.to = rd.bands[i+1].title.from
		}
	}
}

// next reads the header that begins at row r with its titles, or else row r
// alone, and returns the row after it.
func (rd *reader) next(r int) int {
	top := len(rd.bands) == 0
	b, repeated, ok := rd.openBand(r, top)
	switch {
	case ok && repeated && rd.continues(&b):
		rd.setRole(b.title, Group)
		rd.setRole(b.head, Repeat)
		return b.head.to
	case ok:
		rd.setRole(b.title, Title)
		rd.setRole(b.head, Header)
		rd.bands = append(rd.bands, b)
		return b.head.to
	case top:
		rd.bands = append(rd.bands, band{title: span{r, r}, head: span{r, r}, data: span{r, r}})
	}
	rd.layout.Roles[r] = Record
	if rd.isGroup(r) {
		rd.layout.Roles[r] = Group
	}
	return r + 1
}

// continues reports whether a repeated header does not begin a band of its own. It
// does under a title of its own, unless the rows of the band so far are under
// such texts too; and in a flat table where the band so far has a title.
func (rd *reader) continues(b *band) bool {
	now := &rd.bands[len(rd.bands)-1]
	if b.title.len() == 0 {
		return now.title.len() == 0 || !rd.flat
	}
	first := rd.after(now.head.to - 1)
	return now.title.len() == 0 && rd.role(first) == Group &&
		(rd.isWide(b.title.from) || rd.isLone(b.title.from))
}

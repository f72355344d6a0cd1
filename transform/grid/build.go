package grid

import (
	"slices"
	"strings"
)

// build makes the parts of the layout from the bands.
func (rd *reader) build() {
	l := rd.layout
	for r := range rd.bands[0].head.to {
		if rd.role(r) == Header {
			l.HeaderRows++
		}
	}
	rows := make([]Row, 0, rd.countRecords())
	blocks := 0
	for i := range rd.bands {
		b := &rd.bands[i]
		for j := range b.sides {
			s := &b.sides[j]
			from := len(rows)
			rows = rd.appendRows(rows, b, s)
			p := rd.partFor(b, s)
			if len(rows) == from && s.title == "" && len(p.Blocks) > 0 {
				continue // the header of a side that was left blank
			}
			p.add(Block{
				Title: s.title, TitleRow: s.titleRow, TitleCol: s.titleCol,
				Band: i, Side: j, Cols: s.cols, Rows: rows[from:len(rows):len(rows)],
			})
			blocks++
		}
	}
	l.Kind = Simple
	if blocks > 1 {
		l.Kind = Blocks
	}
}

// countRecords returns how many rows all blocks have at most.
func (rd *reader) countRecords() int {
	n := 0
	for i := range rd.bands {
		b := &rd.bands[i]
		for r := b.data.from; r < b.data.to; r++ {
			if rd.role(r) == Record {
				n += len(b.sides)
			}
		}
	}
	return n
}

func (p *Part) add(b Block) {
	p.Titled = p.Titled || b.Title != ""
	for i := range b.Rows {
		p.Grouped = p.Grouped || b.Rows[i].Group != ""
		p.Totals = p.Totals || b.Rows[i].Total || b.Rows[i].Summary
		p.Detailed = p.Detailed || b.Rows[i].Detail != ""
	}
	p.Blocks = append(p.Blocks, b)
}

// appendRows appends the records of a side.
func (rd *reader) appendRows(rows []Row, b *band, s *side) []Row {
	from := len(rows)
	group, pending := "", 0
	for r := b.data.from; r < b.data.to; r++ {
		switch rd.role(r) {
		case Group:
			pending++
		case Detail:
			if n := len(rows); n > from {
				rows[n-1].addDetail(rd.detailText(r))
			}
		case Record:
			if pending > 0 {
				group = rd.groupAbove(r, pending)
				pending = 0
			}
			if rd.writesIn(r, s.cols) {
				rows = append(rows, Row{Index: r, Group: group})
			}
		}
	}
	bottom := true
	for i := len(rows) - 1; i >= from; i-- {
		rows[i].Summary = bottom && rd.isSummary(rows[i].Index, s.cols)
		rows[i].Total = !rows[i].Summary && rd.isTotal(rows[i].Index, s.cols, bottom)
		bottom = bottom && (rows[i].Total || rows[i].Summary)
	}
	if len(rows)-from > 2 && !rows[from].Total {
		rows[from].Total = rd.isTopTotal(rows[from].Index, s.cols)
	}
	return rows
}

// addDetail adds the text of a row below the record.
func (r *Row) addDetail(text string) {
	if r.Detail != "" {
		r.Detail += "\n"
	}
	r.Detail += text
}

// groupAbove joins the texts of the n group rows above row r.
func (rd *reader) groupAbove(r, n int) string {
	var texts []string
	for r--; n > 0; r-- {
		if rd.role(r) != Group {
			continue
		}
		if n--; n == 0 && texts == nil {
			return rd.groupText(r)
		}
		texts = append(texts, rd.groupText(r))
	}
	slices.Reverse(texts)
	return strings.Join(texts, " / ")
}

// partFor returns the part with the headers of a side, a new one if need be.
func (rd *reader) partFor(b *band, s *side) *Part {
	l := rd.layout
	rd.findPaths(b, s)
	if len(rd.bands) == 1 && len(b.sides) == 1 {
		l.Parts = []Part{{Columns: newColumns(rd.texts, rd.ints, rd.ends)}}
		return &l.Parts[0]
	}
	rd.key = rd.key[:0]
	from := 0
	for _, to := range rd.ends {
		for ; from < to; from++ {
			rd.key = append(append(rd.key, rd.texts[from]...), 0)
		}
		rd.key = append(rd.key, 1)
	}
	if i, ok := rd.parts[string(rd.key)]; ok {
		return &l.Parts[i]
	}
	if rd.parts == nil {
		rd.parts = make(map[string]int)
	}
	rd.parts[string(rd.key)] = len(l.Parts)
	l.Parts = append(l.Parts, Part{Columns: newColumns(slices.Clone(rd.texts), slices.Clone(rd.ints), rd.ends)})
	return &l.Parts[len(l.Parts)-1]
}

// findPaths puts the header paths of a side's columns into texts, their rows
// into ints, and the index after the last one of each column into ends.
func (rd *reader) findPaths(b *band, s *side) {
	n := len(s.cols)
	rd.texts = slices.Grow(rd.texts[:0], n*b.head.len())
	rd.ints = slices.Grow(rd.ints[:0], n*b.head.len())
	rd.ends = slices.Grow(rd.ends[:0], n)
	for _, c := range s.cols {
		rd.texts, rd.ints = rd.appendPath(rd.texts, rd.ints, b, s, c)
		rd.ends = append(rd.ends, len(rd.texts))
	}
}

// newColumns shares out header texts and their rows; ends has the index after
// the last one of each column.
func newColumns(texts []string, rows, ends []int) []Column {
	cols := make([]Column, len(ends))
	from := 0
	for i, to := range ends {
		cols[i] = Column{Header: texts[from:to:to], HeaderRows: rows[from:to:to]}
		from = to
	}
	return cols
}

// appendPath appends the header texts of column c of a side and their rows.
func (rd *reader) appendPath(texts []string, rows []int, b *band, s *side, c int) ([]string, []int) {
	from := len(texts)
	for r := b.head.from + b.lids; r < b.head.to; r++ {
		text := rd.headerText(b, s, r, c)
		if text == "" || len(texts) > from && texts[len(texts)-1] == text {
			continue
		}
		texts, rows = append(texts, text), append(rows, r)
	}
	return texts, rows
}

// headerText returns what header row r says of column c. A text in an upper row
// of a flat table goes for the blank cells at its right too, as far as there are
// headers below them.
func (rd *reader) headerText(b *band, s *side, r, c int) string {
	leaf := b.head.to - 1
	text := rd.At(r, c).Plain
	if text != "" || !rd.flat || r == leaf || rd.isLost(r) {
		return text
	}
	for ; c > s.cols[0] && text == "" && rd.At(leaf, c).Plain != "" && rd.At(leaf, c-1).Plain != ""; c-- {
		text = rd.At(r, c-1).Plain
	}
	return text
}

func (rd *reader) isLost(r int) bool {
	_, ok := slices.BinarySearchFunc(rd.lost, r, func(l lostSpan, r int) int { return l.row - r })
	return ok
}

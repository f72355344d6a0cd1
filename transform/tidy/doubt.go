package tidy

import (
	"fmt"
	"strings"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform/column"
	"github.com/tidywiki/tidywiki/transform/grid"
)

// A doubt is a column of a part on its way to notes.
type doubt struct {
	*sheet
	part *part
	col  int
	*column.Column
}

// check notes what is doubtful in the columns of the table.
func (s *sheet) check() {
	for p := range s.parts {
		part := &s.parts[p]
		for c := range part.columns {
			d := doubt{s, part, c, &part.columns[c]}
			d.mixed()
			d.numberFormat()
			d.nameLike()
			d.unordered()
			d.completed()
			d.inexact()
			d.shortYears()
			d.unseparated()
		}
		s.checkRemarks(part)
	}
}

// mixed notes the cells that keep a column from its type.
func (d *doubt) mixed() {
	if d.Near == column.String {
		return
	}
	n := d.columnNote(d.Spoilers)
	n.Severity, n.Code, n.Expected = source.Warning, "mixed_column", d.Near.String()
	n.Observed = d.texts(d.Spoilers)
	n.Message = fmt.Sprintf("%d of %d values are not of type %s, so the column stays text: %s",
		len(d.Spoilers), d.Count, d.Near, d.list(d.Spoilers))
	d.add(n)
}

// unordered notes numeric dates that have two readings.
func (d *doubt) unordered() {
	if len(d.Unordered) == 0 {
		return
	}
	n := d.columnNote(d.Unordered)
	n.Severity, n.Code = source.Warning, "ambiguous_date"
	n.Message = "nothing in the column shows which number is the day and which the month, so it stays text: " + d.list(d.Unordered)
	d.add(n)
}

// completed notes dates that took the year of the page.
func (d *doubt) completed() {
	if len(d.Completed) == 0 {
		return
	}
	n := d.columnNote(d.Completed)
	n.Code, n.Expected = "year_from_context", d.Values[d.Completed[0]].EDTF
	n.Message = fmt.Sprintf("%d dates have no year; %d is the one that %s names", len(d.Completed), d.year.year, d.year.from)
	d.add(n)
}

// inexact notes numbers that say more than a number.
func (d *doubt) inexact() {
	if len(d.Inexact) == 0 {
		return
	}
	n := d.columnNote(d.Inexact)
	n.Code = "inexact_values"
	n.Message = fmt.Sprintf("%d of %d numbers are bounds or approximate; the column has the bare number: %s",
		len(d.Inexact), d.Count, d.list(d.Inexact))
	if d.Values[d.Inexact[0]].HasDate() {
		n.Message = fmt.Sprintf("%d of %d texts mean a part of a date; the column has the whole of it: %s",
			len(d.Inexact), d.Count, d.list(d.Inexact))
	}
	d.add(n)
}

// numberFormat notes numbers whose separators, parentheses or scale were read in one of
// two ways.
func (d *doubt) numberFormat() {
	add := func(severity source.Severity, cells []int, format string, args ...any) {
		if len(cells) == 0 {
			return
		}
		n := d.columnNote(cells)
		n.Severity, n.Code = severity, "number_format"
		n.Message = fmt.Sprintf(format, args...) + ": " + d.list(cells)
		d.add(n)
	}
	if len(d.OpenMark) > 0 {
		text := d.text(d.OpenMark[0])
		add(source.Warning, d.OpenMark, "neither the column nor the page tells whether %s is %s or %s; it was read as the former",
			excerpt(text), text, strings.Replace(text, ".", "", 1))
	}
	add(source.Warning, d.Bracketed, "nothing says that numbers in parentheses are below zero; they were read without a sign")
	add(source.Info, d.ZeroWords, "words for nothing were read as 0")
	if d.RefusedScale {
		add(source.Warning, []int{0}, "the scale of the header %q was not applied, because the numbers are full figures already", header(d.part.Columns[d.col].Header))
	}
}

// nameLike notes texts such as SEPT2, which may be dates or names.
func (d *doubt) nameLike() {
	if len(d.NameLike) == 0 {
		return
	}
	n := d.columnNote(d.NameLike)
	n.Code = "name_like_date"
	n.Message = "a month and a number without a space may be a name; the header does not speak of dates, so that they stay text: " + d.list(d.NameLike)
	d.add(n)
}

// shortYears notes years of two digits.
func (d *doubt) shortYears() {
	if len(d.ShortYears) == 0 {
		return
	}
	n := d.columnNote(d.ShortYears)
	n.Severity, n.Code, n.Expected = source.Warning, "two_digit_year", d.Values[d.ShortYears[0]].EDTF
	n.Message = fmt.Sprintf("%d of %d values have a year of two digits: %s; %s",
		len(d.ShortYears), d.Count, d.list(d.ShortYears), centuryOf(&d.Values[d.ShortYears[0]]))
	d.add(n)
}

// unseparated notes each number without its thousands separator.
func (d *doubt) unseparated() {
	for _, i := range d.Unseparated {
		text := d.text(i)
		n := d.cellNote(i)
		n.Code, n.Observed, n.Expected = "missing_separator", text, d.Separated(text)
		n.Message = "the other numbers of the column from 1000 on have a thousands separator"
		d.add(n)
	}
}

// centuryOf says where the century of a year of two digits comes from.
func centuryOf(v *column.Value) string {
	if v.HasDate() {
		return "the page or the column names a year that gives them their century"
	}
	return "nothing shows their century, so they stay text"
}

func (d *doubt) add(n source.Note) { d.page.Notes = append(d.page.Notes, n) }

func (d *doubt) text(i int) string { return d.part.sources[d.col].Cells[i].Text }

// cellNote is a note about the cell of value i.
func (d *doubt) cellNote(i int) source.Note {
	r := &d.part.rows[i]
	n := source.Note{Where: "cell", Table: d.number, Field: d.part.names[d.col], Line: int(d.cell(r, d.col).Line)}
	n.Row, n.Col = d.place(r, d.col)
	return n
}

// columnNote is a note about the column that begins with the first of some cells.
func (d *doubt) columnNote(cells []int) source.Note {
	n := d.cellNote(cells[0])
	n.Where, n.Observed = "column", excerpt(d.text(cells[0]))
	if d.layout.Kind == grid.Rows {
		n.Col = 0
	} else {
		n.Row = 0
	}
	return n
}

// mostListed is how many cells a message names.
const mostListed = 20

// list names some cells with their places.
func (d *doubt) list(cells []int) string {
	var b strings.Builder
	for k, i := range cells[:min(len(cells), mostListed)] {
		if k > 0 {
			b.WriteString(", ")
		}
		n := d.cellNote(i)
		fmt.Fprintf(&b, "%q in row %d, line %d", excerpt(d.text(i)), n.Row, n.Line)
	}
	if more := len(cells) - mostListed; more > 0 {
		fmt.Fprintf(&b, " and %d more", more)
	}
	return b.String()
}

// texts joins the texts of some cells.
func (d *doubt) texts(cells []int) string {
	var list []string
	for _, i := range cells[:min(len(cells), mostListed)] {
		list = append(list, excerpt(d.text(i)))
	}
	return strings.Join(list, " | ")
}

// checkRemarks notes texts that typed columns leave out because they span several of
// them: one note for a table, with the texts. The labels of totals rows and empty cells
// are no remarks.
func (s *sheet) checkRemarks(p *part) {
	var notes []source.Note
	for i := range p.rows {
		r := &p.rows[i]
		if r.block.Rows[r.row].Total {
			continue
		}
		var last *grid.Cell
		for c := range p.columns {
			cell := s.cell(r, c)
			if cell.Plain == "" || !p.columns[c].LeftOut(i) || !s.reachesAcross(r, c) || last != nil && last.Row == cell.Row && last.Col == cell.Col {
				continue
			}
			last = cell
			row, col := s.place(r, c)
			notes = append(notes, source.Note{
				Code: "row_remark", Where: "row", Table: s.number, Row: row, Col: col, Line: int(cell.Line),
				Observed: excerpt(cell.Plain),
				Message:  "the text spans several columns and is left out of those that are typed; the table cells has it",
			})
		}
	}
	if len(notes) > 1 {
		first := &notes[0]
		first.Message = fmt.Sprintf("%d texts span several columns and are left out of those that are typed; the table cells has them: %s",
			len(notes), listRemarks(notes))
	}
	s.page.Notes = append(s.page.Notes, notes[:min(1, len(notes))]...)
}

// listRemarks names the texts of notes with their places.
func listRemarks(notes []source.Note) string {
	var b strings.Builder
	for i, n := range notes[:min(len(notes), mostListed)] {
		if i > 0 {
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, "%q in row %d, line %d", n.Observed, n.Row, n.Line)
	}
	if more := len(notes) - mostListed; more > 0 {
		fmt.Fprintf(&b, " and %d more", more)
	}
	return b.String()
}

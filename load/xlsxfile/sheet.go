package xlsxfile

import (
	"fmt"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

// Limits of a worksheet. A file of more than maxText would also need a variant of zip that
// few readers support.
const (
	maxRows    = 1_048_576
	maxColumns = 16_384
	maxText    = 3_500_000_000
)

// A sheet writes one table into a worksheet, or into several if it is long.
type sheet struct {
	name   string
	schema *dataset.Schema
	cols   []column
	pageID int // the field that names the page, or -1
	parts  []*lines
	rows   int // of the table
	limit  int // rows of a worksheet, the header included
	notes  []load.Note
	page   string // of the row being written
}

func newSheet(name string, schema *dataset.Schema, store *store) *sheet {
	s := &sheet{name: name, schema: schema, cols: newColumns(schema), limit: maxRows,
		pageID: schema.Index(dataset.PageIDField.Name)}
	if n := len(s.cols); n > maxColumns {
		s.note(noRow, "", "too_many_columns", fmt.Sprintf("%d of %d columns are left out: a worksheet has %d", n-maxColumns, n, maxColumns))
		s.cols = s.cols[:maxColumns]
	}
	s.begin(store)
	return s
}

// begin begins a worksheet.
func (s *sheet) begin(store *store) *lines {
	l := &lines{store: store}
	l.start()
	for i := range s.cols {
		l.str(s.cols[i].name, s.cols[i].header(), s.cols[i].field.Name)
	}
	l.finish(headerHeight)
	s.parts = append(s.parts, l)
	return l
}

// headerHeight is the height of the header row, in points.
const headerHeight = 20

// noRow is the row of a note about a whole table.
const noRow = 0

// write adds the rows of t.
func (s *sheet) write(t *dataset.Table) error {
	for i := range s.cols {
		s.cols[i].bind(t.Record.Column(i))
	}
	var ids dataset.Column
	if s.pageID >= 0 {
		ids = t.ColumnAt(s.pageID)
	}
	l := s.parts[len(s.parts)-1]
	for row := range t.NumRows() {
		if s.pageID >= 0 {
			s.page = ids.Str(row)
		}
		s.rows++
		if l.row >= s.limit || l.size > maxText {
			if err := l.pack(); err != nil {
				return err
			}
			l = s.begin(l.store)
			s.note(s.rows, "", "sheet_split", fmt.Sprintf("a worksheet has %d rows: from row %d of the table on, they are in the sheet %q",
				s.limit, s.rows, partName(s.name, len(s.parts))))
		}
		if err := s.writeRow(l, row); err != nil {
			return err
		}
	}
	s.countConverted()
	return nil
}

func (s *sheet) writeRow(l *lines, row int) error {
	l.start()
	highest := 1
	for i := range s.cols {
		c := &s.cols[i]
		if c.Null(row) {
			continue
		}
		high, f := c.write(l, row)
		highest = max(highest, high)
		if f != 0 {
			s.noteLosses(c, f)
		}
	}
	return l.finish(heightOf(highest))
}

// noteLosses adds notes about a value that did not fit into its cell. There is one note
// per Write and field about all values that only became text, as there may be many.
func (s *sheet) noteLosses(c *column, f losses) {
	if f&tooLong != 0 {
		s.note(s.rows, c.field.Name, "too_long", fmt.Sprintf("the text has more than %d characters as Excel counts them and is cut there", maxUnits))
	}
	if f&controlCharacter != 0 {
		s.note(s.rows, c.field.Name, "control_character", "a character that Excel cannot hold is now U+FFFD")
	}
	if f&becameText != 0 {
		if c.converted++; c.converted == 1 {
			c.noted = len(s.notes)
			s.note(s.rows, c.field.Name, "", "")
		}
	}
}

// countConverted completes the notes about values that became text, with their number.
func (s *sheet) countConverted() {
	for i := range s.cols {
		c := &s.cols[i]
		if c.converted == 0 {
			continue
		}
		n := &s.notes[c.noted]
		if c.Type == dataset.Date {
			n.Code, n.Message = "excel_date", fmt.Sprintf("Excel's calendar goes from 1900-03-01 to 9999-12-31: values that are text now: %d", c.converted)
		} else {
			n.Code, n.Message = "excel_precision", fmt.Sprintf("Excel keeps %d digits: values that are text now: %d", maxDigits, c.converted)
		}
		c.converted = 0
	}
}

func (s *sheet) note(row int, field, code, message string) {
	s.notes = append(s.notes, load.Note{Format: "xlsx", Table: s.name, Row: row, Field: field, Code: code, PageID: s.page, Message: message})
}

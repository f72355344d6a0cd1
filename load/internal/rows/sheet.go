package rows

import (
	"io"
	"strings"
)

// A sheetReader reads the rows of one worksheet. Numbers, dates and times are
// numbers there: all are Bare.
type sheetReader struct {
	file   io.ReadCloser
	tags   tagReader
	labels []string
	row    int
	cells  []Cell
	text   []byte
}

// Labels implements [Reader].
func (s *sheetReader) Labels() []string { return s.labels }

// Row implements [Reader].
func (s *sheetReader) Row() int { return s.row }

// Close implements [Reader].
func (s *sheetReader) Close() error { return s.file.Close() }

// Next implements [Reader].
func (s *sheetReader) Next() ([]Cell, error) {
	s.row++
	s.cells = s.cells[:0]
	for {
		tag, err := s.tags.next()
		if err != nil {
			return nil, s.broken(err)
		}
		switch name := nameOf(tag); {
		case name == "c":
			if err := s.cell(tag); err != nil {
				return nil, err
			}
		case name == "/row", name == "row" && isEmpty(tag):
			return s.cells, nil
		case name == "/sheetData", name == "sheetData" && isEmpty(tag):
			return nil, io.EOF
		}
	}
}

func (s *sheetReader) broken(err error) error {
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return failed(s.row, "no Excel file: %v", err)
}

// cell reads one up to its end and puts it in its column.
func (s *sheetReader) cell(tag []byte) error {
	kind, column := attribute(tag, "t"), columnOf(attribute(tag, "r"))
	if column < len(s.cells) || column >= maxColumns {
		return failed(s.row, "no Excel file: a cell is out of order")
	}
	if kind == "s" {
		return failed(s.row, "the workbook was saved by another program: its texts are elsewhere")
	}
	found := false
	if s.text = s.text[:0]; !isEmpty(tag) {
		var err error
		if found, err = s.content(); err != nil {
			return err
		}
	}
	for len(s.cells) < column {
		s.cells = append(s.cells, Cell{})
	}
	c := Cell{Bare, string(s.text)}
	switch {
	case kind == "inlineStr" || kind == "str":
		c = Cell{Text, unescape(c.Text)}
	case !found:
		c = Cell{}
	case kind == "b" && c.Text == "1":
		c = Cell{Boolean, "true"}
	case kind == "b":
		c = Cell{Boolean, "false"}
	}
	s.cells = append(s.cells, c)
	return nil
}

// content reads the text of a cell up to the cell's end.
func (s *sheetReader) content() (found bool, err error) {
	for {
		tag, err := s.tags.next()
		if err != nil {
			return found, s.broken(err)
		}
		switch nameOf(tag) {
		case "/v", "/t":
			s.text = appendDecoded(s.text, s.tags.text)
		case "v", "t":
			found = true
		case "/c":
			return found, nil
		}
	}
}

// maxColumns is how many columns a worksheet has.
const maxColumns = 16_384

// columnOf returns the index of the column of a reference: 0 for A1, 26 for AA1.
func columnOf(ref string) int {
	n := 0
	for i := 0; i < len(ref) && 'A' <= ref[i] && ref[i] <= 'Z' && n < maxColumns; i++ {
		n = n*26 + int(ref[i]-'A') + 1
	}
	return n - 1
}

// unescape undoes _x005F_, which stands for an underscore that would begin the
// number of a character.
func unescape(text string) string { return strings.ReplaceAll(text, "_x005F_", "_") }

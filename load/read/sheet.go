package read

import (
	"bytes"
	"io"
	"strconv"
)

// A sheetReader reads the rows of one worksheet. Numbers, dates and times are
// numbers there: all are Bare.
type sheetReader struct {
	textRow
	file   io.ReadCloser
	tags   tagReader
	labels []string
}

// Labels implements [Reader].
func (s *sheetReader) Labels() []string { return s.labels }

// Close implements [Reader].
func (s *sheetReader) Close() error { return s.file.Close() }

// Next implements [Reader].
func (s *sheetReader) Next() ([]Cell, error) {
	s.number++
	s.begin()
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
			return s.row(), nil
		case name == "/sheetData", name == "sheetData" && isEmpty(tag):
			return nil, io.EOF
		}
	}
}

func (s *sheetReader) broken(err error) error {
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return failed(s.number, "not an Excel file: %v", err)
}

// cell reads one up to its end and puts it in its column.
func (s *sheetReader) cell(tag []byte) error {
	kind, column := attribute(tag, "t"), columnOf(attribute(tag, "r"))
	if column < len(s.fields) || column >= MaxColumns {
		return failed(s.number, "not an Excel file: a cell is out of order")
	}
	if kind == "s" {
		return failed(s.number, "the workbook was saved by another program: its texts are elsewhere")
	}
	for len(s.fields) < column {
		s.fields = append(s.fields, field{})
	}
	start, found := len(s.text), false
	if !isEmpty(tag) {
		var err error
		if found, err = s.content(); err != nil {
			return err
		}
	}
	f := field{kind: Bare}
	switch text := s.text[start:]; {
	case kind == "inlineStr" || kind == "str":
		f.kind = Text
		if bytes.Contains(text, escapedUnderscore) {
			s.text = append(s.text[:start], bytes.ReplaceAll(text, escapedUnderscore, []byte("_"))...)
		}
	case !found:
		f.kind, s.text = Null, s.text[:start]
	case kind == "b":
		f.kind = Boolean
		s.text = strconv.AppendBool(s.text[:start], string(text) == "1")
	}
	f.start, f.end = start, len(s.text)
	s.fields = append(s.fields, f)
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

// MaxColumns is how many columns a worksheet has.
const MaxColumns = 16_384

// columnOf returns the index of the column of a reference: 0 for A1, 26 for AA1.
func columnOf(ref string) int {
	n := 0
	for i := 0; i < len(ref) && 'A' <= ref[i] && ref[i] <= 'Z' && n < MaxColumns; i++ {
		n = n*26 + int(ref[i]-'A') + 1
	}
	return n - 1
}

// escapedUnderscore is an underscore that would begin the number of a character.
var escapedUnderscore = []byte("_x005F_")

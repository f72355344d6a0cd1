package rows

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
)

// A Workbook is an Excel file as tidywiki writes it: its texts stand in the cells.
type Workbook struct {
	// Sheets are the names of the worksheets in order.
	Sheets []string
	files  []*zip.File // of the worksheets
}

// OpenWorkbook reads which worksheets there are.
func OpenWorkbook(f io.ReaderAt, size int64) (*Workbook, error) {
	archive, err := zip.NewReader(f, size)
	if err != nil {
		return nil, failed(0, "no Excel file: %v", err)
	}
	parts := map[string]*zip.File{}
	for _, part := range archive.File {
		parts[part.Name] = part
	}
	var book struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	var targets struct {
		Relationships []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if err := errors.Join(decodePart(parts["xl/workbook.xml"], &book), decodePart(parts["xl/_rels/workbook.xml.rels"], &targets)); err != nil {
		return nil, err
	}
	files := map[string]*zip.File{}
	for _, r := range targets.Relationships {
		target := strings.TrimPrefix(r.Target, "/")
		if !strings.HasPrefix(r.Target, "/") {
			target = path.Join("xl", target)
		}
		files[r.ID] = parts[target]
	}
	w := &Workbook{}
	for _, s := range book.Sheets {
		if files[s.ID] == nil {
			return nil, failed(0, "no Excel file: the worksheet %q is missing", s.Name)
		}
		w.Sheets, w.files = append(w.Sheets, s.Name), append(w.files, files[s.ID])
	}
	return w, nil
}

// maxPart is how large the parts may be that tell of the worksheets.
const maxPart = 16 << 20

func decodePart(part *zip.File, v any) error {
	if part == nil {
		return failed(0, "no Excel file: a part is missing")
	}
	r, err := part.Open()
	if err != nil {
		return failed(0, "no Excel file: %v", err)
	}
	defer r.Close()
	if err := xml.NewDecoder(io.LimitReader(r, maxPart)).Decode(v); err != nil {
		return failed(0, "no Excel file: %v", err)
	}
	return nil
}

// Sheet returns a reader of worksheet i, whose first row has the labels.
func (w *Workbook) Sheet(i int) (Reader, error) {
	r, err := w.files[i].Open()
	if err != nil {
		return nil, failed(0, "no Excel file: %v", err)
	}
	s := &sheetReader{file: r, dec: xml.NewDecoder(r)}
	cells, err := s.Next()
	if err != nil && !errors.Is(err, io.EOF) {
		r.Close()
		return nil, err
	}
	s.labels = []string{}
	for _, c := range cells {
		s.labels = append(s.labels, c.Text)
	}
	return s, nil
}

// A sheetReader reads the rows of one worksheet. Numbers, dates and times are
// numbers there, and truth values 0 or 1: all are Bare.
type sheetReader struct {
	file   io.ReadCloser
	dec    *xml.Decoder
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
		token, err := s.dec.RawToken()
		if err != nil {
			return nil, s.broken(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if t.Name.Local == "c" {
				if err := s.cell(t); err != nil {
					return nil, err
				}
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "row":
				return s.cells, nil
			case "sheetData":
				return nil, io.EOF
			}
		}
	}
}

func (s *sheetReader) broken(err error) error {
	return failed(s.row, "no Excel file: %v", err)
}

// cell reads one up to its end and puts it in its column.
func (s *sheetReader) cell(start xml.StartElement) error {
	kind, column := "", -1
	for _, a := range start.Attr {
		switch a.Name.Local {
		case "t":
			kind = a.Value
		case "r":
			column = columnOf(a.Value)
		}
	}
	if column < len(s.cells) || column >= maxColumns {
		return failed(s.row, "no Excel file: a cell is out of order")
	}
	if kind == "s" {
		return failed(s.row, "the workbook was saved by another program: its texts are elsewhere")
	}
	found, err := s.content()
	if err != nil {
		return err
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
	case kind == "b":
		c = Cell{Boolean, map[string]string{"0": "false", "1": "true"}[c.Text]}
	}
	s.cells = append(s.cells, c)
	return nil
}

// content reads the text of a cell up to the cell's end.
func (s *sheetReader) content() (found bool, err error) {
	s.text = s.text[:0]
	inside := false
	for {
		token, err := s.dec.RawToken()
		if err != nil {
			return found, s.broken(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			inside = t.Name.Local == "t" || t.Name.Local == "v"
			found = found || inside
		case xml.CharData:
			if inside {
				s.text = append(s.text, t...)
			}
		case xml.EndElement:
			if inside = false; t.Name.Local == "c" {
				return found, nil
			}
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

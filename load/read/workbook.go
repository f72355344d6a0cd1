package read

import (
	"archive/zip"
	"bufio"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
)

// A Workbook is an Excel file as tidywiki writes it: with its texts in the cells.
type Workbook struct {
	// Sheets are the names of the worksheets in order.
	Sheets []string
	files  []*zip.File // of the worksheets
}

// OpenWorkbook reads which worksheets there are.
func OpenWorkbook(f io.ReaderAt, size int64) (*Workbook, error) {
	archive, err := zip.NewReader(f, size)
	if err != nil {
		return nil, failed(0, "not an Excel file: %v", err)
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
			return nil, failed(0, "not an Excel file: the worksheet %q is missing", s.Name)
		}
		w.Sheets, w.files = append(w.Sheets, s.Name), append(w.files, files[s.ID])
	}
	return w, nil
}

// maxPart is how large the parts may be that list the worksheets.
const maxPart = 16 << 20

func decodePart(part *zip.File, v any) error {
	if part == nil {
		return failed(0, "not an Excel file: a part is missing")
	}
	r, err := part.Open()
	if err != nil {
		return failed(0, "not an Excel file: %v", err)
	}
	defer r.Close()
	if err := xml.NewDecoder(io.LimitReader(r, maxPart)).Decode(v); err != nil {
		return failed(0, "not an Excel file: %v", err)
	}
	return nil
}

// Sheet returns a reader of worksheet i, whose first row has the labels.
func (w *Workbook) Sheet(i int) (Reader, error) {
	r, err := w.files[i].Open()
	if err != nil {
		return nil, failed(0, "not an Excel file: %v", err)
	}
	s := &sheetReader{file: r, tags: tagReader{in: bufio.NewReaderSize(r, 64<<10)}}
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

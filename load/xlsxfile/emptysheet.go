package xlsxfile

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// parts are the files of a workbook without rows, made by excelize.
type parts map[string][]byte

// render returns the parts of f.
func render(f *excelize.File) (parts, error) {
	c := collector{parts{}}
	f.SetZipWriter(func(io.Writer) excelize.ZipWriter { return c })
	if err := f.Write(io.Discard); err != nil {
		return nil, err
	}
	types, err := sortedTypes(c.parts[contentTypes])
	c.parts[contentTypes] = types
	return c.parts, err
}

// A collector replaces excelize's zip file and keeps the parts.
type collector struct{ parts parts }

func (c collector) Create(name string) (io.Writer, error) { return partWriter{c.parts, name}, nil }
func (c collector) AddFS(fs.FS) error                     { return fs.ErrInvalid }
func (c collector) Close() error                          { return nil }

type partWriter struct {
	parts parts
	name  string
}

func (w partWriter) Write(p []byte) (int, error) {
	w.parts[w.name] = append(w.parts[w.name], p...)
	return len(p), nil
}

// sheetPath returns the path of the n-th worksheet, from 1.
func sheetPath(n int) string { return "xl/worksheets/sheet" + strconv.Itoa(n) + ".xml" }

// An emptySheet is a worksheet without rows, in two halves.
type emptySheet struct{ head, tail string }

const (
	noDimension = `<dimension ref="A1"></dimension>`
	noRows      = `<sheetData></sheetData>`
)

func newEmptySheet(part []byte) (emptySheet, error) {
	head, tail, found := strings.Cut(string(part), noRows)
	if !found || !strings.Contains(head, noDimension) {
		return emptySheet{}, fmt.Errorf("excelize made an unexpected worksheet: %.200s", part)
	}
	return emptySheet{head, tail}, nil
}

// A frame is the part of a worksheet that depends on its rows.
type frame struct {
	ref    string // all cells: A1:C20
	widths []int  // of columns, in characters
	filter bool
}

func (s emptySheet) begin(f frame) string {
	var b strings.Builder
	b.WriteString(strings.Replace(s.head, noDimension, `<dimension ref="`+f.ref+`"/>`, 1))
	for i, w := range f.widths {
		if i == 0 {
			b.WriteString("<cols>")
		}
		fmt.Fprintf(&b, `<col min="%d" max="%d" width="%d" customWidth="1"/>`, i+1, i+1, w+1)
		if i == len(f.widths)-1 {
			b.WriteString("</cols>")
		}
	}
	b.WriteString("<sheetData>")
	return b.String()
}

func (s emptySheet) end(f frame) string {
	if !f.filter {
		return "</sheetData>" + s.tail
	}
	return `</sheetData><autoFilter ref="` + f.ref + `"/>` + s.tail
}

// fill writes the worksheet with its rows.
func (s emptySheet) fill(a *archive, path string, f frame, l *lines, store *store) error {
	head, tail := s.begin(f), append(l.text, s.end(f)...)
	if len(l.pieces) == 0 {
		return a.add(path, store, packed(append([]byte(head), tail...)))
	}
	pieces := append([]piece{packed([]byte(head))}, l.pieces...)
	return a.add(path, store, append(pieces, packed(tail))...)
}

// ref returns the range of a worksheet of that many columns and rows.
func ref(columns, rows int) string {
	return fmt.Sprintf("A1:%s%d", columnName(columns-1), rows)
}

// frameOf returns the frame of a worksheet of a table.
func frameOf(s *sheet, l *lines) frame {
	f := frame{ref: ref(max(1, len(s.cols)), l.row), filter: len(s.cols) > 0}
	for i := range s.cols {
		f.widths = append(f.widths, s.cols[i].width)
	}
	return f
}

// contentTypes is the part with the types of the others. Some readers look only at the
// beginning of the file and expect this part there.
const contentTypes = "[Content_Types].xml"

// sortedTypes sorts the entries of the part: excelize adds those of images and charts in
// the random order of a map.
func sortedTypes(part []byte) ([]byte, error) {
	type entry struct {
		Extension   string `xml:"Extension,attr,omitempty"`
		PartName    string `xml:"PartName,attr,omitempty"`
		ContentType string `xml:"ContentType,attr"`
	}
	var types struct {
		XMLName   xml.Name `xml:"http://schemas.openxmlformats.org/package/2006/content-types Types"`
		Defaults  []entry  `xml:"Default"`
		Overrides []entry  `xml:"Override"`
	}
	if err := xml.Unmarshal(part, &types); err != nil {
		return nil, err
	}
	slices.SortFunc(types.Defaults, func(a, b entry) int { return strings.Compare(a.Extension, b.Extension) })
	slices.SortFunc(types.Overrides, func(a, b entry) int { return strings.Compare(a.PartName, b.PartName) })
	var buf bytes.Buffer
	buf.WriteString(xml.Header)
	err := xml.NewEncoder(&buf).Encode(types)
	return buf.Bytes(), err
}

package xlsxfile

import (
	"fmt"
	"io"
	"io/fs"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// parts are the files of a workbook without rows, as excelize makes them.
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

// A collector takes the place of a zip file. Excelize writes each part at once.
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

// sheetPath is where the n-th worksheet is, counted from 1.
func sheetPath(n int) string { return "xl/worksheets/sheet" + strconv.Itoa(n) + ".xml" }

// A shell is a worksheet without rows, in two halves.
type shell struct{ head, tail string }

const (
	noDimension = `<dimension ref="A1"></dimension>`
	noRows      = `<sheetData></sheetData>`
)

func newShell(part []byte) (shell, error) {
	head, tail, found := strings.Cut(string(part), noRows)
	if !found || !strings.Contains(head, noDimension) {
		return shell{}, fmt.Errorf("a worksheet of an unknown shape: %.200s", part)
	}
	return shell{head, tail}, nil
}

// A frame is what stands around the rows of a worksheet beside its shell.
type frame struct {
	ref    string // the rows and columns there are: A1:C20
	widths []int  // of columns, in characters
	filter bool
}

func (s shell) begin(f frame) string {
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

func (s shell) end(f frame) string {
	if !f.filter {
		return "</sheetData>" + s.tail
	}
	return `</sheetData><autoFilter ref="` + f.ref + `"/>` + s.tail
}

// fill adds the worksheet with its rows.
func (s shell) fill(a *archive, path string, f frame, l *lines, store *store) error {
	head, tail := s.begin(f), append(l.text, s.end(f)...)
	if len(l.pieces) == 0 {
		return a.add(path, store, packed(append([]byte(head), tail...)))
	}
	pieces := append([]piece{packed([]byte(head))}, l.pieces...)
	return a.add(path, store, append(pieces, packed(tail))...)
}

// ref is the range of a worksheet of that many columns and rows.
func ref(columns, rows int) string {
	return fmt.Sprintf("A1:%s%d", columnName(columns-1), rows)
}

// frameOf is the frame of a worksheet of a table.
func frameOf(s *sheet, l *lines) frame {
	f := frame{ref: ref(max(1, len(s.cols)), l.row), filter: len(s.cols) > 0}
	for i := range s.cols {
		f.widths = append(f.widths, s.cols[i].width)
	}
	return f
}

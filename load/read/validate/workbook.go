package validate

import (
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/tidywiki/tidywiki/load/read"
)

// A workbook is an Excel file of a dataset of ours.
type workbook struct {
	res  *resource
	file *os.File
	book *read.Workbook
}

// openWorkbook opens the workbook of a resource, nil if it cannot be, which is
// reported.
func (c *check) openWorkbook(r *resource) *workbook {
	files, infos, err := c.files(r)
	if err == nil {
		w := &workbook{res: r, file: files[0]}
		if w.book, err = read.OpenWorkbook(w.file, infos[0].Size()); err == nil {
			return w
		}
		closeAll(files)
	}
	(&stream{task: r.task, where: r.place()}).failed(err)
	return nil
}

// dataset returns the workbook that has the tables of all pages, nil if there is
// none.
func (c *check) dataset() *workbook {
	for _, r := range c.resources {
		if c.own && r.Format == "xlsx" && r.schema == nil && !r.broken {
			return c.openWorkbook(r)
		}
	}
	return nil
}

// openOther begins to read a further format of a table.
func (c *check) openOther(r *resource) *stream {
	if r.Format != "xlsx" {
		return c.open(r)
	}
	w := c.openWorkbook(r)
	if w == nil {
		return nil
	}
	s := w.streamOf(c, r, w.book.Sheets)
	if s != nil {
		s.files = []*os.File{w.file}
	}
	return s
}

// stream returns the worksheets that have a table, nil if w is nil or the table is
// one of a single page, which has a workbook of its own.
func (w *workbook) stream(c *check, r *resource) *stream {
	if w == nil || strings.Contains(r.Name, "/") {
		return nil
	}
	var sheets []string
	for _, name := range w.book.Sheets {
		if name == r.Name || strings.HasPrefix(name, r.Name+" (") || len(r.Name) > 31 && name == r.Name[:31] {
			sheets = append(sheets, name)
		}
	}
	s := w.streamOf(c, r, sheets)
	if s != nil {
		s.where += ", sheet " + r.Name
	}
	return s
}

// streamOf reads worksheets as one table.
func (w *workbook) streamOf(c *check, r *resource, sheets []string) *stream {
	s := &stream{check: c, task: w.res.task, where: w.res.place(), format: "xlsx", schema: r.schema}
	s.task.Type = "table"
	parts := &parts{book: w.book, sheets: sheets, names: r.schema.Names()}
	if err := parts.open(); err != nil {
		s.failed(err)
		return nil
	}
	if parts.Reader == nil {
		s.task.fail("format-mismatch", place{}, "%s has no worksheet for the table %s", s.where, r.Name)
		return nil
	}
	s.rows = parts
	s.begin()
	s.task.Labels = nil
	return s
}

// parts are the worksheets of a table one after another; a table of more rows
// than a worksheet has goes on in the next one.
type parts struct {
	read.Reader
	book   *read.Workbook
	sheets []string
	names  []string
}

// open goes on to the next worksheet that has the table's labels; Reader is nil if
// there is none.
func (p *parts) open() error {
	for len(p.sheets) > 0 {
		name := p.sheets[0]
		p.sheets = p.sheets[1:]
		r, err := p.book.Sheet(slices.Index(p.book.Sheets, name))
		if err != nil {
			return err
		}
		n := len(r.Labels())
		if slices.Equal(r.Labels(), p.names[:min(n, len(p.names))]) && (n == len(p.names) || n == read.MaxColumns) {
			p.Reader = r
			return nil
		}
		r.Close()
	}
	p.Reader = nil
	return nil
}

// Labels implements [read.Reader]: those that do not fit into a worksheet count as
// there.
func (p *parts) Labels() []string { return p.names[:min(read.MaxColumns, len(p.names))] }

// Next implements [read.Reader].
func (p *parts) Next() ([]read.Cell, error) {
	for {
		cells, err := p.Reader.Next()
		if err != io.EOF {
			return cells, err
		}
		last := p.Reader
		if err := p.open(); err != nil {
			return nil, err
		}
		if p.Reader == nil {
			p.Reader = last
			return nil, io.EOF
		}
		last.Close()
	}
}

// dayZero is the number of 1970-01-01 in Excel's calendar.
const dayZero = 25_569

// fromExcel returns the cell as other formats have it: a date is a number in Excel.
func fromExcel(f *field, c read.Cell) read.Cell {
	if !f.day || c.Kind != read.Bare {
		return c
	}
	day, err := strconv.ParseInt(c.Text, 10, 32)
	if err != nil {
		return c
	}
	return read.Cell{Kind: read.Text, Text: time.Unix((day-dayZero)*86400, 0).UTC().Format(time.DateOnly)}
}

// maxUnits is how many UTF-16 units a cell holds in Excel.
const maxUnits = 32_767

// inExcel returns a text as a cell of Excel can hold it.
func inExcel(text string) string {
	text = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
			return '\uFFFD'
		}
		return r
	}, text)
	units := 0
	for i, r := range text {
		if units += utf16.RuneLen(r); units > maxUnits {
			return text[:i]
		}
	}
	return text
}

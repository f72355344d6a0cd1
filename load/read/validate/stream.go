package validate

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"github.com/tidywiki/tidywiki/load/internal/codec"
	"github.com/tidywiki/tidywiki/load/read"
)

// A stream is one file of a table being read against its schema.
type stream struct {
	check  *check
	task   *Task
	where  string // what errors call the file
	format string
	schema *schema // nil if the table has none
	rows   read.Reader
	files  []*os.File
	// unpacked are readers of the files of text.
	unpacked []io.Closer
	// columns has, for each field, the column of the file, -1 for none.
	columns []int
	width   int // cells of a row, -1 if it is not known
	// values are those of the row read last, one for each field.
	values []value
	row    int
	count  int64
	ended  bool
}

// A value is that of a field in a row, in the form that equal values have.
type value struct {
	text string
	null bool
	bad  bool // it is not of its type; text is that of the cell
}

// open begins to read a resource. nil means that it cannot be, which is reported.
func (c *check) open(r *resource) *stream {
	s := &stream{check: c, task: r.task, where: r.place(), format: r.Format, schema: r.schema}
	r.task.Type = "table"
	err := s.openRows(r)
	if err != nil {
		s.close()
		s.failed(err)
		return nil
	}
	s.begin()
	return s
}

// begin matches the labels with the fields.
func (s *stream) begin() {
	labels := s.rows.Labels()
	s.task.Labels = labels
	s.checkLabels(labels)
	s.width = -1
	if s.schema == nil {
		if labels != nil {
			s.width = len(labels)
		}
		return
	}
	s.values = make([]value, len(s.schema.fields))
	s.matchLabels(labels)
}

func (s *stream) close() {
	if s.rows != nil {
		s.rows.Close()
	}
	for _, u := range s.unpacked {
		u.Close()
	}
	closeAll(s.files)
}

// failed reports an error of reading, which ends the stream.
func (s *stream) failed(err error) {
	var broken *read.Error
	typ := "source-error"
	at := place{}
	if errors.As(err, &broken) {
		at.row = broken.Row
		if broken.Encoding {
			typ = "encoding-error"
		}
	} else if errors.Is(err, os.ErrNotExist) {
		typ = "resource-error"
	}
	s.task.fail(typ, at, "%s%s: %s", s.where, inRow(at.row), cause(err))
}

func inRow(row int) string {
	if row == 0 {
		return ""
	}
	return fmt.Sprintf(", row %d", row)
}

func (s *stream) openRows(r *resource) (err error) {
	var infos []os.FileInfo
	if s.files, infos, err = s.check.files(r); err != nil {
		return err
	}
	if r.Format == "parquet" || r.Format == "arrow" {
		s.rows, err = read.NewColumnar(r.Format, len(s.files), func(i int) (read.RandomAccess, int64) { return s.files[i], infos[i].Size() })
		return err
	}
	text, err := s.text(r)
	if err != nil {
		return err
	}
	var order []string
	if r.schema != nil {
		order = r.schema.Names()
	}
	switch r.Format {
	case "csv":
		s.rows, err = read.NewCSV(text, *r.Dialect)
	case "ndjson":
		s.rows, err = read.NewLines(text, order)
	default:
		s.rows, err = read.NewJSON(text, r.Property, order)
	}
	return err
}

// text returns the resource's data as UTF-8.
func (s *stream) text(r *resource) (io.Reader, error) {
	if r.Inline != nil {
		data, err := encoded(r.Inline)
		return bytes.NewReader(data), err
	}
	parts := make([]io.Reader, len(s.files))
	for i, f := range s.files {
		plain, err := codec.NewReader(r.Compression, f)
		if err != nil {
			return nil, &read.Error{Msg: fmt.Sprintf("cannot be decompressed: %v", err)}
		}
		s.unpacked = append(s.unpacked, plain)
		parts[i] = plain
	}
	all := io.MultiReader(parts...)
	switch strings.ReplaceAll(r.Encoding, "_", "-") {
	case "", "utf-8", "utf8", "utf-8-sig", "ascii", "us-ascii":
		return all, nil
	case "utf-16", "utf16":
		return transform.NewReader(all, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder()), nil
	}
	known, err := htmlindex.Get(r.Encoding)
	if err != nil {
		return nil, &read.Error{Encoding: true, Msg: fmt.Sprintf("the encoding %q is not known", r.Encoding)}
	}
	return transform.NewReader(all, known.NewDecoder()), nil
}

// next reads and checks a row. It returns false after the last one, and after an
// error, which is reported.
func (s *stream) next(ctx context.Context) (bool, error) {
	for !s.ended {
		if s.count%1024 == 0 && ctx.Err() != nil {
			return false, ctx.Err()
		}
		cells, err := s.rows.Next()
		if err != nil {
			if s.ended = true; !errors.Is(err, io.EOF) {
				s.failed(err)
			}
			break
		}
		s.row = s.rows.Row()
		if len(cells) == 1 && cells[0] == (read.Cell{Kind: read.Bare}) && s.width > 1 {
			s.task.fail("blank-row", place{row: s.row}, "%s, row %d has no cells", s.where, s.row)
			continue
		}
		s.count++
		s.read(cells)
		return true, nil
	}
	return false, nil
}

// read takes the values of a row.
func (s *stream) read(cells []read.Cell) {
	s.checkWidth(cells)
	if s.schema == nil {
		return
	}
	for i, f := range s.schema.fields {
		cell := read.Cell{Kind: read.Absent}
		if at := s.columns[i]; at < 0 {
			s.values[i] = value{null: true}
			continue
		} else if at < len(cells) {
			cell = cells[at]
		}
		s.values[i] = s.value(f, i, cell)
	}
}

func (s *stream) checkWidth(cells []read.Cell) {
	if s.width < 0 || len(cells) == s.width || s.format == "xlsx" {
		return
	}
	if len(cells) > s.width {
		s.task.fail("extra-cell", place{row: s.row, col: s.width + 1, cell: &cells[s.width].Text}, "%s, row %d has %d cells, not %d", s.where, s.row, len(cells), s.width)
		return
	}
	s.task.fail("missing-cell", place{row: s.row, col: len(cells) + 1}, "%s, row %d has %d cells, not %d", s.where, s.row, len(cells), s.width)
}

// value reads a cell by its field.
func (s *stream) value(f *field, i int, cell read.Cell) value {
	own := s.check.own && (len(s.schema.fields) > 1 || s.format != "csv")
	if f.isMissing(cell, own) {
		if f.required && cell.Kind != read.Absent || f.required && s.format == "xlsx" {
			s.fail("constraint-error", f, i, nil, "has no value and needs one")
		}
		return value{null: true}
	}
	if s.format == "xlsx" {
		cell = fromExcel(f, cell)
	}
	text, ok := f.read(cell)
	if !ok {
		s.fail("type-error", f, i, &cell.Text, "is %s, not %s", shown(cell), article(nounOf(f)))
		return value{text: cell.Text, bad: true}
	}
	for _, l := range f.limits {
		if !l.fits(text) {
			s.fail("constraint-error", f, i, &cell.Text, "is %s and %s", shown(cell), l.words)
		}
	}
	return value{text: text}
}

// fail reports what is wrong with a value of the row.
func (s *stream) fail(typ string, f *field, i int, cell *string, format string, args ...any) {
	s.task.fail(typ, place{s.row, f.Name, i + 1, cell}, "%s, row %d: %s %s", s.where, s.row, f.Name, fmt.Sprintf(format, args...))
}

// maxShown is how much of a cell messages show.
const maxShown = 60

func shown(c read.Cell) string {
	text := quote(c.Text)
	switch c.Kind {
	case read.Bare:
		return text
	case read.Number, read.Boolean, read.Nested:
		return "the " + c.Kind.String() + " " + strings.Trim(text, `"`)
	}
	return "the " + c.Kind.String() + " " + text
}

func quote(text string) string {
	if r := []rune(text); len(r) > maxShown {
		text = string(r[:maxShown]) + "..."
	}
	return fmt.Sprintf("%q", text)
}

func nounOf(f *field) string {
	if f.Format != "" && f.Format != "default" {
		return fmt.Sprintf("%s of the format %s", f.Type, f.Format)
	}
	return f.Type
}

// article puts an indefinite article before a noun.
func article(noun string) string {
	if noun != "" && strings.ContainsRune("aeiou", rune(noun[0])) {
		return "an " + noun
	}
	return "a " + noun
}

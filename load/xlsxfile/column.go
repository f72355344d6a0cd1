package xlsxfile

import (
	"bytes"
	"slices"
	"strings"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/array"

	"github.com/tidywiki/tidywiki/load/internal/text"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

// A column writes the values of one field.
type column struct {
	text.Column
	name      string // in the worksheet: A, B, C ...
	field     *dataset.Field
	dates     []arrow.Date32
	percent   bool
	style     int // of integers and texts
	width     int // of the widest value so far, in characters
	most      int // the limit of width; longer texts are wrapped
	buf       []byte
	converted int // values of this Write that became text
	noted     int // index of the note about them
}

// losses are the ways in which a value did not fit into its cell.
type losses uint8

const (
	tooLong losses = 1 << iota
	controlCharacter
	becameText // a number or date
)

func newColumns(s *dataset.Schema) []column {
	texts := text.Columns(s)
	cols := make([]column, len(texts))
	for i := range cols {
		f := &s.Fields[i]
		cols[i] = column{Column: texts[i], name: columnName(i), field: f, percent: f.Unit == "%",
			style: styleOfField(s, f), width: len(f.Name) + filterWidth, most: widthOfField(f)}
	}
	return cols
}

// styleOfField returns the style of a field's integers or texts.
func styleOfField(s *dataset.Schema, f *dataset.Field) int {
	switch {
	case f.Type == dataset.String && f.Name == dataset.PageIDField.Name:
		return styleMuted
	case f.Type == dataset.String:
		return styleText
	case f.Type == dataset.Year || isName(s, f):
		return styleWhole
	case f.Unit == "%":
		return stylePercent
	}
	return styleNumber
}

// header returns the style of the field's name, which is aligned as the values are.
func (c *column) header() int {
	switch c.Type {
	case dataset.String, dataset.Date, dataset.Boolean:
		return styleHeader
	}
	return styleHeaderRight
}

// isName reports whether an integer identifies something, as a line or part of a key
// does, and does not count or measure it.
func isName(s *dataset.Schema, f *dataset.Field) bool {
	if f.Name == "line" || f.Name == "id" || strings.HasSuffix(f.Name, "_line") || strings.HasSuffix(f.Name, "_id") {
		return true
	}
	return slices.Contains(s.PrimaryKey, f.Name) ||
		slices.ContainsFunc(s.ForeignKeys, func(k dataset.ForeignKey) bool { return slices.Contains(k.Fields, f.Name) })
}

func (c *column) bind(a arrow.Array) {
	c.Bind(a)
	if d, ok := a.(*array.Date32); ok {
		c.dates = d.Date32Values()
	}
}

// write adds the value in row i, which must not be null, to the current row. It returns
// the number of lines of a text, and what did not fit into the cell.
func (c *column) write(l *lines, i int) (high int, f losses) {
	switch c.Type {
	case dataset.String:
		return c.writeText(l, c.Str(i))
	case dataset.Boolean:
		c.buf = c.Append(c.buf[:0], i)
		l.flag(c.name, styleFlag, c.buf[0] == 't')
		return 1, 0
	case dataset.Date:
		return 1, c.writeDate(l, i)
	}
	c.buf = c.Append(c.buf[:0], i)
	return 1, c.writeNumber(l)
}

func (c *column) writeText(l *lines, s string) (high int, f losses) {
	s, wasCut := cut(s)
	style, high := c.style, 1
	if len(s) > c.width || strings.IndexByte(s, '\n') >= 0 {
		width, lines := measure(s, c.most)
		c.widen(l, width)
		if lines > 1 && style != styleMuted {
			style, high = styleWrapped, lines
		}
	}
	if wasCut {
		f |= tooLong
	}
	if l.str(c.name, style, s) {
		f |= controlCharacter
	}
	return high, f
}

// The days on which Excel's calendar is right: from 1 March 1900 to 31 December 9999.
const (
	dayZero   = 25_569 // number of 1970-01-01 in Excel
	firstSame = 61
	lastSame  = 2_958_465
)

func (c *column) writeDate(l *lines, i int) losses {
	n := int64(c.dates[i]) + dayZero
	if n < firstSame || n > lastSame {
		c.buf = c.Append(c.buf[:0], i)
		return c.asText(l)
	}
	c.widen(l, len("2006-01-02"))
	l.integer(c.name, styleDate, n)
	return 0
}

// maxDigits is how many digits Excel keeps of a number.
const maxDigits = 15

// writeNumber writes the number in buf.
func (c *column) writeNumber(l *lines) losses {
	point := bytes.IndexByte(c.buf, '.')
	exact := c.Type == dataset.Integer || c.Type == dataset.Decimal
	finite := c.buf[len(c.buf)-1] <= '9'
	if !finite || exact && len(c.buf) > maxDigits && digits(c.buf) > maxDigits {
		return c.asText(l)
	}
	style := c.style
	if c.Type == dataset.Number || c.Type == dataset.Decimal {
		style = styleGeneral
		places := 0
		if point >= 0 {
			places = len(c.buf) - point - 1
		}
		if places <= maxDecimals && len(c.buf) <= 20 && bytes.IndexByte(c.buf, 'e') < 0 {
			style = styleNumber + places
			if c.percent {
				style = stylePercent + max(places, 2)
			}
		}
	}
	c.widen(l, len(c.buf)+len(c.buf)/4+1)
	l.num(c.name, style, c.buf)
	return 0
}

// asText writes as text a value that Excel cannot hold as a number or date.
func (c *column) asText(l *lines) losses {
	c.widen(l, len(c.buf)+1)
	l.str(c.name, styleDigits, string(c.buf))
	return becameText
}

// digits counts the digits of a number without leading zeros.
func digits(number []byte) int {
	n := 0
	for _, c := range number {
		if n > 0 && '0' <= c && c <= '9' || '1' <= c && c <= '9' {
			n++
		}
	}
	return n
}

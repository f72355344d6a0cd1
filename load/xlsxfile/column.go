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
	name    string // the worksheet's: A, B, C ...
	field   *dataset.Field
	dates   []arrow.Date32
	percent bool
	style   int // of integers and texts
	width   int // characters of the widest value so far
	most    int // beyond this texts are wrapped
	buf     []byte
	bent    int // values of this Write that had to become text
	noted   int // the note about them
}

// flaws are what a cell could not hold.
type flaws uint8

const (
	tooLong flaws = 1 << iota
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

// styleOfField is how a field's integers or texts look.
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

// header is the style of the field's name: it stands where the values do.
func (c *column) header() int {
	switch c.Type {
	case dataset.String, dataset.Date, dataset.Boolean:
		return styleHeader
	}
	return styleHeaderRight
}

// isName says whether an integer names something, as a line or a number in a key
// does, rather than counting or measuring it.
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

// write adds the value in row i, which is not null, to the row begun. It returns
// the lines that a text takes, and what the cell could not hold.
func (c *column) write(l *lines, i int) (high int, f flaws) {
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

func (c *column) writeText(l *lines, s string) (high int, f flaws) {
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

// The days that Excel's calendar and ours count alike: from 1 March 1900 to
// 31 December 9999.
const (
	dayZero   = 25_569 // number of 1970-01-01 in Excel
	firstSame = 61
	lastSame  = 2_958_465
)

func (c *column) writeDate(l *lines, i int) flaws {
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
func (c *column) writeNumber(l *lines) flaws {
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

// asText writes a value as text that Excel cannot hold otherwise.
func (c *column) asText(l *lines) flaws {
	c.widen(l, len(c.buf)+1)
	l.str(c.name, styleDigits, string(c.buf))
	return becameText
}

// digits counts the digits that matter: those after leading zeros.
func digits(number []byte) int {
	n := 0
	for _, c := range number {
		if n > 0 && '0' <= c && c <= '9' || '1' <= c && c <= '9' {
			n++
		}
	}
	return n
}

// Package floats turns decimal columns into columns of floating-point numbers, for
// programs that do not know decimals: pandas keeps them as objects, many
// spreadsheets and JavaScript round them without telling you.
//
//	amount decimal(38, 2)               amount number
//	  12.50                               12.5
//	  12345678901234567890.12             12345678901234567000     decimal_rounded
//
// Convert a table once and give the result to all formats, so that they agree. What
// was rounded is in Notes.
package floats

import (
	"fmt"
	"math"
	"math/big"
	"strconv"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/array"
	"github.com/apache/arrow/go/v15/arrow/decimal128"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// A Converter converts the tables of one run.
type Converter struct {
	// schemas of tables that come more than once: their later rows need the same.
	schemas map[*dataset.Schema]*dataset.Schema
	notes   []Note
}

// A Note reports that values of a column had to be rounded.
type Note struct {
	Format string // "floats"
	Table  string // dataset.Table.Name
	Row    int    // 1-based row of the first such value in that table
	Field  string
	Code   string // see docs/findings.md
	// PageID is the value of the row's page_id.
	PageID  string
	Message string
}

// New returns a converter.
func New() *Converter { return &Converter{schemas: map[*dataset.Schema]*dataset.Schema{}} }

// Table returns t with float64 columns in place of its decimals, each the nearest
// to its decimal; t itself if it has none. t is not changed.
func (c *Converter) Table(t *dataset.Table) *dataset.Table {
	schema := c.schema(t)
	if schema == t.Schema {
		return t
	}
	columns := make([]arrow.Array, t.Record.NumCols())
	for i := range columns {
		columns[i] = t.Record.Column(i)
		if d, ok := columns[i].(*array.Decimal128); ok {
			columns[i] = c.convert(t, i, d)
		}
	}
	out := *t
	out.Schema, out.Record = schema, array.NewRecord(schema.Arrow(), columns, t.Record.NumRows())
	return &out
}

// Notes returns which values were rounded since the last call, one note for each
// column and table.
func (c *Converter) Notes() []Note {
	notes := c.notes
	c.notes = nil
	return notes
}

// schema returns the schema of the converted table.
func (c *Converter) schema(t *dataset.Table) *dataset.Schema {
	if known := c.schemas[t.Schema]; known != nil {
		return known
	}
	var fields []dataset.Field
	decimals := false
	for _, f := range t.Schema.Fields {
		if f.Type == dataset.Decimal {
			f.Type, f.Precision, f.Scale, decimals = dataset.Number, 0, 0, true
		}
		fields = append(fields, f)
	}
	if !decimals {
		return t.Schema
	}
	converted := *t.Schema
	converted.Fields = fields
	schema := dataset.NewSchema(converted)
	if !t.Whole {
		c.schemas[t.Schema] = schema
	}
	return schema
}

// convert returns the floats of a column and notes those that had to be rounded.
func (c *Converter) convert(t *dataset.Table, col int, d *array.Decimal128) arrow.Array {
	scale := int(t.Schema.Fields[col].Scale)
	b := dataset.NewBuilder(dataset.NewSchema(dataset.Schema{Fields: []dataset.Field{{Name: "x", Type: dataset.Number, Nullable: true}}}))
	rounded, first := 0, 0
	for row := range d.Len() {
		if d.IsNull(row) {
			b.Null()
			continue
		}
		f, exact := nearest(d.Value(row), scale)
		b.Num(f)
		if !exact {
			if rounded++; rounded == 1 {
				first = row
			}
		}
	}
	if rounded > 0 {
		c.note(t, col, first, rounded)
	}
	return b.Table("").Record.Column(0)
}

// maxExact is a number of which, with all below it, a float64 keeps every digit,
// wherever the decimal point is.
const maxExact = 1e15

// nearest returns the float64 nearest to a decimal, and reports whether its
// shortest text has all digits of the decimal.
func nearest(n decimal128.Num, scale int) (f float64, exact bool) {
	if v := int64(n.LowBits()); n == decimal128.FromI64(v) && -maxExact < v && v < maxExact && 0 <= scale && scale <= 22 {
		return float64(v) / math.Pow10(scale), true // both are exact, so the quotient is the nearest
	}
	text := n.BigInt().String() + "e" + strconv.Itoa(-scale)
	f, _ = strconv.ParseFloat(text, 64) // the text of a decimal is one of a float
	want, _ := new(big.Rat).SetString(text)
	got, _ := new(big.Rat).SetString(strconv.FormatFloat(f, 'g', -1, 64))
	return f, want.Cmp(got) == 0
}

func (c *Converter) note(t *dataset.Table, col, row, rounded int) {
	n := Note{Format: "floats", Table: t.Name, Row: row + 1, Field: t.Schema.Fields[col].Name, Code: "decimal_rounded",
		Message: fmt.Sprintf("a float has about 16 digits: values that were rounded: %d", rounded)}
	if id := t.Schema.Index(dataset.PageIDField.Name); id >= 0 {
		n.PageID = t.ColumnAt(id).Str(row)
	}
	c.notes = append(c.notes, n)
}

// Package floats makes columns of floating-point numbers of decimal ones, for
// readers that know no decimals: pandas has objects for them, many spreadsheets and
// JavaScript round them without a word.
//
//	amount decimal(38, 2)               amount number
//	  12.50                               12.5
//	  12345678901234567890.12             12345678901234567000     decimal_rounded
//
// All formats of a dataset have to be given the same tables: what is rounded is
// rounded once, in all of them, and noted.
package floats

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/array"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/load/internal/text"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

// A Converter converts the tables of one run.
type Converter struct {
	// schemas of tables that come more than once: their later rows need the same.
	schemas map[*dataset.Schema]*dataset.Schema
	notes   []load.Note
	scratch []byte
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
func (c *Converter) Notes() []load.Note {
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
	scale := t.Schema.Fields[col].Scale
	b := dataset.NewBuilder(dataset.NewSchema(dataset.Schema{Fields: []dataset.Field{{Name: "x", Type: dataset.Number, Nullable: true}}}))
	rounded, first := 0, 0
	for row := range d.Len() {
		if d.IsNull(row) {
			b.Null()
			continue
		}
		c.scratch = text.AppendDecimal(c.scratch[:0], d.Value(row), scale)
		exact := string(c.scratch)
		f, _ := strconv.ParseFloat(exact, 64) // the text of a decimal is one of a float
		b.Num(f)
		if !isExact(f, exact) {
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

// isExact says whether the shortest text of f has all digits of the decimal.
func isExact(f float64, exact string) bool {
	short := strconv.FormatFloat(f, 'f', -1, 64)
	return trimmed(short) == trimmed(exact)
}

// trimmed takes off zeros after the point that say nothing, and the sign of zero.
func trimmed(number string) string {
	if strings.IndexByte(number, '.') >= 0 {
		number = strings.TrimRight(strings.TrimRight(number, "0"), ".")
	}
	if number == "-0" {
		return "0"
	}
	return number
}

func (c *Converter) note(t *dataset.Table, col, row, rounded int) {
	n := load.Note{Format: "floats", Table: t.Name, Row: row + 1, Field: t.Schema.Fields[col].Name, Code: "decimal_rounded",
		Message: fmt.Sprintf("a float has about 16 digits: values that were rounded: %d", rounded)}
	if id := t.Schema.Index(dataset.PageIDField.Name); id >= 0 {
		n.PageID = t.ColumnAt(id).Str(row)
	}
	c.notes = append(c.notes, n)
}

package load_test

import (
	"encoding/json"
	"fmt"
	"math/big"
	"strconv"
	"testing"
	"time"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/decimal128"
	"github.com/google/go-cmp/cmp"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// null marks a null in the rows of a [content]. No text of a case is equal to it.
const null = "\x00null\x00"

// A content is a table as a reader sees it, each value as text:
//
//	integer, year  -9223372036854775808
//	number         as JavaScript shows it: 26600000000000, 1e+21, -0
//	decimal        all digits of its scale: 12.50
//	boolean        true, false
//	date           2013-03-05, with astronomical years: -0043-03-15
type content struct {
	Name   string   // of a sheet in a workbook, else empty
	Header []string // names of the fields
	Types  []string // names of [dataset.Type]; nil if the format or the reader has none
	Rows   [][]string
}

// wanted is what a faithful reader sees of tables that were written to one file.
func wanted(tables ...*dataset.Table) content {
	c := content{Rows: [][]string{}}
	for _, f := range tables[0].Schema.Fields {
		c.Header = append(c.Header, f.Name)
		c.Types = append(c.Types, f.Type.String())
	}
	for _, t := range tables {
		for row := range t.NumRows() {
			texts := make([]string, len(c.Header))
			for i := range texts {
				column := t.ColumnAt(i)
				texts[i] = show(column.Value(row), column.Field)
			}
			c.Rows = append(c.Rows, texts)
		}
	}
	return c
}

// show formats a value with the standard library, as the loaders do without it.
func show(v any, f *dataset.Field) string {
	switch v := v.(type) {
	case nil:
		return null
	case string:
		return v
	case float64:
		b, err := json.Marshal(v)
		if err != nil {
			return fmt.Sprint(v)
		}
		return string(b)
	case decimal128.Num:
		scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(f.Scale)), nil)
		return new(big.Rat).SetFrac(v.BigInt(), scale).FloatString(int(f.Scale))
	case arrow.Date32:
		return showDate(time.Unix(int64(v)*86400, 0).UTC())
	case bool:
		return strconv.FormatBool(v)
	}
	return fmt.Sprint(v)
}

func showDate(d time.Time) string {
	if d.Year() < 0 {
		return fmt.Sprintf("-%04d-%02d-%02d", -d.Year(), d.Month(), d.Day())
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year(), d.Month(), d.Day())
}

// typeOf returns the type of a field from its Arrow type.
func typeOf(t arrow.DataType) dataset.Type {
	switch t.ID() {
	case arrow.INT64:
		return dataset.Integer
	case arrow.FLOAT64:
		return dataset.Number
	case arrow.DECIMAL128:
		return dataset.Decimal
	case arrow.BOOL:
		return dataset.Boolean
	case arrow.DATE32:
		return dataset.Date
	case arrow.INT32:
		return dataset.Year
	}
	return dataset.String
}

// equal fails the test if got is not want. Types are compared only if the reader
// reports them. Names of sheets are not compared.
func equal(t testing.TB, got, want content) {
	t.Helper()
	if got.Types == nil {
		want.Types = nil
	}
	want.Name = got.Name
	if len(got.Rows) == 0 && len(want.Rows) == 0 {
		got.Rows = want.Rows
	}
	if diff := cmp.Diff(want, got); diff != "" {
		const most = 4000
		t.Errorf("the reader sees something else (-written +read):\n%.*s", most, diff)
	}
}

// A lossy function maps a value to what a format or a reader keeps of it.
type lossy func(f dataset.Field, text string) string

// apply returns what such a reader sees of c.
func (l lossy) apply(c content, fields []dataset.Field) content {
	if l == nil {
		return c
	}
	for _, row := range c.Rows {
		for i := range row {
			row[i] = l(fields[i], row[i])
		}
	}
	return c
}

// nullIsEmpty is for readers of CSV without nulls.
func nullIsEmpty(_ dataset.Field, text string) string {
	if text == null {
		return ""
	}
	return text
}

package loadtest

import (
	"encoding/json"
	"fmt"
	"math/big"
	"strconv"
	"time"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/decimal128"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// Null stands for a null in the rows of a [Content]; no text of a case is it.
const Null = "\x00null\x00"

// A Content is a table as a reader sees it, every value as text:
//
//	integer, year  -9223372036854775808
//	number         as JavaScript shows it: 26600000000000, 1e+21, -0
//	decimal        all digits of its scale: 12.50
//	boolean        true, false
//	date           2013-03-05, with astronomical years: -0043-03-15
type Content struct {
	Name   string   // of a sheet in a workbook, else empty
	Header []string // names of the fields
	Types  []string // names of [dataset.Type]; nil where the format or the reader has none
	Rows   [][]string
}

// Want is what a faithful reader sees of tables that were written to one file.
func Want(tables ...*dataset.Table) Content {
	c := Content{Rows: [][]string{}}
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

// show does by the standard library's means what the loaders do by their own.
func show(v any, f *dataset.Field) string {
	switch v := v.(type) {
	case nil:
		return Null
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

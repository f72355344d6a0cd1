package load_test

import (
	"fmt"

	"github.com/apache/arrow/go/v15/arrow/decimal128"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// benchTables returns that many rows of up to 8 columns of the shapes of core
// tables, in tables of 1,000 rows with one name.
func benchTables(rows, columns int) []*dataset.Table {
	s := schema(
		field("text", dataset.String, true), field("line", dataset.Integer, false), field("number", dataset.Number, true),
		field("header", dataset.String, false), field("date_start", dataset.Date, true), field("approx", dataset.Boolean, false),
		decimal("amount", 12, 2))
	s = dataset.NewSchema(dataset.Schema{Fields: s.Fields[:columns]})
	b := dataset.NewBuilder(s)
	var tables []*dataset.Table
	for row := range rows {
		benchRow(b, row, columns)
		if row%1000 == 999 || row == rows-1 {
			tables = append(tables, b.Table("cells"))
		}
	}
	return tables
}

func benchRow(b *dataset.Builder, row, columns int) {
	add := []func(){
		func() { b.Str("rivers-and-lakes-of-country-" + fmt.Sprint(row/200)) },
		func() { b.Str(fmt.Sprintf("%d km, a river", row%10_000)) },
		func() { b.Int(int64(row)) },
		func() { b.Num(float64(row%10_000) / 100) },
		func() { b.Str([...]string{"Rank", "River", "Length > km", "Basin"}[row%4]) },
		func() { b.Day(int32(15_000 + row%1000)) },
		func() { b.Bool(row%3 == 0) },
		func() { b.Dec(decimal128.FromI64(int64(row) * 7)) },
	}
	for i := range columns {
		if row%10 == 9 && (i == 1 || i == 3) {
			b.Null()
			continue
		}
		add[i]()
	}
}

// pageTables are 20 tables of 20 rows with eight columns, each complete.
func pageTables() []*dataset.Table {
	var tables []*dataset.Table
	for i := range 20 {
		t := benchTables(20, 8)[0]
		t.Name, t.Whole = fmt.Sprint("tables/page/", i), true
		tables = append(tables, t)
	}
	return tables
}

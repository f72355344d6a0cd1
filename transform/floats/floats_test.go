package floats

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"github.com/apache/arrow/go/v15/arrow/array"
	"github.com/apache/arrow/go/v15/arrow/decimal128"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// amounts is a table of decimals given as their unscaled digits, "" for null.
func amounts(s *dataset.Schema, digits ...string) *dataset.Table {
	b := dataset.NewBuilder(s)
	for _, d := range digits {
		b.Str("page")
		if d == "" {
			b.Null()
			continue
		}
		n, ok := new(big.Int).SetString(d, 10)
		if !ok {
			panic(d)
		}
		b.Dec(decimal128.FromBigInt(n))
	}
	return b.Table("amounts")
}

func schemaOf(scale int32) *dataset.Schema {
	return dataset.NewSchema(dataset.Schema{Title: "Amounts", PrimaryKey: []string{"page_id"}, Fields: []dataset.Field{dataset.PageIDField,
		{Name: "amount", Type: dataset.Decimal, Precision: 38, Scale: scale, Nullable: true, Unit: "EUR"}}})
}

func TestTable(t *testing.T) {
	c := New()
	in := amounts(schemaOf(2), "1250", "", "-1", "0", "12345678901234567890", "10000000000000000000000000000000000000", "-907199254740993")
	got := c.Table(in)
	want := []any{12.5, nil, -0.01, 0.0, 123456789012345678.9, 1e35, -9071992547409.93}
	for row, w := range want {
		if v := got.Column("amount").Value(row); v != w {
			t.Errorf("row %d: %v, want %v", row, v, w)
		}
	}
	f := got.Schema.Fields[1]
	if f.Type != dataset.Number || f.Precision != 0 || f.Unit != "EUR" || got.Schema.Title != "Amounts" || len(got.Schema.PrimaryKey) != 1 {
		t.Errorf("schema %+v", got.Schema)
	}
	if in.Schema.Fields[1].Type != dataset.Decimal || in.Record.Column(1).(*array.Decimal128).Len() != 7 {
		t.Error("the table that was given is changed")
	}
	wantNote := Note{Format: "floats", Table: "amounts", Row: 5, Field: "amount", Code: "decimal_rounded", PageID: "page",
		Message: "a float has about 16 digits: values that were rounded: 1"}
	if notes := c.Notes(); fmt.Sprint(notes) != fmt.Sprint([]Note{wantNote}) {
		t.Errorf("notes %+v", notes)
	}
	if notes := c.Notes(); len(notes) > 0 {
		t.Errorf("notes again: %+v", notes)
	}
}

// TestSameSchema: later rows of a table have the schema of the first.
func TestSameSchema(t *testing.T) {
	c, s := New(), schemaOf(0)
	a, b := c.Table(amounts(s, "1")), c.Table(amounts(s, "2"))
	if a.Schema != b.Schema {
		t.Error("two schemas")
	}
	whole := amounts(s, "1")
	whole.Whole = true
	if c.Table(whole); len(c.schemas) != 1 {
		t.Errorf("%d schemas are kept", len(c.schemas))
	}
	plain := dataset.NewBuilder(dataset.Pages).Table("pages")
	if c.Table(plain) != plain {
		t.Error("a table without decimals is another one")
	}
}

func TestNearest(t *testing.T) {
	for text, want := range map[string]bool{"12.50": true, "0.1": true, "-0.00": true, "0": true, "9007199254740992": true, "9007199254740993": false,
		"100000000000000000000000": true, "0.30000000000000004": true, "0.300000000000000040": true, "0.3000000000000000400001": false,
		"999999999999999": true, "-99999.9999999999": true, "1234567890.1234567": true, "12345678901.1234567": false} {
		whole, fraction, _ := strings.Cut(text, ".")
		n, _ := new(big.Int).SetString(whole+fraction, 10)
		var f float64
		fmt.Sscan(text, &f)
		if got, exact := nearest(decimal128.FromBigInt(n), len(fraction)); exact != want || got != f {
			t.Errorf("%s: %v, %v", text, got, exact)
		}
	}
}

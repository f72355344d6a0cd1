package dataset

import (
	"testing"

	"github.com/apache/arrow/go/v15/arrow/array"
	"github.com/apache/arrow/go/v15/arrow/decimal128"
)

// every has a field of each type, all of them nullable.
var every = NewSchema(Schema{Fields: []Field{
	{Name: "s", Type: String, Nullable: true}, {Name: "i", Type: Integer, Nullable: true},
	{Name: "n", Type: Number, Nullable: true},
	{Name: "d", Type: Decimal, Precision: 38, Scale: 2, Nullable: true},
	{Name: "b", Type: Boolean, Nullable: true}, {Name: "t", Type: Date, Nullable: true},
	{Name: "y", Type: Year, Nullable: true},
}})

func TestBuilderKeepsValuesAndNulls(t *testing.T) {
	b := NewBuilder(every)
	for range 20 { // more rows than a byte of the validity bitmap holds
		b.Str("x").Int(-1).Num(0.5).Dec(decimal128.FromI64(-150)).Bool(true).Day(-1).Year(-43)
		b.Str("").Int(0).Num(0).Dec(decimal128.Num{}).Bool(false).Day(0).Year(0)
		for range every.Fields {
			b.Null()
		}
	}
	tab := b.Table("every")
	if tab.NumRows() != 60 {
		t.Fatalf("%d rows", tab.NumRows())
	}
	for f := range every.Fields {
		c := tab.ColumnAt(f)
		for i := 0; i < 60; i += 3 {
			if c.Null(i) || c.Null(i+1) || !c.Null(i+2) || c.Value(i+2) != nil {
				t.Errorf("%s, row %d: nulls in the wrong places", c.Field.Name, i)
			}
			if c.Value(i) == c.Value(i+1) {
				t.Errorf("%s, row %d: %v twice", c.Field.Name, i, c.Value(i))
			}
		}
	}
	if y := tab.Column("y").Int(0); y != -43 {
		t.Errorf("year %d", y)
	}
	if s := tab.Column("s").Str(2); s != "" {
		t.Errorf("null reads as %q", s)
	}
}

func TestGrow(t *testing.T) {
	plain, grown := NewBuilder(every), NewBuilder(every).Grow(2)
	for _, b := range []*Builder{plain, grown} {
		for range 3 { // one more than there is room for
			b.Str("x").Int(1).Num(2).Dec(decimal128.FromI64(3)).Bool(true).Day(4).Year(5)
		}
	}
	if a, b := plain.Table("t"), grown.Table("t"); !array.RecordEqual(a.Record, b.Record) || b.NumRows() != 3 {
		t.Errorf("%v and %v", a.Record, b.Record)
	}
}

func TestBuilderStartsAnew(t *testing.T) {
	b := NewBuilder(NewSchema(Schema{Fields: []Field{{Name: "s", Type: String}}}))
	first := b.Str("one").Table("t")
	second := b.Str("two").Table("t")
	if first.Column("s").Str(0) != "one" || second.Column("s").Str(0) != "two" || second.NumRows() != 1 {
		t.Errorf("%v and %v", first.Record, second.Record)
	}
}

func TestOptAndCount(t *testing.T) {
	b := NewBuilder(every)
	b.Opt("").Count(0).Null().Null().Null().Null().Null()
	b.Opt("x").Count(7).Null().Null().Null().Null().Null()
	tab := b.Table("t")
	if !tab.Column("s").Null(0) || tab.Column("s").Str(1) != "x" || !tab.Column("i").Null(0) || tab.Column("i").Int(1) != 7 {
		t.Errorf("%v", tab.Record)
	}
}

func TestBugsPanic(t *testing.T) {
	one := NewSchema(Schema{Fields: []Field{{Name: "i", Type: Integer}, {Name: "s", Type: String}}})
	for name, f := range map[string]func(){
		"a value of another type": func() { NewBuilder(one).Str("x") },
		"null where none may be":  func() { NewBuilder(one).Null() },
		"half a row":              func() { NewBuilder(one).Int(1).Table("t") },
		"two fields of one name": func() {
			NewSchema(Schema{Fields: []Field{{Name: "a"}, {Name: "a"}}})
		},
		"a column that is not there": func() { NewBuilder(one).Table("t").Column("x") },
	} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if recover() == nil {
					t.Error("no panic")
				}
			}()
			f()
		})
	}
}

func TestCoreTables(t *testing.T) {
	for _, name := range CoreNames {
		s := CoreSchema(name)
		if s == nil {
			t.Fatalf("no schema for %q", name)
		}
		if name == "links" { // a page may link to another twice in one text
			if len(s.PrimaryKey) > 0 {
				t.Errorf("links have the key %q", s.PrimaryKey)
			}
		} else if s.PrimaryKey[0] != "page_id" {
			t.Errorf("the key of %s begins with %q", name, s.PrimaryKey[0])
		}
		if s.Fields[0].Name != "page_id" {
			t.Errorf("%s begins with %q", name, s.Fields[0].Name)
		}
		for _, fk := range s.ForeignKeys {
			to := CoreSchema(fk.Table)
			if to == nil || len(fk.Fields) != len(fk.To) {
				t.Fatalf("%s: foreign key %+v", name, fk)
			}
			for i := range fk.Fields {
				if s.Index(fk.Fields[i]) < 0 || to.Index(fk.To[i]) < 0 {
					t.Errorf("%s: foreign key %+v names no field", name, fk)
				}
			}
		}
		for _, f := range s.Fields {
			if f.Description == "" {
				t.Errorf("%s.%s has no description", name, f.Name)
			}
		}
	}
	if CoreSchema("rivers") != nil {
		t.Error("a schema for a table that is not one of ours")
	}
}

func TestArrowSchemaTells(t *testing.T) {
	s := NewSchema(Schema{Title: "Lengths", Description: "How long.", Meta: []Meta{{"source", "rivers.txt"}},
		Fields: []Field{{Name: "length", Title: "Length (km)", Unit: "km", Type: Number, Nullable: true}}})
	m := s.Arrow().Metadata()
	for k, want := range map[string]string{"title": "Lengths", "description": "How long.", "source": "rivers.txt"} {
		if got, _ := m.GetValue(k); got != want {
			t.Errorf("%s = %q", k, got)
		}
	}
	f := s.Arrow().Field(0)
	if unit, _ := f.Metadata.GetValue("unit"); unit != "km" || !f.Nullable {
		t.Errorf("field %v", f)
	}
}

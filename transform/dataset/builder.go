package dataset

import (
	"fmt"

	"github.com/apache/arrow/go/v15/arrow/decimal128"
)

// A Builder collects the rows of a table, value by value, from the first field
// of the first row to the last field of the last. Its methods return it, so that
// a row reads as one line. Giving a field a value of another type, or a null
// where none may be, panics: that is a bug of the caller.
type Builder struct {
	schema *Schema
	cols   []vector // nil while the builder is empty
	next   int
}

// NewBuilder returns a builder for tables of that schema.
func NewBuilder(s *Schema) *Builder { return &Builder{schema: s} }

// Grow makes room for so many further rows, so that adding them does not move
// those before. The bytes of strings are not counted.
func (b *Builder) Grow(rows int) *Builder {
	b.begin()
	for i := range b.cols {
		b.cols[i].grow(b.schema.Fields[i].Type, rows)
	}
	return b
}

// Str adds a string.
func (b *Builder) Str(v string) *Builder {
	c := b.take(String)
	c.bytes = append(c.bytes, v...)
	c.i32 = append(c.i32, int32(len(c.bytes)))
	return b
}

// Bytes adds a string given as bytes, which it copies.
func (b *Builder) Bytes(v []byte) *Builder {
	c := b.take(String)
	c.bytes = append(c.bytes, v...)
	c.i32 = append(c.i32, int32(len(c.bytes)))
	return b
}

// Opt adds a string, or null if it is empty.
func (b *Builder) Opt(v string) *Builder {
	if v == "" {
		return b.Null()
	}
	return b.Str(v)
}

// Int adds an integer.
func (b *Builder) Int(v int64) *Builder {
	c := b.take(Integer)
	c.i64 = append(c.i64, v)
	return b
}

// Count adds an integer, or null if it is 0: for numbers that count from 1.
func (b *Builder) Count(v int) *Builder {
	if v == 0 {
		return b.Null()
	}
	return b.Int(int64(v))
}

// Num adds a number.
func (b *Builder) Num(v float64) *Builder {
	c := b.take(Number)
	c.f64 = append(c.f64, v)
	return b
}

// Dec adds a decimal as its unscaled integer.
func (b *Builder) Dec(v decimal128.Num) *Builder {
	c := b.take(Decimal)
	c.dec = append(c.dec, v)
	return b
}

// Bool adds a boolean.
func (b *Builder) Bool(v bool) *Builder {
	c := b.take(Boolean)
	var n byte
	if v {
		n = 1
	}
	c.bytes = append(c.bytes, n)
	return b
}

// Day adds a date, in days since 1970-01-01.
func (b *Builder) Day(v int32) *Builder {
	c := b.take(Date)
	c.i32 = append(c.i32, v)
	return b
}

// Year adds a year.
func (b *Builder) Year(v int32) *Builder {
	c := b.take(Year)
	c.i32 = append(c.i32, v)
	return b
}

// Null leaves the next field of the row without a value.
func (b *Builder) Null() *Builder {
	f := &b.schema.Fields[b.next]
	if !f.Nullable {
		panic(fmt.Sprintf("dataset: null for field %q", f.Name))
	}
	c := b.take(f.Type)
	c.null()
	switch f.Type {
	case String:
		c.i32 = append(c.i32, int32(len(c.bytes)))
	case Integer:
		c.i64 = append(c.i64, 0)
	case Number:
		c.f64 = append(c.f64, 0)
	case Decimal:
		c.dec = append(c.dec, decimal128.Num{})
	case Boolean:
		c.bytes = append(c.bytes, 0)
	case Date, Year:
		c.i32 = append(c.i32, 0)
	}
	return b
}

// take moves on to the next field and returns its column.
func (b *Builder) take(t Type) *vector {
	f := &b.schema.Fields[b.next]
	if f.Type != t {
		panic(fmt.Sprintf("dataset: %s for field %q, a %s", t, f.Name, f.Type))
	}
	b.begin()
	c := &b.cols[b.next]
	c.n++
	if b.next++; b.next == len(b.cols) {
		b.next = 0
	}
	return c
}

// begin gets the memory for rows, unless there is some.
func (b *Builder) begin() {
	if b.cols == nil {
		b.cols = takeVectors(len(b.schema.Fields))
	}
}

// Table returns the rows added so far as a table and leaves the builder empty.
// It panics in the middle of a row.
func (b *Builder) Table(name string) *Table {
	if b.next != 0 {
		panic(fmt.Sprintf("dataset: table %q ends in the middle of a row", name))
	}
	if b.cols == nil {
		return &Table{Name: name, Schema: b.schema, Record: b.schema.none()}
	}
	t := &Table{Name: name, Schema: b.schema, Record: recordOf(b.schema, b.cols)}
	giveBack(b.cols)
	b.cols = nil
	return t
}

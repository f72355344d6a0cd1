package dataset

import (
	"fmt"
	"sync"

	"github.com/apache/arrow/go/v15/arrow"
)

// Type is the type of a column.
type Type uint8

// The types of columns and how Arrow holds them.
const (
	String  Type = iota // utf8
	Integer             // int64
	Number              // float64
	Decimal             // decimal128(Precision, Scale)
	Boolean             // bool
	Date                // date32, days since 1970-01-01
	Year                // int32, astronomical: 0 is 1 BC
)

var typeNames = [...]string{"string", "integer", "number", "decimal", "boolean", "date", "year"}

// String returns the name used in datapackage.json and in the table columns.
func (t Type) String() string { return typeNames[t] }

// A Field is a column of a [Schema].
type Field struct {
	Name        string // snake_case, unique in its table
	Title       string // as the page or a person writes it, or empty
	Description string // a sentence, or empty
	// Unit is a UCUM code, an ISO 4217 code, "%", or the page's own word.
	Unit     string
	Type     Type
	Nullable bool
	// Precision and Scale are for Decimal: digits in all (up to 38), and after
	// the point.
	Precision, Scale int32
}

// A Schema is the shape of a table. It must not be changed once a table uses it.
type Schema struct {
	Title, Description string
	Fields             []Field
	// PrimaryKey names the fields that identify a row.
	PrimaryKey []string
	// ForeignKeys name the tables that the values of some fields are keys of.
	ForeignKeys []ForeignKey
	// Meta are further facts in the order they are to be shown (source, revision,
	// license); for a wide table they describe its page.
	Meta []Meta
	// Charts describe how the table is drawn where a format can.
	Charts []*Chart
	// Export describes how the rows are written in a vocabulary of others; nil if
	// they are not.
	Export *Export

	arrow *arrow.Schema
	none  func() arrow.Record // without rows
}

// A ForeignKey ties Fields to the fields To of Table.
type ForeignKey struct {
	Fields []string
	Table  string
	To     []string
}

// Meta is one fact about a table.
type Meta struct{ Key, Value string }

// NewSchema completes s for use by tables. It panics if two fields share a name:
// that is a bug of the caller, never of a page.
func NewSchema(s Schema) *Schema {
	seen := make(map[string]bool, len(s.Fields))
	fields := make([]arrow.Field, len(s.Fields))
	for i, f := range s.Fields {
		if seen[f.Name] {
			panic(fmt.Sprintf("dataset: two fields named %q", f.Name))
		}
		seen[f.Name] = true
		fields[i] = f.arrow()
	}
	keys, values := []string{}, []string{}
	add := func(k, v string) {
		if v != "" {
			keys, values = append(keys, k), append(values, v)
		}
	}
	add("title", s.Title)
	add("description", s.Description)
	for _, m := range s.Meta {
		add(m.Key, m.Value)
	}
	meta := arrow.NewMetadata(keys, values)
	s.arrow = arrow.NewSchema(fields, &meta)
	s.none = sync.OnceValue(func() arrow.Record { return recordOf(&s, make([]vector, len(s.Fields))) })
	return &s
}

// Arrow is the schema as Arrow writes it, titles, descriptions and units as
// metadata of the fields.
func (s *Schema) Arrow() *arrow.Schema { return s.arrow }

// Index returns the place of the field of that name, or -1.
func (s *Schema) Index(name string) int {
	for i := range s.Fields {
		if s.Fields[i].Name == name {
			return i
		}
	}
	return -1
}

func (f Field) arrow() arrow.Field {
	keys, values := []string{}, []string{}
	for _, kv := range [...]Meta{{"title", f.Title}, {"description", f.Description}, {"unit", f.Unit}} {
		if kv.Value != "" {
			keys, values = append(keys, kv.Key), append(values, kv.Value)
		}
	}
	return arrow.Field{Name: f.Name, Type: f.arrowType(), Nullable: f.Nullable, Metadata: arrow.NewMetadata(keys, values)}
}

func (f Field) arrowType() arrow.DataType {
	switch f.Type {
	case Integer:
		return arrow.PrimitiveTypes.Int64
	case Number:
		return arrow.PrimitiveTypes.Float64
	case Decimal:
		return &arrow.Decimal128Type{Precision: f.Precision, Scale: f.Scale}
	case Boolean:
		return arrow.FixedWidthTypes.Boolean
	case Date:
		return arrow.FixedWidthTypes.Date32
	case Year:
		return arrow.PrimitiveTypes.Int32
	}
	return arrow.BinaryTypes.String
}

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

// A Chart is how a table is best drawn. Formats without charts, or
// without charts of that kind, ignore it, and tables without rows have none.
type Chart struct {
	// Kind is one of [ChartKinds].
	Kind string
	// Category names the field whose values label the bars.
	Category string
	// Series name the fields of numbers that are drawn, in order: of rates, first
	// what was computed, then what was published.
	Series []string
	// Labels are what the legend calls the series; empty for their names.
	Labels []string
	// Check names a boolean field that is true if the rates of a row agree; empty
	// for none.
	Check string
	// Title is the heading; empty for the table's.
	Title string
}

// ChartKinds are the kinds of charts. Bars are horizontal, because names are long.
var ChartKinds = []string{
	"bar",         // bars side by side
	"stacked-bar", // one bar per row, its series end to end
	"hemicycle",   // one half circle of seats per row, divided among its series
	"rates",       // two rates per row, where both should be the same
}

// An Export describes how the rows of a table are written in a vocabulary of others:
// as objects of a list in a JSON file of the dataset. For rivers as GeoJSON it would be
// the file rivers.geo.json, the list features and a feature for each row.
type Export struct {
	// File is the name of the file, List that of the member of its only object that
	// holds the list. Tables may share a list.
	File, List string
	// By names fields. Rows of a page that agree in all of them make one object;
	// without any, each row makes one.
	By []string
	// Object is the form of an object.
	Object Template
}

// A Template is the form of a JSON value. One of Value, Text, Members, Items and
// Rows is set.
type Template struct {
	// Value names a field, whose value in the first row it is, or one of
	// [ExportVariables]. If the value is missing, the whole object is left out;
	// if it is Optional, only the member.
	Value    string
	Optional bool
	// Text is a text that is always the same.
	Text string
	// Members make an object, Items a list.
	Members []Member
	Items   []Template
	// Rows makes a list of one value for each row of the object.
	Rows *Template
}

// A Member is one of an object of a [Template].
type Member struct {
	Name string
	Form Template
}

// ExportVariables are what a [Template] may name beside fields: the number of the
// object (a text that is the same only for it), and the page's title, source as an
// address, and revision.
var ExportVariables = []string{"object.id", "page.title", "page.url", "page.revision"}

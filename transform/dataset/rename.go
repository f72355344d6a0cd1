package dataset

import (
	"slices"
	"strings"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/array"
)

// WithPageID returns the table of a page under another page_id: the first column,
// and for a wide table its name and the page_id in its schema, follow. All other
// columns are shared with t.
func (t *Table) WithPageID(old, id string) *Table {
	c := *t
	if t.Origin != nil {
		c.Name = WideName(id, strings.TrimPrefix(t.Name, WideName(old, "")))
		c.Schema = t.Schema.withMeta(PageIDField.Name, id)
	}
	cols := slices.Clone(t.Record.Columns())
	if t.Origin == nil && t.Schema.Index(PageIDField.Name) == 0 {
		cols[0] = repeat(id, t.NumRows())
	}
	c.Record = array.NewRecord(c.Schema.arrow, cols, t.Record.NumRows())
	return &c
}

// WideName is the name of a wide table of a page: "tables/rivers/01-lengths".
func WideName(pageID, name string) string { return "tables/" + pageID + "/" + name }

const collections = "collections/"

// CollectionName is the name of the table of a collection: "collections/results".
func CollectionName(slug string) string { return collections + slug }

// IsCollection reports whether a table is a collection: like tables of many pages as one.
func IsCollection(table string) bool { return strings.HasPrefix(table, collections) }

// withMeta returns the schema with another value for a fact it already has.
func (s *Schema) withMeta(key, value string) *Schema {
	c := *s
	c.Meta = slices.Clone(s.Meta)
	for i := range c.Meta {
		if c.Meta[i].Key == key {
			c.Meta[i].Value = value
		}
	}
	return NewSchema(c)
}

// repeat is a column of n times the same text.
func repeat(text string, n int) arrow.Array {
	v := vector{n: n, bytes: []byte(strings.Repeat(text, n)), i32: make([]int32, n)}
	for i := range v.i32 {
		v.i32[i] = int32((i + 1) * len(text))
	}
	return v.array(String, arrow.BinaryTypes.String, newArena(v.size(String), 1))
}

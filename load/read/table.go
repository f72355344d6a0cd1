package read

import "github.com/tidywiki/tidywiki/load/datapackage"

// A Table is one table of a dataset, in as many formats as there are files.
type Table struct {
	Name, Title, Description string

	Described bool // datapackage.json tells its columns
	datapackage.Schema
	Columns []Column // those of the schema
	Dialect datapackage.Dialect
	Charts  []datapackage.Chart
	Files   map[string]File // by format, those that can be read
	Unread  []File          // in formats that cannot
}

func (t *Table) describe(r *datapackage.Resource) {
	t.Described, t.Title, t.Description = true, r.Title, r.Description
	t.Schema, t.Charts = *r.Schema, r.Charts
	for i := range t.Fields {
		f := &t.Fields[i]
		t.Columns = append(t.Columns, Column{Name: f.Name, Type: f.Type, Required: f.Required(), Unit: f.Unit})
	}
}

// Best is the format that is read the fastest.
func (t *Table) Best() string {
	for _, f := range Formats {
		if t.Has(f) {
			return f
		}
	}
	return ""
}

// Has reports whether there is a file in that format.
func (t *Table) Has(format string) bool {
	_, ok := t.Files[format]
	return ok
}

// Common chooses the formats in which two tables are best compared: the same one
// if there is one.
func Common(a, b *Table) (forA, forB string) {
	for _, f := range Formats {
		if a.Has(f) && b.Has(f) {
			return f, f
		}
	}
	return a.Best(), b.Best()
}

// Open opens the table's file in a format.
func (t *Table) Open(format string) (Rows, error) {
	f := t.Files[format]
	return OpenTable(f.Places, format, Description{Columns: t.Columns, Missing: t.MissingValues, Dialect: t.Dialect, Packed: f.Packed})
}

package datapackage

import (
	"github.com/tidywiki/tidywiki/load/read"
)

// A Table is one table of a dataset, in as many formats as there are files.
type Table struct {
	Name, Title, Description string

	Described bool          // datapackage.json tells its columns
	Columns   []read.Column // as described
	Fields    []Field       // what else is said of Columns
	Key       []string
	Foreign   []Foreign
	Missing   []string // texts that stand for nulls
	Dialect   Dialect
	Charts    []Chart
	Files     map[string]File // by format, those that can be read
	Unread    []File          // in formats that cannot
}

// A Field is what is said of a column for people.
type Field struct{ Title, Description string }

// A Dialect is that of a table's CSV file.
type Dialect struct {
	Delimiter    string `json:"delimiter"`
	FormulaGuard string `json:"formulaGuard"` // ours
}

// A Foreign key refers to rows of another table.
type Foreign struct {
	Fields    Names `json:"fields"`
	Reference struct {
		Resource string `json:"resource"`
		Fields   Names  `json:"fields"`
	} `json:"reference"`
}

// A Chart is how a table asks to be drawn: see docs/report.md.
type Chart struct {
	Kind     string   `json:"kind"`
	Title    string   `json:"title"`
	Category string   `json:"category"`
	Series   []string `json:"series"`
	Labels   []string `json:"labels"`
	Check    string   `json:"check"`
}

func (t *Table) describe(res *resource, more *aside) {
	t.Described, t.Title, t.Description = true, more.Title, more.Description
	t.Key, t.Foreign, t.Charts = res.Schema.PrimaryKey, res.Schema.ForeignKeys, more.Charts
	for _, f := range res.Schema.Fields {
		t.Columns = append(t.Columns, read.Column{Name: f.Name, Type: f.Type, Required: f.Constraints.Required, Unit: f.Unit})
		t.Fields = append(t.Fields, Field{text(f.Title), text(f.Description)})
	}
	for _, m := range res.Schema.MissingValues {
		if s, ok := m.(string); ok {
			t.Missing = append(t.Missing, s)
		}
	}
}

// Best is the format that is read the fastest.
func (t *Table) Best() string {
	for _, f := range read.Formats {
		if t.Has(f) {
			return f
		}
	}
	return ""
}

// Has says whether there is a file in that format.
func (t *Table) Has(format string) bool {
	_, ok := t.Files[format]
	return ok
}

// Common chooses the formats in which two tables are best compared: the same one
// if there is one.
func Common(a, b *Table) (forA, forB string) {
	for _, f := range read.Formats {
		if a.Has(f) && b.Has(f) {
			return f, f
		}
	}
	return a.Best(), b.Best()
}

// Open opens the table's file in a format.
func (t *Table) Open(format string) (read.Table, error) {
	f := t.Files[format]
	d := read.Description{Columns: t.Columns, Missing: t.Missing, Dialect: read.DefaultDialect(), Packed: f.Packed}
	if d.Dialect.Guard = t.Dialect.FormulaGuard; len(t.Dialect.Delimiter) == 1 {
		d.Dialect.Delimiter = t.Dialect.Delimiter
	}
	return read.OpenTable(f.places, format, d)
}

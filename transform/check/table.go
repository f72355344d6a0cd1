package check

import (
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/number"
	"github.com/tidywiki/tidywiki/transform/page"
)

// A table is a wide table as the checks read it.
type table struct {
	data *page.Page
	wide *dataset.Table
	// total marks the rows that sum up others.
	total []bool
	// columns are the fields that show columns of the page.
	columns []int
	// numbers are its columns of amounts: numbers that are neither percentages,
	// nor years or ordinals.
	numbers []column
}

// A column is a column of numbers.
type column struct {
	field  int
	name   string
	values []value // one per row
	// grain is the power of ten that all its numbers are rounded to, 1 if they are exact.
	grain number.Decimal
	// adds reports whether its numbers can be added up: averages, rates and ranks cannot.
	adds bool
}

// A value is a number, if the cell holds one.
type value struct {
	number.Decimal
	given bool
}

func newTable(d *page.Page, wide *dataset.Table) *table {
	t := &table{data: d, wide: wide, total: make([]bool, wide.NumRows())}
	if i := wide.Schema.Index("row_kind"); i >= 0 && wide.Origin.Fields[i] < 0 {
		for row := range t.total {
			t.total[row] = wide.ColumnAt(i).Str(row) == "total"
		}
	}
	for f := range wide.Schema.Fields {
		if wide.Origin.Fields[f] < 0 {
			continue
		}
		t.columns = append(t.columns, f)
		field := &wide.Schema.Fields[f]
		isNumber := field.Type == dataset.Integer || field.Type == dataset.Number || field.Type == dataset.Decimal
		if isNumber && field.Unit != "%" {
			t.addNumbers(f, field.Name)
		}
	}
	return t
}

// addNumbers reads a column, unless it holds ordinals. Integers are read from the
// wide table, others from the cells, which have the decimals that are printed.
func (t *table) addNumbers(field int, name string) {
	c := column{field: field, name: name, values: make([]value, t.wide.NumRows()), adds: addsUp(name, t.wide.Schema.Fields[field].Unit)}
	wide := t.wide.ColumnAt(field)
	kindKnown := false
	for row := range c.values {
		if wide.Null(row) {
			continue
		}
		if wide.Field.Type == dataset.Integer && kindKnown {
			c.values[row] = value{number.NewDecimal(wide.Int(row), 0), true}
			continue
		}
		kind, decimal := t.data.Written(t.wide, row, field)
		if kind == "ordinal" {
			return
		}
		kindKnown = true
		v, ok := number.ParseDecimal(decimal)
		c.values[row] = value{v, ok}
	}
	c.grain = grainOf(c.values)
	t.numbers = append(t.numbers, c)
}

// group tells the rows that belong together: those of one block under one group
// row.
type group struct {
	block int
	name  string
}

func (t *table) group(row int) group {
	g := group{block: t.wide.Origin.Rows[row].Block}
	if i := t.wide.Schema.Index("group"); i >= 0 && t.wide.Origin.Fields[i] < 0 {
		g.name = t.wide.ColumnAt(i).Str(row)
	}
	return g
}

func (t *table) line(row int) int { return int(t.wide.Column("line").Int(row)) }

// note begins a note about a cell, or about the row if field is -1.
func (t *table) note(s source.Severity, code string, row, field int) source.Note {
	n := source.Note{Severity: s, Code: code, Where: "row", Line: t.line(row), Table: t.wide.Origin.Table}
	if field >= 0 {
		n.Where, n.Field = "cell", t.wide.Schema.Fields[field].Name
		n.Row, n.Col = t.data.Place(t.wide, row, field)
		return n
	}
	if len(t.columns) > 0 {
		n.Row, _ = t.data.Place(t.wide, row, t.columns[0])
	}
	return n
}

// byChance reports whether it may be an accident that one of so many guesses fits
// hits of all rows, where each could have one of so many values.
func byChance(rows, hits, guesses int, values float64) bool {
	p := float64(guesses)
	for i := range hits {
		p *= float64(rows-i) / float64(hits-i) / values
	}
	return p > 1e-3
}

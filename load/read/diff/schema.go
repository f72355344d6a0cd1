package diff

import (
	"reflect"
	"slices"
	"strings"

	"github.com/tidywiki/tidywiki/load/read"
)

// sameDescription reports whether two tables are described alike, as far as it is
// compared.
func sameDescription(old, new *read.Table) bool {
	return old.Described == new.Described && slices.Equal(old.Columns, new.Columns) &&
		reflect.DeepEqual(old.Dialect, new.Dialect) &&
		slices.Equal(old.PrimaryKey, new.PrimaryKey) && slices.Equal(old.MissingValues, new.MissingValues)
}

// columnChanges are the changes of a table's schema, by columns in the order of
// the new one, then those that it no longer has.
func columnChanges(old, new *read.Table, oldColumns, newColumns []read.Column) []ColumnChange {
	var all []ColumnChange
	for _, n := range newColumns {
		if at := indexOf(oldColumns, n.Name); at >= 0 {
			all = append(all, columnChange(oldColumns[at], n, old.Described && new.Described)...)
		} else {
			all = append(all, ColumnChange{Column: n.Name, What: "added", New: typeOf(n)})
		}
	}
	for _, o := range oldColumns {
		if indexOf(newColumns, o.Name) < 0 {
			all = append(all, ColumnChange{Column: o.Name, What: "removed", Old: typeOf(o)})
		}
	}
	if old.Described && new.Described && !slices.Equal(old.PrimaryKey, new.PrimaryKey) {
		all = append(all, ColumnChange{What: "key", Old: strings.Join(old.PrimaryKey, ", "), New: strings.Join(new.PrimaryKey, ", ")})
	}
	a, b := common(oldColumns, newColumns), common(newColumns, oldColumns)
	if !slices.Equal(a, b) {
		all = append(all, ColumnChange{What: "order", Old: strings.Join(a, ", "), New: strings.Join(b, ", ")})
	}
	return all
}

// columnChange compares a column that both have, as far as both are known. Units
// are compared only if both are described: not all formats have them.
func columnChange(old, new read.Column, units bool) []ColumnChange {
	if old.Type == "" || new.Type == "" {
		return nil
	}
	var all []ColumnChange
	if old.Type != new.Type {
		all = append(all, ColumnChange{new.Name, "type", old.Type, new.Type})
	}
	if units && old.Unit != new.Unit {
		all = append(all, ColumnChange{new.Name, "unit", old.Unit, new.Unit})
	}
	if old.Required != new.Required {
		all = append(all, ColumnChange{new.Name, "null", nullText(old), nullText(new)})
	}
	return all
}

func nullText(c read.Column) string {
	if c.Required {
		return requiredText
	}
	return "may be null"
}

const requiredText = "never null"

// typeOf is the type of a column with its unit.
func typeOf(c read.Column) string {
	if c.Unit == "" {
		return c.Type
	}
	return c.Type + " in " + c.Unit
}

// common are the names of the columns that the others have, too.
func common(columns, others []read.Column) []string {
	var names []string
	for _, c := range columns {
		if indexOf(others, c.Name) >= 0 {
			names = append(names, c.Name)
		}
	}
	return names
}

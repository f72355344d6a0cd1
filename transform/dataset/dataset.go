// Package dataset is what every loader takes: tables of typed columns over Arrow,
// and the page they came from.
//
//	b := dataset.NewBuilder(schema)          // page_id string, length integer?
//	b.Str("rivers").Int(1233)
//	b.Str("rivers").Null()
//	b.Table("lengths").Record                // 2 rows; length: int64 [1233 (null)]
//
// Records use Go's allocator: they need no Release and may be shared freely, but
// must not be changed.
package dataset

import (
	"slices"

	"github.com/apache/arrow/go/v15/arrow"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform/grid"
)

// A Dataset is one page on its way through the steps: the document, its grids,
// and the tables made so far.
type Dataset struct {
	// ID is the page_id, the first column of every table.
	ID       string
	Document *document.Document
	// Year is the year the page is about as its infobox says, or 0. Dates
	// without a year may be completed with it, with a finding.
	Year int
	// Sheets are the document's tables in reading order, nested ones after the
	// table that holds them; sheet i is table i+1.
	Sheets []Sheet
	// Tables in the order in which they are written. Names are unique.
	Tables []*Table
	// Notes in the order in which they were found. The last step makes the table
	// findings of them.
	Notes []source.Note
}

// A Sheet is one table of the document laid out: the rectangle, and how it reads.
type Sheet struct {
	// Section and Parent are the index of its section and, for a nested table,
	// the number (from 1) of the table that holds it, else 0.
	Section, Parent int
	Grid            *grid.Grid
	Layout          *grid.Layout
}

// Clone returns a dataset that a step may add to: its slices are new, what they
// point to is shared.
func (d *Dataset) Clone() *Dataset {
	c := *d
	c.Tables = slices.Clone(d.Tables)
	c.Notes = slices.Clip(d.Notes)
	return &c
}

// Table returns the table of that name, or nil.
func (d *Dataset) Table(name string) *Table {
	for _, t := range d.Tables {
		if t.Name == name {
			return t
		}
	}
	return nil
}

// Put adds a table, replacing the one of the same name in its place.
func (d *Dataset) Put(t *Table) {
	for i, have := range d.Tables {
		if have.Name == t.Name {
			d.Tables[i] = t
			return
		}
	}
	d.Tables = append(d.Tables, t)
}

// A Table is a schema and rows for it.
type Table struct {
	// Name is the path below data/ without extension: "cells",
	// "tables/rivers/01-lengths".
	Name   string
	Schema *Schema
	// Record holds the rows; its columns are Schema's fields in order.
	Record arrow.Record
	// Whole says that this is all of the table: no further rows of this name will
	// come, so that a writer may complete the file at once.
	Whole bool
	// Origin is set for a wide table: where in the page's grid its values are.
	Origin *Origin
}

// NumRows is the number of rows.
func (t *Table) NumRows() int { return int(t.Record.NumRows()) }

// Origin ties a wide table to the grid it was read from.
type Origin struct {
	// Table is the number of the source table, counted from 1; Part the index of
	// the layout's part.
	Table, Part int
	// Rows has one place for each row of the wide table.
	Rows []OriginRow
	// Fields has, for each field, the index of the part's logical column it shows,
	// or -1 for a field that is not a column of the page (page_id, title, line ...).
	Fields []int
}

// An OriginRow is the place of a wide row: Block indexes the part's blocks, Row
// is the 0-based row of the grid (for a table read sideways, its column).
type OriginRow struct{ Block, Row int }

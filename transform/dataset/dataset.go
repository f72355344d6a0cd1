// Package dataset is what every loader takes: tables of typed columns over Arrow.
//
//	b := dataset.NewBuilder(schema)          // page_id string, length integer?
//	b.Str("rivers").Int(1233)
//	b.Str("rivers").Null()
//	b.Table("lengths").Record                // 2 rows; length: int64 [1233 (null)]
//
// Records use Go's allocator: they need no Release and may be shared freely, but
// must not be changed.
package dataset

import "github.com/apache/arrow/go/v15/arrow"

// A Table is a schema and rows for it.
type Table struct {
	// Name is the path below data/ without extension: "cells",
	// "tables/rivers/01-lengths".
	Name   string
	Schema *Schema
	// Record holds the rows; its columns are Schema's fields in order.
	Record arrow.Record
	// Whole is set if this is all of the table: no further rows of this name follow,
	// so a writer may complete the file at once.
	Whole bool
	// Last is set if these are the last rows of a table that came in several pieces, so
	// that a writer may complete the file.
	Last bool
	// Origin is set for a wide table: where in the page's grid its values are.
	Origin *Origin
	// Role is what the page's table is for, for a wide table: "data" or another of the
	// roles of package tidy.
	Role string
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
	// Printed has, for a field whose values are not written as the page has them (1233
	// for "1,233"), the texts of its cells: a string column, null in rows where
	// [AppendText] gives the text. It is nil for other fields.
	Printed []arrow.Array
	// Year is the year that the table is about, 0 if none is known.
	Year int
}

// An OriginRow is the place of a wide row: Block indexes the part's blocks, Row
// is the 0-based row of the grid (for a table read sideways, its column).
type OriginRow struct{ Block, Row int }

// Package grid lays a table out as a rectangle and finds out how it reads.
//
//	| North | South | | |            2 blocks side by side under lost-span titles:
//	| Name | Boats | Name | Boats |    title  name  boats
//	| Ann  | 10    | Cy   | 7     |    North  Ann   10
//	                           ->      South  Cy    7
//
// [Expand] makes the rectangle, [Read] the layout, [Format] shows both to people.
//
// What a row is for is told by the markup where it says so (header cells, spans)
// and otherwise by the shape of the texts: headers are words over figures, titles
// are few texts over many headers. Nothing that is written is lost: each text is
// in a record, a header, a title or a group, or a note says where it stands.
package grid

import "github.com/tidywiki/tidywiki/extract/document"

// A Grid is a table as a rectangle of Rows x Cols cells: spans are copied into
// every position they cover, short rows are filled with empty cells.
type Grid struct {
	Table      *document.Table
	Rows, Cols int
	// Cells in row-major order: position (r, c), counted from 0, is r*Cols+c.
	Cells []Cell
}

// At returns the cell at row r and column c, counted from 0.
func (g *Grid) At(r, c int) *Cell { return &g.Cells[r*g.Cols+c] }

// A Cell is one position of a grid.
type Cell struct {
	document.Text
	// Row and Col are the 0-based origin: the position itself, or for a position
	// covered by a span the one where the cell is written.
	Row, Col int32
	Line     int32
	Header   bool // the markup calls it a header cell
	Filler   bool // the row was too short; nothing is written here
}

// Empty reports whether the cell shows nothing: neither text nor image nor note.
func (c *Cell) Empty() bool {
	return c.Plain == "" && (c.Aside == nil || len(c.Aside.Notes) == 0 && len(c.Aside.Images) == 0)
}

// Kind is how a table reads.
type Kind string

// The kinds of layout, as the column layout of the table tables has them.
const (
	Simple Kind = "simple" // header rows above, data below
	Blocks Kind = "blocks" // several blocks in one table, side by side or stacked
	Rows   Kind = "rows"   // headers down the side: each column is a record
	Empty  Kind = "empty"
)

// A Role is what a row of a grid is for.
type Role uint8

// The roles. A Repeat shows nothing new: it is a header once more, or has only
// cells that reach down from above. A Remark is a text over the whole width with
// no record below it, as a footnote or a source. A Detail says more about the record
// above it.
const (
	Blank Role = iota
	Title
	Header
	Group
	Record
	Repeat
	Remark
	Detail
)

var roleNames = [...]string{"blank", "title", "header", "group", "record", "repeat", "remark", "detail"}

// String returns the name in lower case.
func (r Role) String() string { return roleNames[r] }

// A Layout says how a grid reads as logical tables.
type Layout struct {
	Kind Kind
	// HeaderRows is the number of header rows at the top, HeaderCols for the kind
	// Rows the number of header columns at the left.
	HeaderRows, HeaderCols int
	// Roles says of each grid row what it is for.
	Roles []Role
	// Parts are the logical tables: one, unless blocks have different headers.
	Parts []Part
}

// A Part is one logical table: columns, and the blocks that hold its rows.
type Part struct {
	// Columns are the logical columns of each block, left to right.
	Columns []Column
	// Titled reports whether at least one block has a title. A table with a title over
	// its only block is Simple all the same.
	Titled bool
	// Grouped reports whether at least one row is under a full-width group row, and
	// Totals that at least one is a totals row or another summary, and Detailed that
	// at least one has details below it.
	Grouped, Totals, Detailed bool
	// Blocks in reading order: top to bottom, then left to right.
	Blocks []Block
}

// A Column is a logical column of a part.
type Column struct {
	// Header is the path of header texts from the top row down, repeats left out;
	// empty if the table has no header for it.
	Header []string
	// HeaderRows are the 0-based grid rows these texts were read from.
	HeaderRows []int
}

// A Block is a rectangle of rows under one header.
type Block struct {
	// Title is the text above the block, or empty; TitleRow and TitleCol say where
	// the grid has it, -1 if there is none. Of several texts one above the other
	// all are in Title, and the place is that of the first.
	Title              string
	TitleRow, TitleCol int
	// Band and Side count the blocks from the top and from the left, from 0.
	Band, Side int
	// Cols has, for each logical column, its 0-based grid column (for the kind
	// Rows, its grid row).
	Cols []int
	// Rows are the records of the block.
	Rows []Row
}

// A Row is one record of a block.
type Row struct {
	// Index is its 0-based grid row (for the kind Rows, its grid column).
	Index int
	// Group is the text of the full-width row above it, or empty. Of full-width
	// rows that follow each other without a record all texts are in it.
	Group string
	// Detail is the text of the rows below it that say more about it, or empty.
	Detail string
	// Total marks a totals row, Summary one that sums the table up in another way: a
	// turnout, an average.
	Total, Summary bool
}

// Cell returns the cell of logical column col in row r of block b.
func (l *Layout) Cell(g *Grid, b *Block, r, col int) *Cell {
	if l.Kind == Rows {
		return g.At(b.Cols[col], b.Rows[r].Index)
	}
	return g.At(b.Rows[r].Index, b.Cols[col])
}

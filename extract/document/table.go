package document

// A Table is a table as the page writes it: rows of cells in source order, with
// spans and without any filling. transform/grid makes a rectangle of it.
type Table struct {
	Caption Text
	Rows    []Row
	// Line and LastLine are the first and last source line of the table.
	Line, LastLine int
	// Flat reports that the dialect has no way to write a span, so that a title
	// over several columns may be in one cell followed by empty ones.
	Flat bool
	// Class is the HTML class attribute, where the dialect has one.
	Class string
	// Nested are the tables and boxes inside cells, in order.
	Nested []Block
}

// A Row is one row of a table.
type Row struct {
	Cells []Cell
	Line  int
	// Part is the row group it belongs to: row spans end with it.
	Part RowGroup
}

// RowGroup numbers the row groups of a table from 0; a table without any has
// all its rows in group 0.
type RowGroup struct {
	Index int
	Kind  RowGroupKind
}

// RowGroupKind tells thead, tbody and tfoot apart.
type RowGroupKind uint8

// Body is the default.
const (
	Body RowGroupKind = iota
	Head
	Foot
)

// A Cell is one cell as written.
type Cell struct {
	Text Text
	// Line is where the cell's text begins.
	Line int
	// ColSpan and RowSpan are as written and checked, 0 meaning 1; RowSpan -1
	// means to the end of the row group.
	ColSpan, RowSpan int
	// Header reports that the markup calls it a header cell.
	Header bool
}

// An Infobox is a box of keys and values.
type Infobox struct {
	// Template is the name of the template that makes it, or empty.
	Template string
	// Class is the HTML class attribute, where the dialect has one.
	Class          string
	Title          Text
	Pairs          []Pair
	Line, LastLine int
	// Nested are the boxes embedded in it, in order.
	Nested []Block
}

// A Pair is one key of an infobox with its value. A key without a value has an
// empty Text; keys may repeat.
type Pair struct {
	// Key is as the page writes it.
	Key string
	// Label is what a reader sees instead of the key where the two differ.
	Label string
	Text  Text
	Line  int
	// Group is the heading inside the box above the pair, or empty.
	Group string
}

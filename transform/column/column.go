package column

import "github.com/tidywiki/tidywiki/transform/dataset"

// A Source is a logical column as the page writes it.
type Source struct {
	// Header are the header texts from the top row down.
	Header []string
	Cells  []Cell
}

// A Cell is one cell of a column, top to bottom.
type Cell struct {
	Text string
	// SortKey is the key a wiki would sort the cell by. It decides between two
	// readings of the text but is never read itself.
	SortKey string
	// Link is the title of the page that the cell links to, empty if it links to none or
	// to several.
	Link string
	// Remark is set where a text here may belong to the whole row: it spans several
	// columns, or is the label of a totals row. In a typed column it is null.
	Remark bool
}

// A Column is a column as it was read.
type Column struct {
	// Texts are the header texts from the top row down, without the unit if the
	// column has taken it.
	Texts []string
	Type  Type
	// Unit is the unit of all its numbers, or empty.
	Unit string
	// Values has one value for each cell.
	Values []Value
	// Nulls and Count are the numbers of cells without and with a value.
	Nulls, Count int
	// Storage is the type of the wide table's field; Precision and Scale are set
	// where it is a decimal.
	Storage          dataset.Type
	Precision, Scale int32

	// Near is the type that the column would have but for the cells in Spoilers,
	// which are at most one in ten. It is String where there is no such type.
	Near     Type
	Spoilers []int
	// Companions are the fields beside a column of strings whose texts say more than a
	// value, and beside any column whose links do.
	Companions []Companion
	// Inexact are the cells whose number is limited or softened (~7, 159+), or that mean
	// a part of their date (early 1990s).
	Inexact []int
	// ShortYears are the cells whose year has two digits.
	ShortYears []int
	// Unseparated are the cells without a thousands separator where the other
	// numbers of the column have one, and Separator is that one.
	Unseparated []int
	Separator   rune
	// Unordered are the cells with numeric dates whose day and month cannot be told
	// apart.
	Unordered []int
	// OpenMark are the cells with a number such as 1.234 where neither the column nor the
	// page says whether the point groups thousands or begins decimals. It was read as
	// English has it.
	OpenMark []int
	// ZeroWords are the cells with a word for nothing that a column of numbers has as 0.
	ZeroWords []int
	// RefusedScale reports whether the header has a scale that would make absurd numbers
	// of those below it, so that it was not applied.
	RefusedScale bool
	// Bracketed are the cells whose number is in parentheses and was read without a sign,
	// because nothing says that it is an amount below zero.
	Bracketed []int
	// NameLike are the cells whose text is a month and a number without a space: SEPT2.
	// Where the header does not speak of dates, they stay text.
	NameLike []int
	// Completed are the cells whose day and month took the year of the page.
	Completed []int
}

// LeftOut reports whether cell i has a text that the typed column has no value for,
// though it is not a null token: a remark.
func (c *Column) LeftOut(i int) bool { return c.Type != String && c.Values[i].is(remark) }

// A Context is what the page knows about its columns.
type Context struct {
	// Language is a BCP 47 tag, or empty.
	Language string
	// Year completes dates that have none, where it is not 0.
	Year int
	// Dollar is the ISO 4217 code of what $ means on the page, or empty where that is open.
	Dollar string
	// Caption is what the page says of the table as a whole.
	Caption string
}

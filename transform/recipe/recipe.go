package recipe

import (
	"regexp"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// A Recipe is a loaded recipe without errors. It is safe for concurrent use and must not be
// changed.
type Recipe struct {
	// Name is unique among recipes. Title and Description are for people.
	Name, Title, Description string
	// Tables has the tables that it makes, in order.
	Tables []*Table
	// Sum is the SHA-256 of the file, to distinguish versions of a recipe.
	Sum [32]byte

	match  []condition
	labels map[string]string
	maps   record
}

// A Table is a table that a recipe makes. Every page that the recipe matches has it, even
// without rows.
type Table struct {
	Name, Title, Description string
	// Schema is page_id and the fields that are not hidden.
	Schema *dataset.Schema

	group    []string
	distinct []string
	sources  []*rowSource
	fields   []*field
	checks   []*check
}

// A field is a column of a table, or a hidden value for other fields.
type field struct {
	name     string
	hidden   bool
	required bool
	kind     *dataset.Field // nil if hidden
	// values has the expression for each source of the table, in order. nil means the
	// variable of the field's name.
	values []*expression
}

// A check is a condition that each row of a table must meet.
type check struct {
	name                                  string
	severity                              string
	that, observed, expected, at, message *expression
}

// A condition is one way to match a page. All its parts must hold.
type condition struct {
	title  *regexp.Regexp
	keys   []string
	tables []*Table
}

// A rowSource makes rows, which are records of variables.
type rowSource struct {
	rows  rowMaker
	where *expression
	// label names the keys of an infobox; nil for other sources.
	label *expression
}

// A rowMaker is one kind of source.
type rowMaker interface {
	// rows returns the variables of each row. The caller owns the records.
	rows(p *view) []record
	// variables returns the names in each record.
	variables() []string
}

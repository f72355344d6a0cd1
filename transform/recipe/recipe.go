package recipe

import (
	"regexp"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// A Recipe is one that was loaded and found to be sound. It may be used from many
// goroutines and must not be changed.
type Recipe struct {
	// Name tells it from other recipes, Title and Description tell people what it
	// is for.
	Name, Title, Description string
	// Tables are what it makes of a page that it matches, in order.
	Tables []*Table
	// Sum is the SHA-256 of the file it was loaded from: what tells two versions of
	// a recipe apart.
	Sum [32]byte

	match  []condition
	labels map[string]string
	maps   record
}

// A Table is a table that a recipe makes. Every page that the recipe matches has
// it, if need be without rows.
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

// A field is a column of a table, or a hidden value that other fields use.
type field struct {
	name     string
	hidden   bool
	required bool
	kind     *dataset.Field // nil if hidden
	// values has the expression of each source, in the order of the table's
	// sources. nil stands for the variable of the field's name.
	values []*expression
}

// A check is a condition that each row of a table must meet.
type check struct {
	name                                  string
	severity                              string
	that, observed, expected, at, message *expression
}

// A condition is one way of matching a page: all of its parts must hold.
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
	// rows returns the variables of each row. The records are the caller's own.
	rows(p *view) []record
	// variables are the names that each record has.
	variables() []string
}

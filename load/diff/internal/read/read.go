// Package read reads the tables of a dataset in any of its formats, a batch of
// rows at a time, as text that depends on the value alone and not on the format:
//
//	CSV      12.50    quoted ""    an empty field
//	JSON     12.50    ""           null
//	Parquet  1250, scale 2
//	text     12.5     ""           null
//
// Numbers are the shortest text that reads back the same, without trailing zeros;
// dates are ISO 8601; truth values true and false.
package read

import (
	"errors"
	"fmt"
	"os"
	"slices"
)

// A Column is what is known of a column of a table.
type Column struct {
	Name string
	// Type is one of string, integer, number, boolean, date and year, another word
	// of a Data Package, or empty where neither the file nor a description tells.
	Type string
	// Required says that the column has no nulls. It is known where Type is.
	Required bool
	// Unit is a UCUM code, an ISO 4217 code, % or a word.
	Unit string
}

// A Table is an open file. It is for one goroutine.
type Table interface {
	// Columns are those of the file, in its order.
	Columns() []Column
	// Next replaces the rows of b by the next ones, at least one. It returns
	// [io.EOF] where there are no more.
	Next(b *Batch) error
	Close() error
}

// Formats are the formats that can be read, the ones that are read the fastest
// first.
var Formats = []string{"parquet", "arrow", "csv", "json"}

// Open opens a file. The declared columns say the types where the format does not;
// those that the file lacks are an error. Texts in missing stand for nulls in CSV,
// beside the empty field.
func Open(path, format string, declared []Column, missing []string) (Table, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	t, err := open(f, format, declared, missing)
	if err == nil {
		err = complete(t, declared)
	}
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return &named{t, path}, nil
}

func open(f *os.File, format string, declared []Column, missing []string) (Table, error) {
	switch format {
	case "parquet":
		return openParquet(f)
	case "arrow":
		return openArrow(f)
	case "csv":
		return openCSV(f, declared, missing)
	case "json":
		return openJSON(f, declared)
	}
	return nil, fmt.Errorf("format %q cannot be read: only %v can", format, Formats)
}

func complete(t Table, declared []Column) error {
	have := t.Columns()
	for _, d := range declared {
		if !slices.ContainsFunc(have, func(c Column) bool { return c.Name == d.Name }) {
			return fmt.Errorf("no column %q, which datapackage.json declares", d.Name)
		}
	}
	return nil
}

// declaredAs returns what is declared of a column.
func declaredAs(declared []Column, name string) Column {
	for _, d := range declared {
		if d.Name == name {
			return d
		}
	}
	return Column{Name: name}
}

// errShape is a file that is in its format, but holds no table.
var errShape = errors.New("not a table: rows of plain values are expected")

// named adds the path to errors of a table.
type named struct {
	Table
	path string
}

func (n *named) Next(b *Batch) error {
	err := n.Table.Next(b)
	if err == nil || isEOF(err) {
		return err
	}
	return fmt.Errorf("%s: %w", n.path, err)
}

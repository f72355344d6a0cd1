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

	"github.com/tidywiki/tidywiki/load"
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

// A Description is what is said of a file beside it. The zero one says nothing.
type Description struct {
	// Columns tell the types where the format does not. It is an error if the file
	// lacks one.
	Columns []Column
	// Missing are texts that stand for nulls in CSV, beside the empty field.
	Missing []string
	// Delimiter stands between the fields of CSV; 0 means a comma.
	Delimiter byte
	// Packed is how a file of text is packed.
	Packed load.Compression
	// Guard stands before texts of CSV that would begin like a formula, and is no
	// part of them.
	Guard string
}

// Open opens a file.
func Open(path, format string, d Description) (Table, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	t, err := open(f, format, d)
	if err == nil {
		err = complete(t, d.Columns)
	}
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return &named{t, path}, nil
}

func open(f *os.File, format string, d Description) (t Table, err error) {
	defer recovered(&err)
	switch format {
	case "parquet":
		return openParquet(f)
	case "arrow":
		return openArrow(f)
	case "csv", "json":
		text, err := openText(f, d.Packed)
		if err != nil {
			return nil, err
		}
		if format == "csv" {
			return openCSV(text, d)
		}
		return openJSON(text, d.Columns)
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
	err := n.next(b)
	if err == nil || isEOF(err) {
		return err
	}
	return fmt.Errorf("%s: %w", n.path, err)
}

func (n *named) next(b *Batch) (err error) {
	defer recovered(&err)
	return n.Table.Next(b)
}

// recovered makes an error of a panic: the libraries of columnar formats have
// them for files that are broken.
func recovered(err *error) {
	if v := recover(); v != nil {
		*err = fmt.Errorf("the file is broken: %v", v)
	}
}

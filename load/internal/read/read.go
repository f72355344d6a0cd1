// Package read reads the tables of a dataset in any of its formats, a batch of
// rows at a time, as text that depends on the value alone and not on the format:
//
//	CSV      12.50    quoted ""    an empty field
//	JSON     12.50    ""           null
//	Parquet  1250, scale 2
//	text     12.5     ""           null
//
// Numbers are the shortest text that reads back the same, without trailing zeros;
// dates are ISO 8601; truth values true and false. CSV and JSON are those of
// datasets, read fast; package rows reads what anybody writes, and says what is
// wrong with it.
package read

import (
	"errors"
	"fmt"
	"io"
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
	return &named{t, path, f}, nil
}

// Random is a file that is not read from front to back alone.
type Random interface {
	io.ReadSeeker
	io.ReaderAt
}

// Columnar opens a file of parquet or arrow, of that many bytes, which stays the
// caller's to close. A broken file is an error, never a panic.
func Columnar(f Random, size int64, format string) (t Table, err error) {
	defer recovered(&err)
	switch format {
	case "parquet":
		t, err = openParquet(f, size)
	case "arrow":
		t, err = openArrow(f)
	default:
		err = fmt.Errorf("format %q has no columns", format)
	}
	if err != nil {
		return nil, err
	}
	return guarded{t}, nil
}

// guarded makes errors of panics.
type guarded struct{ Table }

// Next implements [Table].
func (g guarded) Next(b *Batch) (err error) {
	defer recovered(&err)
	return g.Table.Next(b)
}

func open(f *os.File, format string, d Description) (Table, error) {
	switch format {
	case "parquet", "arrow":
		info, err := f.Stat()
		if err != nil {
			return nil, err
		}
		return Columnar(f, info.Size(), format)
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

// named adds the path to errors of a table, and closes its file.
type named struct {
	Table
	path string
	file *os.File
}

// Close implements [Table].
func (n *named) Close() error { return errors.Join(n.Table.Close(), n.file.Close()) }

func (n *named) Next(b *Batch) error {
	err := n.Table.Next(b)
	if err == nil || isEOF(err) {
		return err
	}
	return fmt.Errorf("%s: %w", n.path, err)
}

// recovered makes an error of a panic: the libraries of columnar formats have
// them for files that are broken.
func recovered(err *error) {
	if v := recover(); v != nil {
		*err = fmt.Errorf("the file is broken: %v", v)
	}
}

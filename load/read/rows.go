package read

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/load/datapackage"
)

// A Column is what is known of a column of a table.
type Column struct {
	Name string
	// Type is one of string, integer, number, boolean, date and year, another word
	// of a Data Package, or empty where neither the file nor a description tells.
	Type string
	// Required is true where the column has no nulls. It is known where Type is.
	Required bool
	// Unit is a UCUM code, an ISO 4217 code, % or a word.
	Unit string
}

// A Table is an open file. It is for one goroutine.
type Rows interface {
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

// A Description is what is known of a file beside its bytes.
type Description struct {
	// Columns tell the types where the format does not. It is an error if the file
	// lacks one.
	Columns []Column
	// Missing are texts that mean null in CSV, beside the empty field.
	Missing []string
	// Dialect is that of CSV; without a delimiter it is the default one.
	Dialect datapackage.Dialect
	// Packed is how a file of text is compressed.
	Packed load.Compression
}

func (d *Description) dialect() datapackage.Dialect {
	if d.Dialect.Delimiter == "" {
		return datapackage.DefaultDialect()
	}
	return d.Dialect
}

// OpenTable opens a table that is in one file or in several, each a table of its own
// with the same columns.
func OpenTable(paths []string, format string, d Description) (Rows, error) {
	return inParts(len(paths), func(i int) (Rows, error) { return openFile(paths[i], format, d) })
}

func openFile(path, format string, d Description) (Rows, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	t, err := open(f, format, d)
	if err == nil {
		if err = complete(t, d.Columns); err != nil {
			t.Close()
		}
	}
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return &named{t, path, f}, nil
}

// RandomAccess is an open file that can be read from any place.
type RandomAccess interface {
	io.ReadSeeker
	io.ReaderAt
}

// openColumnar opens a file of parquet or arrow, of that many bytes, which stays the
// caller's to close. A broken file is an error, never a panic.
func openColumnar(f RandomAccess, size int64, format string) (t Rows, err error) {
	defer recovered(&err)
	switch format {
	case "parquet":
		t, err = openParquet(f, size)
	case "arrow":
		t, err = openArrow(f)
	}
	if err != nil {
		return nil, err
	}
	return guarded{t}, nil
}

// guarded makes errors of panics.
type guarded struct{ Rows }

// Next implements [Rows].
func (g guarded) Next(b *Batch) (err error) {
	defer recovered(&err)
	return g.Rows.Next(b)
}

func open(f *os.File, format string, d Description) (Rows, error) {
	switch format {
	case "parquet", "arrow":
		info, err := f.Stat()
		if err != nil {
			return nil, err
		}
		return openColumnar(f, info.Size(), format)
	case "csv", "json":
		return openText(f, format, d)
	}
	return nil, fmt.Errorf("format %q cannot be read: only %v can", format, Formats)
}

func complete(t Rows, declared []Column) error {
	have := t.Columns()
	for _, d := range declared {
		if !slices.ContainsFunc(have, func(c Column) bool { return c.Name == d.Name }) {
			return fmt.Errorf("no column %q, which datapackage.json declares", d.Name)
		}
	}
	return nil
}

var (
	// errShape is a file that is in its format, but does not hold a table.
	errShape   = errors.New("not a table: rows of plain values are expected")
	errNoFiles = errors.New("a table without files")
)

// named adds the path to errors of a table, and closes its file.
type named struct {
	Rows
	path string
	file *os.File
}

// Close implements [Rows].
func (n *named) Close() error { return errors.Join(n.Rows.Close(), n.file.Close()) }

func (n *named) Next(b *Batch) error {
	err := n.Rows.Next(b)
	if err == nil || err == io.EOF {
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

// parts reads the parts of a table one after another.
type parts struct {
	Rows
	open  func(i int) (Rows, error)
	at, n int
}

// inParts returns a table of n parts, which open opens one by one.
func inParts(n int, open func(i int) (Rows, error)) (Rows, error) {
	if n == 0 {
		return nil, errNoFiles
	}
	first, err := open(0)
	if n == 1 || err != nil {
		return first, err
	}
	return &parts{Rows: first, open: open, n: n}, nil
}

// Next implements [Rows].
func (p *parts) Next(b *Batch) error {
	for {
		err := p.Rows.Next(b)
		if err != io.EOF || p.at+1 == p.n {
			return err
		}
		next, err := p.open(p.at + 1)
		if err != nil {
			return err
		}
		if !slices.Equal(next.Columns(), p.Columns()) {
			next.Close()
			return fmt.Errorf("part %d has other columns than the parts before it", p.at+2)
		}
		err = p.Rows.Close()
		p.Rows, p.at = next, p.at+1
		if err != nil {
			return err
		}
	}
}

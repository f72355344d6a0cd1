package read

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/tidywiki/tidywiki/load/internal/codec"
)

// A textTable reads batches of rows from CSV or JSON.
type textTable struct {
	in interface {
		Reader
		scan() error
		line() *textRow
	}
	plain   io.Closer
	columns []Column
	missing map[string]bool
	csv     bool
}

func openText(f *os.File, format string, d Description) (Rows, error) {
	plain, err := codec.NewReader(d.Packed, f)
	if err != nil {
		return nil, err
	}
	t := &textTable{plain: plain, csv: format == "csv", missing: map[string]bool{}}
	if t.csv {
		t.in, err = newCSV(plain, d.dialect(), false)
	} else {
		t.in, err = newRecords(plain, namesOf(d.Columns))
	}
	if err == nil && t.csv && t.in.Labels() == nil {
		err = errors.New("an empty file, without names of columns")
	}
	if err != nil {
		plain.Close()
		return nil, placed(err)
	}
	for _, label := range t.in.Labels() {
		t.columns = append(t.columns, declaredAs(d.Columns, label))
	}
	for _, m := range d.Missing {
		if m != "" {
			t.missing[m] = true
		}
	}
	return t, nil
}

func namesOf(columns []Column) []string {
	var names []string
	for _, c := range columns {
		names = append(names, c.Name)
	}
	return names
}

// declaredAs returns what is declared of a column.
func declaredAs(declared []Column, name string) Column {
	if i := slices.IndexFunc(declared, func(c Column) bool { return c.Name == name }); i >= 0 {
		return declared[i]
	}
	return Column{Name: name}
}

// placed adds the row to an error that has one.
func placed(err error) error {
	var broken *Error
	if errors.As(err, &broken) && broken.Row > 0 {
		return fmt.Errorf("row %d: %w", broken.Row, err)
	}
	return err
}

// Columns implements [Rows].
func (t *textTable) Columns() []Column { return t.columns }

// Close implements [Rows].
func (t *textTable) Close() error { return t.plain.Close() }

// Next implements [Rows].
func (t *textTable) Next(b *Batch) error {
	b.reset(len(t.columns))
	for most := rowsFor(len(t.columns)); b.Rows < most; {
		err := t.in.scan()
		if err == io.EOF && b.Rows > 0 {
			return nil
		}
		if err != nil {
			return placed(err)
		}
		r := t.in.line()
		if len(r.fields) == 1 && len(t.columns) > 1 && r.fields[0] == (field{kind: Bare}) {
			continue // an empty line
		}
		if len(r.fields) != len(t.columns) {
			return fmt.Errorf("row %d has %d cells, not %d", r.number, len(r.fields), len(t.columns))
		}
		for i := range r.fields {
			if !t.add(&b.Columns[i], &t.columns[i], r.fields[i].kind, r.bytes(i)) {
				return errShape
			}
		}
		b.Rows++
	}
	return nil
}

// add adds a value. It reports whether the cell holds one that a table can have.
func (t *textTable) add(v *Values, c *Column, kind Kind, s []byte) bool {
	switch {
	case kind == Nested:
		return false
	case kind == Null || t.csv && t.isNull(c, kind, s):
		v.addNull()
	case t.csv && c.Type == "number", kind == Number && c.Type != "integer" && c.Type != "year":
		v.addNumber(s)
	default:
		v.add(s)
	}
	return true
}

// isNull reports whether a cell of CSV has no value. An empty text in quotes is one,
// if the column is of text.
func (t *textTable) isNull(c *Column, kind Kind, s []byte) bool {
	if len(s) > 0 {
		return len(t.missing) > 0 && t.missing[string(s)]
	}
	isText := c.Type == "string" || c.Type == ""
	return kind != Text || !isText || len(t.columns) == 1 && !c.Required
}

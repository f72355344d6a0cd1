package tablefile

import (
	"fmt"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// A file is the open file of one table.
type file struct {
	name   string
	schema *dataset.Schema
	out    *Output
	enc    Encoder
}

func (f *file) write(t *dataset.Table) error {
	if err := Check(f.schema, t); err != nil {
		return err
	}
	return f.enc.Write(validText(t.Record))
}

// Check returns an error if the rows of t cannot follow rows with the schema first.
func Check(first *dataset.Schema, t *dataset.Table) error {
	if err := sameFields(first, t.Schema); err != nil {
		return err
	}
	for i := range first.Fields {
		if fd := &first.Fields[i]; !fd.Nullable && t.Record.Column(i).NullN() > 0 {
			return fmt.Errorf("field %q: null in a field that must have a value", fd.Name)
		}
	}
	return nil
}

// close completes the file. It closes it even after an error.
func (f *file) close() error {
	if err := f.enc.Close(); err != nil {
		f.out.drop()
		return err
	}
	return f.out.close()
}

// sameFields returns an error if two schemas have different fields. Titles and
// descriptions may differ: the file keeps the first ones.
func sameFields(first, later *dataset.Schema) error {
	if first == later {
		return nil
	}
	if len(first.Fields) != len(later.Fields) {
		return fmt.Errorf("%d fields after rows with %d", len(later.Fields), len(first.Fields))
	}
	for i := range first.Fields {
		a, b := first.Fields[i], later.Fields[i]
		a.Title, a.Description = b.Title, b.Description
		if a != b {
			return fmt.Errorf("field %s after rows with %s", show(b), show(a))
		}
	}
	return nil
}

// show formats a field for the error of sameFields: `length number? [km]`.
func show(f dataset.Field) string {
	s := f.Name + " " + f.Type.String()
	if f.Type == dataset.Decimal {
		s += fmt.Sprintf("(%d,%d)", f.Precision, f.Scale)
	}
	if f.Nullable {
		s += "?"
	}
	if f.Unit != "" {
		s += " [" + f.Unit + "]"
	}
	return s
}

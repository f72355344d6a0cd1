package partfile

import (
	"github.com/apache/arrow/go/v15/arrow"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// origin writes where a wide table is from, its Rows and Printed apart.
func (s *encoder) origin(o *dataset.Origin) {
	s.uint(o.Table)
	s.uint(o.Part)
	s.int(int64(o.Year))
	s.uint(len(o.Fields))
	for _, c := range o.Fields {
		s.int(int64(c))
	}
}

func (d *decoder) origin() *dataset.Origin {
	return &dataset.Origin{Table: d.uint(), Part: d.uint(), Year: int(d.int()),
		Fields: list(d, func(d *decoder) int { return int(d.int()) })}
}

// printed writes the texts of cells that their values do not show.
func (s *encoder) printed(all []arrow.Array) {
	s.bool(all != nil)
	for _, a := range all {
		if s.bool(a != nil); a != nil {
			s.column(a)
		}
	}
}

func (d *decoder) printed(fields []dataset.Field, rows int) []arrow.Array {
	if !d.bool() {
		return nil
	}
	all := make([]arrow.Array, len(fields))
	for i := range all {
		if d.bool() {
			all[i] = d.column(&printedField, arrow.BinaryTypes.String, rows)
		}
	}
	return all
}

var printedField = dataset.Field{Name: "printed", Nullable: true}

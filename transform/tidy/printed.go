package tidy

import (
	"github.com/apache/arrow/go/v15/arrow"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

var printedSchema = dataset.NewSchema(dataset.Schema{Fields: []dataset.Field{{Name: "printed", Nullable: true}}})

// printed returns, for each field, the texts of the page that its values do not show: a
// collection needs them where the column is text on another page.
func printed(part *part, t *dataset.Table, fields []int) []arrow.Array {
	var all []arrow.Array
	var buf []byte
	for i, c := range fields {
		if c < 0 {
			continue
		}
		a, f := t.Record.Column(i), &t.Schema.Fields[i]
		var b *dataset.Builder
		for row := range part.rows {
			text := part.sources[c].Cells[row].Text
			buf = dataset.AppendText(buf[:0], f, a, row)
			same := string(buf) == text
			if b == nil && !same {
				b = dataset.NewBuilder(printedSchema)
				for range row {
					b.Null()
				}
			}
			switch {
			case b == nil:
			case same:
				b.Null()
			default:
				b.Str(text)
			}
		}
		if b != nil {
			if all == nil {
				all = make([]arrow.Array, len(fields))
			}
			all[i] = b.Table("").Record.Column(0)
		}
	}
	return all
}

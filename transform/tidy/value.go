package tidy

import (
	"github.com/tidywiki/tidywiki/transform/column"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

// addValue adds the fields that cells and infobox values share: type, number,
// decimal, date, date_start, date_end and unit.
func addValue(b *dataset.Builder, v *column.Value) {
	b.Str(v.Type.String())
	if v.Null {
		b.Null().Null().Null().Null().Null().Null()
		return
	}
	if v.HasNumber() {
		var buf [32]byte
		b.Num(v.Number.Float64()).Bytes(v.Number.Append(buf[:0]))
	} else {
		b.Null().Null()
	}
	if v.HasDate() {
		b.Str(v.EDTF)
	} else {
		b.Null()
	}
	if v.HasDate() && v.Dated {
		b.Day(v.Start).Day(v.End)
	} else {
		b.Null().Null()
	}
	b.Opt(v.Unit)
}

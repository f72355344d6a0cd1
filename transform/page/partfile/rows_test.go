package partfile

import (
	"errors"
	"testing"

	"github.com/apache/arrow/go/v15/arrow/array"
)

func TestRows(t *testing.T) {
	for _, p := range pages(12) {
		want := p.Data.Tables[3]
		data := AppendRows([]byte("before"), want)[len("before"):]
		columns, printed, err := ReadRows(data, want.Schema, want.NumRows())
		if err != nil {
			t.Fatal(err)
		}
		if got := array.NewRecord(want.Schema.Arrow(), columns, int64(want.NumRows())); !array.RecordEqual(got, want.Record) {
			t.Errorf("%s: %v, want %v", p.Name, got, want.Record)
		}
		if len(printed) != len(want.Origin.Printed) || printed != nil && !array.Equal(printed[2], want.Origin.Printed[2]) {
			t.Errorf("%s: printed %v", p.Name, printed)
		}
		if _, _, err := ReadRows(data[:len(data)-1], want.Schema, want.NumRows()); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: cut off: %v", p.Name, err)
		}
	}
}

package dataset

import (
	"testing"

	"github.com/apache/arrow/go/v15/arrow/decimal128"
)

func TestAppendText(t *testing.T) {
	s := NewSchema(Schema{Fields: []Field{{Name: "s", Nullable: true}, {Name: "i", Type: Integer}, {Name: "n", Type: Number},
		{Name: "d", Type: Decimal, Precision: 38, Scale: 2}, {Name: "b", Type: Boolean}, {Name: "t", Type: Date}, {Name: "y", Type: Year}}})
	table := NewBuilder(s).
		Str("1,233").Int(-1233).Num(0.1).Dec(decimal128.FromI64(-150)).Bool(true).Day(-1).Year(-43).
		Null().Int(0).Num(1e21).Dec(decimal128.FromI64(5)).Bool(false).Day(0).Year(2013).Table("x")
	want := [][]string{{"1,233", "-1233", "0.1", "-1.50", "true", "1969-12-31", "-43"},
		{"", "0", "1000000000000000000000", "0.05", "false", "1970-01-01", "2013"}}
	for row := range want {
		for i := range s.Fields {
			if got := string(AppendText(nil, &s.Fields[i], table.Record.Column(i), row)); got != want[row][i] {
				t.Errorf("row %d, %s: %q, want %q", row, s.Fields[i].Name, got, want[row][i])
			}
		}
	}
}

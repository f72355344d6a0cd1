package batch

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/array"
	"github.com/apache/arrow/go/v15/arrow/decimal128"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

var allTypes = dataset.NewSchema(dataset.Schema{Fields: []dataset.Field{
	{Name: "id", Type: dataset.Integer}, {Name: "text", Type: dataset.String, Nullable: true},
	{Name: "number", Type: dataset.Number, Nullable: true}, {Name: "flag", Type: dataset.Boolean, Nullable: true},
	{Name: "amount", Type: dataset.Decimal, Precision: 38, Nullable: true}, {Name: "day", Type: dataset.Date, Nullable: true},
}})

// record has rows from up to, not including, to of an endless table.
func record(from, to int) arrow.Record {
	b := dataset.NewBuilder(allTypes)
	for i := from; i < to; i++ {
		b.Int(int64(i))
		if i%100 > 50 { // stretches with and without nulls
			b.Null().Null().Null().Null().Null()
			continue
		}
		b.Str(strings.Repeat("x", i%17)).Num(float64(i) / 4).Bool(i%3 == 0).Dec(decimal128.FromI64(int64(-i))).Day(int32(i))
	}
	return b.Table("").Record
}

// cuts adds total rows, in records of which next tells the size, and returns
// the first row of each batch. Each batch must hold the right values.
func cuts(t *testing.T, limit Limit, total int, next func() int) []int {
	t.Helper()
	var starts []int
	row := 0
	b := New(allTypes, limit, func(rec arrow.Record) error {
		n := int(rec.NumRows())
		if !array.RecordEqual(rec, record(row, row+n)) {
			t.Fatalf("rows %d to %d differ: %v", row, row+n, rec)
		}
		if n > limit.Rows || n > 1 && Size(rec, 0, n) > limit.Bytes {
			t.Fatalf("batch of %d rows, %d bytes", n, Size(rec, 0, n))
		}
		starts = append(starts, row)
		row += n
		return nil
	})
	for from := 0; from < total; {
		to := min(total, from+next())
		if err := b.Add(record(from, to)); err != nil {
			t.Fatal(err)
		}
		from = to
	}
	if err := b.Flush(); err != nil {
		t.Fatal(err)
	}
	if row != total {
		t.Fatalf("%d rows of %d", row, total)
	}
	return starts
}

func TestBatchesDependOnRowsAlone(t *testing.T) {
	for _, limit := range []Limit{{1, 1 << 20}, {7, 1 << 20}, {1000, 300}, {64, 3000}, {1 << 20, 1 << 30}, {5, 1}} {
		t.Run(fmt.Sprint(limit), func(t *testing.T) {
			const total = 500
			want := cuts(t, limit, total, func() int { return total })
			r := rand.New(rand.NewPCG(1, 2))
			for _, next := range []func() int{
				func() int { return 1 }, func() int { return 3 }, func() int { return 64 }, func() int { return r.IntN(40) },
			} {
				if got := cuts(t, limit, total, next); !slices.Equal(got, want) {
					t.Errorf("batches begin at %d, want %d", got, want)
				}
			}
		})
	}
}

// Records may be slices of others.
func TestSlices(t *testing.T) {
	whole := record(0, 200)
	row := 3
	b := New(allTypes, Limit{Rows: 30, Bytes: 1 << 20}, func(rec arrow.Record) error {
		if want := record(row, row+int(rec.NumRows())); !array.RecordEqual(rec, want) {
			t.Errorf("from row %d: %v, want %v", row, rec, want)
		}
		row += int(rec.NumRows())
		return nil
	})
	for from := int64(3); from < 193; from += 10 {
		if err := b.Add(whole.NewSlice(from, from+10)); err != nil {
			t.Fatal(err)
		}
	}
	if err := b.Flush(); err != nil || row != 193 {
		t.Errorf("%d rows, %v", row, err)
	}
}

func TestErrors(t *testing.T) {
	full := errors.New("full")
	b := New(allTypes, Limit{Rows: 5, Bytes: 1 << 20}, func(arrow.Record) error { return full })
	if err := b.Add(record(0, 3)); err != nil {
		t.Error(err)
	}
	if err := b.Add(record(3, 9)); !errors.Is(err, full) {
		t.Errorf("error is %v", err)
	}
}

func TestNoRows(t *testing.T) {
	b := New(allTypes, Limit{Rows: 5, Bytes: 1 << 20}, func(arrow.Record) error {
		t.Error("a batch without rows")
		return nil
	})
	if err := errors.Join(b.Add(record(0, 0)), b.Flush(), b.Flush()); err != nil {
		t.Error(err)
	}
}

package parquetfile

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"testing"

	"github.com/apache/arrow/go/v15/arrow/decimal128"
	"github.com/apache/arrow/go/v15/arrow/ipc"
	"github.com/parquet-go/parquet-go"

	"github.com/tidywiki/tidywiki/load/memory"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

func TestMetadata(t *testing.T) {
	s := dataset.NewSchema(dataset.Schema{Title: "Rivers", Description: "Long ones",
		Fields: []dataset.Field{{Name: "length", Title: "Length > 1", Unit: "km", Type: dataset.Integer, Nullable: true}},
		Meta:   []dataset.Meta{{Key: "source", Value: "rivers.txt"}}})
	file := open(t, dataset.NewBuilder(s).Table("rivers"))
	for key, want := range map[string]string{
		"title": "Rivers", "description": "Long ones", "source": "rivers.txt",
		"fields": `[{"name":"length","type":"integer","title":"Length > 1","unit":"km"}]`,
	} {
		if got, _ := file.Lookup(key); got != want {
			t.Errorf("%s is %q, want %q", key, got, want)
		}
	}
	text, _ := file.Lookup("ARROW:schema")
	message, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		t.Fatal(err)
	}
	r, err := ipc.NewReader(bytes.NewReader(message))
	if err != nil {
		t.Fatal(err)
	}
	if unit, _ := r.Schema().Field(0).Metadata.GetValue("unit"); unit != "km" || !r.Schema().Equal(s.Arrow()) {
		t.Errorf("the Arrow schema is\n%s\nwant\n%s", r.Schema(), s.Arrow())
	}
}

// Bounds of wide decimals must be ordered as numbers, and the index must have a
// place for every page, those without values included.
func TestWideDecimals(t *testing.T) {
	b := dataset.NewBuilder(dataset.NewSchema(dataset.Schema{
		Fields: []dataset.Field{{Name: "amount", Type: dataset.Decimal, Precision: 38, Nullable: true}}}))
	least, most := decimal128.FromI64(-1<<62).Mul(decimal128.FromI64(1<<40)), decimal128.FromI64(1<<62).Mul(decimal128.FromI64(1<<40))
	for i := range 60_000 {
		switch {
		case i == 7:
			b.Dec(least)
		case i == 8:
			b.Dec(most)
		case i < 30_000:
			b.Dec(decimal128.FromI64(int64(i%100 - 50)))
		default:
			b.Null()
		}
	}
	file := open(t, b.Table("balances"))
	stats := file.Metadata().RowGroups[0].Columns[0].MetaData.Statistics
	if !bytes.Equal(stats.MinValue, wideBytes(least)) || !bytes.Equal(stats.MaxValue, wideBytes(most)) {
		t.Errorf("bounds are %x and %x", stats.MinValue, stats.MaxValue)
	}
	index, pages := file.ColumnIndexes()[0], len(file.OffsetIndexes()[0].PageLocations)
	if pages < 3 || len(index.NullPages) != pages || len(index.MinValues) != pages || len(index.MaxValues) != pages {
		t.Errorf("%d pages, index of %d, %d and %d", pages, len(index.NullPages), len(index.MinValues), len(index.MaxValues))
	}
	if last := pages - 1; !index.NullPages[last] || len(index.MinValues[last]) != 0 || index.NullPages[0] {
		t.Errorf("pages without values are %v", index.NullPages)
	}
}

func wideBytes(n decimal128.Num) []byte {
	b := binary.BigEndian.AppendUint64(nil, uint64(n.HighBits()))
	return binary.BigEndian.AppendUint64(b, n.LowBits())
}

// Long texts end a row group before its rows do.
func TestLongTexts(t *testing.T) {
	b := dataset.NewBuilder(dataset.NewSchema(dataset.Schema{Fields: []dataset.Field{{Name: "text", Type: dataset.String}}}))
	for i := range 700 {
		b.Str(fmt.Sprint(i) + string(bytes.Repeat([]byte("long "), 20_000)))
	}
	if groups := open(t, b.Table("texts")).RowGroups(); len(groups) != 3 {
		t.Errorf("70 MB are %d row groups, want 3", len(groups))
	}
}

func open(t *testing.T, tables ...*dataset.Table) *parquet.File {
	t.Helper()
	sink, err := memory.Write(context.Background(), New(Options{}), tables...)
	if err != nil {
		t.Fatal(err)
	}
	data := sink.Bytes(sink.Paths()[0])
	file, err := parquet.OpenFile(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	return file
}

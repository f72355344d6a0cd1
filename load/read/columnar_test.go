package read

import (
	"bytes"
	"testing"
	"time"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/array"
	"github.com/apache/arrow/go/v15/arrow/ipc"
	"github.com/apache/arrow/go/v15/arrow/memory"
	"github.com/parquet-go/parquet-go"
)

// Values of columnar formats have kinds, whoever wrote the file.
func TestParquet(t *testing.T) {
	type record struct {
		Name   string    `parquet:"name"`
		Length *int64    `parquet:"length,optional"`
		Share  float64   `parquet:"share"`
		Long   bool      `parquet:"long"`
		Milli  time.Time `parquet:"milli,timestamp(millisecond)"`
		Nano   time.Time `parquet:"nano,timestamp(nanosecond)"`
		Price  int64     `parquet:"price,decimal(2:10)"`
		Small  int32     `parquet:"small"`
		Single float32   `parquet:"single"`
	}
	length := int64(1233)
	at := time.Date(2013, 3, 5, 9, 30, 0, 1_000_000, time.UTC)
	var buf bytes.Buffer
	w := parquet.NewGenericWriter[record](&buf)
	if _, err := w.Write([]record{{"Rhine", &length, 0.5, true, at, at, -1250, 7, 1.5}, {Name: "", Milli: at, Nano: at}}); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	in := bytes.NewReader(buf.Bytes())
	got, err := readAll(NewColumnar("parquet", 1, func(int) (RandomAccess, int64) { return in, in.Size() }))
	want := `name|length|share|long|milli|nano|price|small|single` +
		`/2:"Rhine"|=1233|=0.5|=true|"2013-03-05T09:30:00.001Z"|"2013-03-05T09:30:00.001Z"|=-12.5|=7|=1.5` +
		`/3:""|~|=0|=false|"2013-03-05T09:30:00.001Z"|"2013-03-05T09:30:00.001Z"|=0|=0|=0`
	if got != want || err != nil {
		t.Errorf("%s, %v\nwant %s", got, err, want)
	}
}

func TestArrow(t *testing.T) {
	schema := arrow.NewSchema([]arrow.Field{{Name: "name", Type: arrow.BinaryTypes.String, Nullable: true}, {Name: "n", Type: arrow.PrimitiveTypes.Uint8}, {Name: "b", Type: arrow.FixedWidthTypes.Boolean}}, nil)
	b := array.NewRecordBuilder(memory.DefaultAllocator, schema)
	b.Field(0).(*array.StringBuilder).AppendValues([]string{"Rhine", ""}, []bool{true, false})
	b.Field(1).(*array.Uint8Builder).AppendValues([]uint8{1, 2}, nil)
	b.Field(2).(*array.BooleanBuilder).AppendValues([]bool{true, false}, nil)
	var buf bytes.Buffer
	w, err := ipc.NewFileWriter(&seekable{&buf}, ipc.WithSchema(schema))
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Write(b.NewRecord()); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	got, err := readAll(NewColumnar("arrow", 1, func(int) (RandomAccess, int64) { return bytes.NewReader(buf.Bytes()), 0 }))
	// A type that is not ours is text that may mean anything.
	if want := `name|n|b/2:"Rhine"|1|=true/3:~|2|=false`; got != want || err != nil {
		t.Errorf("%s, %v\nwant %s", got, err, want)
	}
}

// seekable is what the writer asks for and does not use.
type seekable struct{ *bytes.Buffer }

func (s *seekable) Seek(int64, int) (int64, error) { return int64(s.Len()), nil }

package arrowfile

import (
	"bytes"
	"testing"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/ipc"

	"github.com/tidywiki/tidywiki/load/memory"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

func TestMetadata(t *testing.T) {
	s := dataset.NewSchema(dataset.Schema{Title: "Rivers", Description: "Long ones",
		Fields: []dataset.Field{{Name: "length", Title: "Length (km)", Unit: "km", Type: dataset.Integer, Nullable: true}},
		Meta:   []dataset.Meta{{Key: "source", Value: "rivers.txt"}}})
	got := open(t, dataset.NewBuilder(s).Table("rivers")).Schema()
	if !got.Equal(s.Arrow()) || !got.Metadata().Equal(s.Arrow().Metadata()) {
		t.Errorf("schema is\n%s\nwant\n%s", got, s.Arrow())
	}
	for key, want := range map[string]string{"title": "Length (km)", "unit": "km"} {
		if value, _ := got.Field(0).Metadata.GetValue(key); value != want {
			t.Errorf("%s of the field is %q, want %q", key, value, want)
		}
	}
}

// Pages of a few rows must not make batches of a few rows.
func TestBatches(t *testing.T) {
	b := dataset.NewBuilder(dataset.NewSchema(dataset.Schema{Fields: []dataset.Field{{Name: "line", Type: dataset.Integer}}}))
	var pages []*dataset.Table
	for row := range 40_000 {
		if b.Int(int64(row)); row%1000 == 999 {
			pages = append(pages, b.Table("cells"))
		}
	}
	r := open(t, pages...)
	var rows []int64
	for i := range r.NumRecords() {
		rec, err := r.Record(i)
		if err != nil {
			t.Fatal(err)
		}
		rows = append(rows, rec.NumRows())
	}
	if len(rows) != 3 || rows[0] != 16384 || rows[1] != 16384 {
		t.Errorf("batches have %d rows", rows)
	}
}

// A file without rows still has its fields.
func TestNoRows(t *testing.T) {
	s := dataset.NewSchema(dataset.Schema{Fields: []dataset.Field{{Name: "x", Type: dataset.Date}}})
	r := open(t, dataset.NewBuilder(s).Table("none"))
	if r.NumRecords() != 0 || r.Schema().Field(0).Type.ID() != arrow.DATE32 {
		t.Errorf("%d records of %s", r.NumRecords(), r.Schema())
	}
}

func open(t *testing.T, tables ...*dataset.Table) *ipc.FileReader {
	t.Helper()
	sink, err := memory.Write(t.Context(), New(Options{}), tables...)
	if err != nil {
		t.Fatal(err)
	}
	r, err := ipc.NewFileReader(bytes.NewReader(sink.Bytes(sink.Paths()[0])))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

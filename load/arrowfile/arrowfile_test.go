package arrowfile

import (
	"bytes"
	"testing"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/ipc"

	"github.com/tidywiki/tidywiki/load/loadtest"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

func TestRoundTrip(t *testing.T) {
	for name, read := range map[string]func(testing.TB, ...string) []loadtest.Content{
		"go": loadtest.GoArrow, "javascript": loadtest.ArrowJS,
	} {
		t.Run(name, func(t *testing.T) {
			loadtest.Suite{Loader: New(Options{}), Read: loadtest.Files(".arrow", read)}.RoundTrip(t)
		})
	}
}

func TestContract(t *testing.T) { loadtest.Suite{Loader: New(Options{})}.Contract(t) }

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
	r := open(t, loadtest.BenchTables(40_000, 4)...)
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
	sink := loadtest.Save(t, New(Options{}), tables...)
	r, err := ipc.NewFileReader(bytes.NewReader(sink.Bytes(sink.Paths()[0])))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func BenchmarkLoader(b *testing.B) { loadtest.Benchmark(b, New(Options{})) }

package partfile

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"testing"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/array"
	"github.com/apache/arrow/go/v15/arrow/decimal128"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/page"
)

var every = dataset.NewSchema(dataset.Schema{Title: "Every type", Description: "d", PrimaryKey: []string{"s"},
	ForeignKeys: []dataset.ForeignKey{{Fields: []string{"s"}, Table: "pages", To: []string{"page_id"}}},
	Meta:        []dataset.Meta{{Key: "source", Value: "not \xff UTF-8"}},
	Charts:      []*dataset.Chart{{Kind: "bar", Category: "s", Series: []string{"i"}}},
	Export:      &dataset.Export{File: "x.json", List: "all", Object: dataset.Template{Rows: &dataset.Template{Value: "s"}}},
	Fields: []dataset.Field{
		{Name: "s", Title: "S", Description: "text", Unit: "m", Type: dataset.String, Nullable: true},
		{Name: "i", Type: dataset.Integer, Nullable: true}, {Name: "n", Type: dataset.Number, Nullable: true},
		{Name: "d", Type: dataset.Decimal, Precision: 38, Scale: 2, Nullable: true},
		{Name: "b", Type: dataset.Boolean, Nullable: true}, {Name: "t", Type: dataset.Date, Nullable: true},
		{Name: "y", Type: dataset.Year, Nullable: true}, {Name: "must", Type: dataset.Integer},
	}})

// rows makes a table of that many rows, every third of them null.
func rows(name string, s *dataset.Schema, n int) *dataset.Table {
	b := dataset.NewBuilder(s)
	for i := range n {
		if i%3 == 2 {
			b.Null().Null().Null().Null().Null().Null().Null().Int(int64(i))
			continue
		}
		b.Str(fmt.Sprint("text ", i)).Int(math.MinInt64 + int64(i)).Num(math.Inf(i - 1)).Dec(decimal128.FromI64(int64(-150 * i)))
		b.Bool(i%2 == 0).Day(int32(-i)).Year(int32(-43 * i)).Int(int64(i))
	}
	return b.Table(name)
}

// pages are n pages, each with a core table, two of a recipe, and a wide one.
func pages(n int) []*Page {
	var all []*Page
	for i := range n {
		id := fmt.Sprintf("page-%d", i)
		items := dataset.NewBuilder(dataset.Items)
		for k := range i % 5 {
			items.Str(id).Int(int64(k + 1)).Int(0).Int(1).Int(1).Str("-").Str("the same text").Int(int64(k + 3))
		}
		wide := rows(dataset.WideName(id, "01-wide"), dataset.NewSchema(*every), i%7)
		wide.Whole, wide.Origin = true, &dataset.Origin{Table: 1, Part: 2, Year: -2013 + i, Fields: []int{0, -1, 1, -1, -1, -1, -1, -1}}
		if i%2 == 0 {
			wide.Origin.Printed = make([]arrow.Array, 8)
			wide.Origin.Printed[2] = wide.Record.Column(0)
		}
		all = append(all, &Page{Name: id + ".txt", Bytes: int64(i), Sum: [32]byte{byte(i), 1}, Sheets: 3,
			Failure: []string{"", "too large"}[i%2],
			Data: &page.Page{ID: id,
				Tables: []*dataset.Table{items.Table("items"), rows("elections", every, i%4), rows("events", every, 1), wide},
				Notes: []source.Note{{Severity: source.Error, Code: "x", Where: "cell", Line: i, Table: 1, Row: -2, Col: 3,
					Field: "f", Observed: "o", Expected: "e", Message: "m\xff"}}}})
	}
	return all
}

func write(t testing.TB, ps []*Page) []byte {
	t.Helper()
	var buf bytes.Buffer
	w, err := NewWriter(&buf, []byte("header"))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range ps {
		if err := w.Add(p); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close([]byte("summary")); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func open(data []byte) (*Reader, error) { return Open(bytes.NewReader(data), int64(len(data))) }

// same compares pages as they come back with those that went in.
var same = cmp.Options{cmpopts.IgnoreUnexported(dataset.Schema{}), cmpopts.EquateEmpty(),
	cmp.Comparer(func(a, b arrow.Array) bool { return a == nil && b == nil || a != nil && b != nil && array.Equal(a, b) }),
	cmp.FilterPath(func(p cmp.Path) bool { return p.Last().String() == ".Record" }, cmp.Comparer(func(a, b any) bool { return a == nil && b == nil })),
}

func checkPage(t *testing.T, got, want *Page) {
	t.Helper()
	if len(got.Data.Tables) != len(want.Data.Tables) {
		t.Fatalf("%s: %d tables, want %d", want.Name, len(got.Data.Tables), len(want.Data.Tables))
	}
	for i, w := range want.Data.Tables {
		g := got.Data.Tables[i]
		if !array.RecordEqual(g.Record, w.Record) {
			t.Errorf("%s: %s is\n%v\nwant\n%v", want.Name, w.Name, g.Record, w.Record)
		}
		if !g.Schema.Arrow().Equal(w.Schema.Arrow()) || g.Schema.Arrow().Metadata().String() != w.Schema.Arrow().Metadata().String() {
			t.Errorf("%s: the Arrow schema of %s differs", want.Name, w.Name)
		}
		a, b := *g, *w
		a.Record, b.Record = nil, nil
		if d := cmp.Diff(&b, &a, same); d != "" {
			t.Errorf("%s: %s", want.Name, d)
		}
	}
	a, b, c, d := *got, *want, *got.Data, *want.Data
	c.Tables, d.Tables, a.Data, b.Data = nil, nil, &c, &d
	if d := cmp.Diff(&b, &a, same); d != "" {
		t.Error(d)
	}
}

func TestRoundTrip(t *testing.T) {
	for _, n := range []int{0, 1, 2, 30, 3000} { // 3000 make several chunks
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			want := pages(n)
			data := write(t, want)
			if !bytes.Equal(data, write(t, pages(n))) {
				t.Error("the same pages give other bytes")
			}
			r, err := open(data)
			if err != nil {
				t.Fatal(err)
			}
			if string(r.Header()) != "header" || string(r.Summary()) != "summary" || r.Len() != n {
				t.Fatalf("header %q, summary %q, %d pages", r.Header(), r.Summary(), r.Len())
			}
			i := 0
			for p, err := range r.Pages() {
				if err != nil {
					t.Fatal(err)
				}
				if i%97 == 0 || n < 100 {
					checkPage(t, p, want[i])
				}
				i++
			}
			if i != n {
				t.Errorf("%d pages came back, want %d", i, n)
			}
			index, err := r.Index()
			if err != nil || len(index) != n {
				t.Fatalf("an index of %d, error %v", len(index), err)
			}
			for i := range min(n, 50) {
				at := (i * 7919) % n // any order
				e := index[at]
				if e.Name != want[at].Name || e.Sum != want[at].Sum {
					t.Errorf("entry %d is %v", at, e)
				}
				ps, err := r.Chunk(e.Chunk)
				if err != nil {
					t.Fatal(err)
				}
				checkPage(t, ps[e.Place], want[at])
			}
		})
	}
}

// back reads the pages that were written.
func back(t *testing.T, data []byte) []*Page {
	t.Helper()
	r, err := open(data)
	if err != nil {
		t.Fatal(err)
	}
	var all []*Page
	for p, err := range r.Pages() {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
	return all
}

func TestSharedSchemas(t *testing.T) {
	got := back(t, write(t, pages(2)))
	if got[0].Data.Tables[0].Schema != dataset.Items {
		t.Error("the schema of a core table is another than the one all know it by")
	}
	if got[0].Data.Tables[1].Schema != got[1].Data.Tables[1].Schema {
		t.Error("a recipe's schema is told twice")
	}
}

func TestDamaged(t *testing.T) {
	data := write(t, pages(3))
	for i := 0; i < len(data); i += 3 {
		if _, err := open(data[:i]); !errors.Is(err, ErrDamaged) {
			t.Fatalf("cut to %d bytes: %v", i, err)
		}
		bad := bytes.Clone(data)
		bad[i] ^= 0x10
		if _, err := open(bad); !errors.Is(err, ErrDamaged) {
			t.Fatalf("byte %d changed: %v", i, err)
		}
	}
}

type failing struct{ room int }

func (f *failing) Write(p []byte) (int, error) {
	if f.room -= len(p); f.room < 0 {
		return 0, errors.New("no space")
	}
	return len(p), nil
}

func TestWriteErrors(t *testing.T) {
	size := len(write(t, pages(3)))
	for room := 0; room < size; room += 5 {
		w, err := NewWriter(&failing{room}, []byte("header"))
		for _, p := range pages(3) {
			if err == nil {
				err = w.Add(p)
			}
		}
		if closed := w.Close(nil); closed == nil && room < size-20 || err != nil && closed == nil {
			t.Fatalf("room for %d bytes: errors %v and %v", room, err, closed)
		}
	}
}

// FuzzDecode reads pages from any bytes: no panic, and no more memory than it is
// given. What can be read can be written and read again.
func FuzzDecode(f *testing.F) {
	var s encoder
	var shared []*dataset.Schema
	for _, p := range pages(3) {
		s.page(p, &shared)
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		ps, err := decode(&decoder{data: data, limit: 1 << 20})
		if err != nil {
			return
		}
		var again encoder
		var shared []*dataset.Schema
		for _, p := range ps {
			again.page(p, &shared)
		}
		if _, err := decode(&decoder{data: again, limit: 8 << 20}); err != nil {
			t.Error(err)
		}
	})
}

func BenchmarkWrite(b *testing.B) {
	ps := pages(1000)
	b.SetBytes(int64(rawSize(ps)))
	b.ReportAllocs()
	for b.Loop() {
		write(b, ps)
	}
}

func BenchmarkRead(b *testing.B) {
	ps := pages(1000)
	data := write(b, ps)
	b.SetBytes(int64(rawSize(ps)))
	b.ReportAllocs()
	for b.Loop() {
		r, err := open(data)
		if err != nil {
			b.Fatal(err)
		}
		for _, err := range r.Pages() {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}

// rawSize is the size of pages before compression.
func rawSize(ps []*Page) int {
	var s encoder
	var shared []*dataset.Schema
	for _, p := range ps {
		s.page(p, &shared)
	}
	return len(s)
}

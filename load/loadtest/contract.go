package loadtest

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/apache/arrow/go/v15/arrow/memory"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

// Contract tests what package load promises of every writer.
func (s Suite) Contract(t *testing.T) {
	t.Run("other fields are an error", s.otherFields)
	t.Run("abort releases all files", s.abort)
	t.Run("close completes all files", s.closeAll)
	t.Run("a run without tables is no error", s.noTables)
	t.Run("a cancelled run is an error", s.cancelled)
	t.Run("a full disk is an error", s.full)
	t.Run("a file that cannot be made is an error", s.noFile)
	t.Run("records are not retained", s.retained)
	t.Run("the same rows are the same bytes", s.sameBytes)
}

func (s Suite) otherFields(t *testing.T) {
	number, integer := field("length", dataset.Number, true), field("length", dataset.Integer, true)
	unit, required, renamed := integer, integer, integer
	unit.Unit, required.Nullable, renamed.Name = "km", false, "size"
	first := dataset.NewBuilder(schema(integer)).Str("page").Int(1).Table("rivers")
	for name, fields := range map[string][]dataset.Field{
		"type": {number}, "unit": {unit}, "null": {required}, "name": {renamed}, "more": {integer, renamed}, "fewer": {},
	} {
		t.Run(name, func(t *testing.T) {
			sink := new(Sink)
			err := write(s.Loader, sink, first, dataset.NewBuilder(schema(fields...)).Table("rivers"))
			if err == nil || !strings.Contains(err.Error(), "rivers") {
				t.Errorf("error is %v; it must name the table", err)
			}
			if sink.Open() != 0 {
				t.Errorf("%d files left open", sink.Open())
			}
		})
	}
	titled := integer
	titled.Title = "Length of the river"
	again := dataset.NewBuilder(schema(titled)).Str("page").Int(2).Table("rivers")
	if err := write(s.Loader, new(Sink), first, again); err != nil {
		t.Errorf("another title is an error: %v", err)
	}
}

// open begins a run and writes the first tables of some cases.
func (s Suite) open(t *testing.T, sink load.Sink) load.Writer {
	t.Helper()
	w, err := s.Loader.Open(context.Background(), sink)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []Case{extremes(), empty(), manyWrites(), wideTable()} {
		if err := w.Write(context.Background(), c.Tables[0]); err != nil {
			t.Fatal(err)
		}
	}
	return w
}

func (s Suite) abort(t *testing.T) {
	sink := new(Sink)
	if err := s.open(t, sink).Abort(); err != nil {
		t.Error(err)
	}
	if sink.Open() != 0 {
		t.Errorf("%d files left open", sink.Open())
	}
}

func (s Suite) closeAll(t *testing.T) {
	sink := new(Sink)
	if err := s.open(t, sink).Close(); err != nil {
		t.Error(err)
	}
	if sink.Open() != 0 {
		t.Errorf("%d files left open", sink.Open())
	}
	if len(sink.Paths()) == 0 {
		t.Error("no file was made")
	}
	for _, path := range sink.Paths() {
		if len(sink.Bytes(path)) == 0 {
			t.Errorf("%s has no bytes", path)
		}
	}
}

func (s Suite) noTables(t *testing.T) {
	if err := write(s.Loader, new(Sink)); err != nil {
		t.Error(err)
	}
}

func (s Suite) cancelled(t *testing.T) {
	w := s.open(t, new(Sink))
	defer w.Abort()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := w.Write(ctx, manyWrites().Tables[1]); !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v, want context.Canceled", err)
	}
}

func (s Suite) full(t *testing.T) {
	tables := append(manyRows().Tables, texts().Tables...)
	whole := Save(t, s.Loader, tables...)
	size := whole.written
	for _, limit := range []int{1, size / 100, size / 2, size - 1} {
		sink := &Sink{Limit: limit}
		if err := write(s.Loader, sink, tables...); !errors.Is(err, ErrFull) {
			t.Errorf("with room for %d of %d bytes the error is %v, want ErrFull", limit, size, err)
		}
		if sink.Open() != 0 {
			t.Errorf("with room for %d of %d bytes %d files are left open", limit, size, sink.Open())
		}
	}
}

func (s Suite) noFile(t *testing.T) {
	if err := write(s.Loader, brokenSink{}, extremes().Tables...); !errors.Is(err, ErrFull) {
		t.Errorf("error is %v, want the sink's", err)
	}
}

type brokenSink struct{}

func (brokenSink) Create(string) (io.WriteCloser, error) { return nil, ErrFull }

// retained overwrites each record once it was written.
func (s Suite) retained(t *testing.T) {
	want := Save(t, s.Loader, manyRows().Tables...)
	got := new(Sink)
	w, err := s.Loader.Open(context.Background(), got)
	if err != nil {
		t.Fatal(err)
	}
	for _, table := range manyRows().Tables {
		if err := w.Write(context.Background(), table); err != nil {
			t.Fatal(err)
		}
		for _, column := range table.Record.Columns() {
			for _, buffer := range column.Data().Buffers() {
				overwrite(buffer)
			}
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	sameFiles(t, got, want)
}

func overwrite(b *memory.Buffer) {
	if b != nil {
		for i := range b.Bytes() {
			b.Bytes()[i] = 0x5A
		}
	}
}

// sameBytes writes the same rows twice, and then at once instead of by and by.
func (s Suite) sameBytes(t *testing.T) {
	c := manyRows()
	want := Save(t, s.Loader, c.Tables...)
	sameFiles(t, Save(t, s.Loader, c.Tables...), want)

	b := dataset.NewBuilder(c.Tables[0].Schema)
	for page := range c.Tables {
		for row := range c.Tables[page].NumRows() {
			addRow(b, int64(page*100+row), row%5 == 0)
		}
	}
	sameFiles(t, Save(t, s.Loader, b.Table("many_rows")), want)
}

func sameFiles(t *testing.T, got, want *Sink) {
	t.Helper()
	for _, path := range want.Paths() {
		if !bytes.Equal(got.Bytes(path), want.Bytes(path)) {
			t.Errorf("%s differs", path)
		}
	}
	if g, w := len(got.Paths()), len(want.Paths()); g != w {
		t.Errorf("%d files, want %d", g, w)
	}
}

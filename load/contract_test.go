package load_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	arrowmemory "github.com/apache/arrow/go/v15/arrow/memory"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/load/memory"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

// contract tests what package load promises of every writer.
func (s suite) contract(t *testing.T) {
	t.Run("other fields are an error", s.otherFields)
	t.Run("abort releases all files", s.abort)
	t.Run("close completes all files", s.closeAll)
	t.Run("a run without tables succeeds", s.noTables)
	t.Run("a cancelled run is an error", s.cancelled)
	t.Run("a full disk is an error", s.full)
	t.Run("a file that cannot be made is an error", s.noFile)
	t.Run("records are not retained", s.retained)
	t.Run("the same rows are the same bytes", s.sameBytes)
}

func (s suite) otherFields(t *testing.T) {
	number, integer := field("length", dataset.Number, true), field("length", dataset.Integer, true)
	unit, required, renamed := integer, integer, integer
	unit.Unit, required.Nullable, renamed.Name = "km", false, "size"
	first := dataset.NewBuilder(schema(integer)).Str("page").Int(1).Table("rivers")
	for name, fields := range map[string][]dataset.Field{
		"type": {number}, "unit": {unit}, "null": {required}, "name": {renamed}, "more": {integer, renamed}, "fewer": {},
	} {
		t.Run(name, func(t *testing.T) {
			sink := new(memory.Sink)
			err := write(s.loader, sink, first, dataset.NewBuilder(schema(fields...)).Table("rivers"))
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
	if err := write(s.loader, new(memory.Sink), first, again); err != nil {
		t.Errorf("another title is an error: %v", err)
	}
}

// begin begins a run and writes the first tables of some cases.
func (s suite) begin(t *testing.T, sink load.Sink) load.Writer {
	t.Helper()
	w, err := s.loader.Open(context.Background(), sink)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []testCase{extremes(), empty(), manyWrites(), wideTable()} {
		if err := w.Write(context.Background(), c.Tables[0]); err != nil {
			t.Fatal(err)
		}
	}
	return w
}

func (s suite) abort(t *testing.T) {
	sink := new(memory.Sink)
	if err := s.begin(t, sink).Abort(); err != nil {
		t.Error(err)
	}
	if sink.Open() != 0 {
		t.Errorf("%d files left open", sink.Open())
	}
}

func (s suite) closeAll(t *testing.T) {
	sink := new(memory.Sink)
	if err := s.begin(t, sink).Close(); err != nil {
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

func (s suite) noTables(t *testing.T) {
	if err := write(s.loader, new(memory.Sink)); err != nil {
		t.Error(err)
	}
}

func (s suite) cancelled(t *testing.T) {
	w := s.begin(t, new(memory.Sink))
	defer w.Abort()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := w.Write(ctx, manyWrites().Tables[1]); !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v, want context.Canceled", err)
	}
}

func (s suite) full(t *testing.T) {
	tables := append(manyRows().Tables, texts().Tables...)
	whole := save(t, s.loader, tables...)
	size := whole.Size()
	for _, limit := range []int{1, size / 100, size / 2, size - 1} {
		sink := &memory.Sink{Limit: limit}
		if err := write(s.loader, sink, tables...); !errors.Is(err, memory.ErrFull) {
			t.Errorf("with a limit of %d of %d bytes the error is %v, want memory.ErrFull", limit, size, err)
		}
		if sink.Open() != 0 {
			t.Errorf("with a limit of %d of %d bytes %d files are left open", limit, size, sink.Open())
		}
	}
}

func (s suite) noFile(t *testing.T) {
	if err := write(s.loader, brokenSink{}, extremes().Tables...); !errors.Is(err, memory.ErrFull) {
		t.Errorf("error is %v, want the sink's", err)
	}
}

type brokenSink struct{}

func (brokenSink) Create(string) (io.WriteCloser, error) { return nil, memory.ErrFull }

// retained overwrites each record after it was written.
func (s suite) retained(t *testing.T) {
	want := save(t, s.loader, manyRows().Tables...)
	got := new(memory.Sink)
	w, err := s.loader.Open(context.Background(), got)
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

func overwrite(b *arrowmemory.Buffer) {
	if b != nil {
		for i := range b.Bytes() {
			b.Bytes()[i] = 0x5A
		}
	}
}

// sameBytes writes the same rows twice, and then in a single Write.
func (s suite) sameBytes(t *testing.T) {
	c := manyRows()
	want := save(t, s.loader, c.Tables...)
	sameFiles(t, save(t, s.loader, c.Tables...), want)

	b := dataset.NewBuilder(c.Tables[0].Schema)
	for page := range c.Tables {
		for row := range c.Tables[page].NumRows() {
			addRow(b, int64(page*100+row), row%5 == 0)
		}
	}
	sameFiles(t, save(t, s.loader, b.Table("many_rows")), want)
}

func sameFiles(t *testing.T, got, want *memory.Sink) {
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

package tablefile_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/array"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/load/internal/tablefile"
	"github.com/tidywiki/tidywiki/load/memory"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

var rivers = dataset.NewSchema(dataset.Schema{Fields: []dataset.Field{
	{Name: "name", Type: dataset.String}, {Name: "note", Type: dataset.String, Nullable: true}}})

// lines is a format that shows what its encoder is given.
var lines = tablefile.Format{Name: "lines",
	Begin: func(out *tablefile.Output, _ *dataset.Schema) (tablefile.Encoder, error) {
		_, err := fmt.Fprintln(out, "begin")
		return encoder{out}, err
	}}

type encoder struct{ out *tablefile.Output }

func (e encoder) Write(rec arrow.Record) error {
	for i := range int(rec.NumRows()) {
		name, note := rec.Column(0).(*array.String), rec.Column(1).(*array.String)
		if _, err := fmt.Fprintf(e.out, "%s %s\n", name.Value(i), note.ValueStr(i)); err != nil {
			return err
		}
	}
	return nil
}

func (e encoder) Close() error {
	_, err := fmt.Fprintln(e.out, "end")
	return err
}

func open(t *testing.T, sink load.Sink) load.Writer {
	t.Helper()
	w, err := lines.Open(context.Background(), sink)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func table(name string, whole bool, names ...string) *dataset.Table {
	b := dataset.NewBuilder(rivers)
	for _, n := range names {
		b.Str(n).Null()
	}
	t := b.Table(name)
	t.Whole = whole
	return t
}

func TestFiles(t *testing.T) {
	sink := new(memory.Sink)
	w := open(t, sink)
	for i, step := range []struct {
		table *dataset.Table
		open  int
	}{
		{table("rivers", false, "Rhine"), 1}, {table("tables/lakes/01", true, "Como"), 1},
		{table("seas", false), 2}, {table("rivers", false, "Main", "Elbe"), 2}, {table("rivers", true, "Oder"), 1},
	} {
		if err := w.Write(context.Background(), step.table); err != nil {
			t.Fatal(err)
		}
		if sink.Open() != step.open {
			t.Errorf("%d files open after step %d, want %d", sink.Open(), i, step.open)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		"data/rivers.lines":          "begin\nRhine (null)\nMain (null)\nElbe (null)\nOder (null)\nend\n",
		"data/tables/lakes/01.lines": "begin\nComo (null)\nend\n",
		"data/seas.lines":            "begin\nend\n",
	} {
		if got := string(sink.Bytes(path)); got != want {
			t.Errorf("%s is %q, want %q", path, got, want)
		}
	}
}

func TestNullWhereNoneMayBe(t *testing.T) {
	loose := dataset.NewSchema(dataset.Schema{Fields: []dataset.Field{
		{Name: "name", Type: dataset.String, Nullable: true}, {Name: "note", Type: dataset.String, Nullable: true}}})
	bad := &dataset.Table{Name: "rivers", Schema: rivers, Record: dataset.NewBuilder(loose).Null().Null().Table("").Record}
	w := open(t, new(memory.Sink))
	defer w.Abort()
	err := w.Write(context.Background(), bad)
	if err == nil || err.Error() != `lines: table "rivers": field "name": null in a field that must have a value` {
		t.Errorf("error is %v", err)
	}
}

func TestInvalidText(t *testing.T) {
	sink, err := memory.Write(t.Context(), loader{}, table("rivers", true, "a\xffb", "whole", "日"[:2], "\x80", "日本"))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := string(sink.Bytes("data/rivers.lines")),
		"begin\na\uFFFDb (null)\nwhole (null)\n\uFFFD (null)\n\uFFFD (null)\n日本 (null)\nend\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	// Together these are the bytes of one character.
	sink, err = memory.Write(t.Context(), loader{}, table("rivers", true, "日"[:1], "日"[1:]))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := string(sink.Bytes("data/rivers.lines")), "begin\n\uFFFD (null)\n\uFFFD (null)\nend\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

type loader struct{}

func (loader) Open(ctx context.Context, out load.Sink) (load.Writer, error) {
	return lines.Open(ctx, out)
}

func TestContract(t *testing.T) {
	t.Run("close reports the file it failed on and releases the others", func(t *testing.T) {
		sink := &memory.Sink{Limit: 10}
		w := open(t, sink)
		for _, name := range []string{"rivers", "lakes", "seas"} {
			if err := w.Write(context.Background(), table(name, false, "x")); err != nil {
				t.Fatal(err)
			}
		}
		err := w.Close()
		if !errors.Is(err, memory.ErrFull) || !strings.Contains(err.Error(), `table "rivers"`) {
			t.Errorf("error is %v", err)
		}
		if sink.Open() != 0 {
			t.Errorf("%d files left open", sink.Open())
		}
	})
	t.Run("the second file of a name is the sink's error", func(t *testing.T) {
		w := open(t, new(memory.Sink))
		defer w.Abort()
		if err := w.Write(context.Background(), table("rivers", true, "x")); err != nil {
			t.Fatal(err)
		}
		if err := w.Write(context.Background(), table("rivers", true, "y")); err == nil {
			t.Error("no error")
		}
	})
}

// A table with parts is a folder of files, one that is complete with one Write a
// single file.
func TestParts(t *testing.T) {
	format := lines
	format.Parts = true
	format.Begin = func(out *tablefile.Output, _ *dataset.Schema) (tablefile.Encoder, error) {
		return &partEncoder{out: out}, nil
	}
	sink := new(memory.Sink)
	w, err := format.Open(context.Background(), sink)
	if err != nil {
		t.Fatal(err)
	}
	for _, step := range []*dataset.Table{
		table("rivers", false, "Rhine"), table("tables/lakes/01", true, "Como", "Garda"), table("rivers", false, "Main", "Elbe", "Oder"), table("seas", false),
	} {
		if err := w.Write(context.Background(), step); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		"data/rivers/part-00000.lines": "Rhine\nMain\n", "data/rivers/part-00001.lines": "Elbe\nOder\n",
		"data/tables/lakes/01.lines": "Como\nGarda\n", "data/seas/part-00000.lines": "",
	} {
		if got := string(sink.Bytes(path)); got != want {
			t.Errorf("%s is %q, want %q", path, got, want)
		}
	}
	if n := len(sink.Paths()); n != 4 || sink.Open() != 0 {
		t.Errorf("%d files, %d open", n, sink.Open())
	}
}

// A part that cannot be begun ends the table without a file left open.
func TestPartCannotBegin(t *testing.T) {
	format := lines
	format.Parts = true
	format.Begin = func(out *tablefile.Output, _ *dataset.Schema) (tablefile.Encoder, error) {
		return &partEncoder{out: out}, nil
	}
	sink := &memory.Sink{}
	if _, err := sink.Create("data/rivers/part-00001.lines"); err != nil {
		t.Fatal(err)
	}
	w, err := format.Open(context.Background(), sink)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Write(context.Background(), table("rivers", false, "Rhine", "Main", "Elbe")); err == nil {
		t.Error("no error")
	}
	if err := w.Abort(); err != nil || sink.Open() != 1 {
		t.Errorf("%v, %d files open, want the one that was in the way", err, sink.Open())
	}
}

// A partEncoder ends a file after two rows.
type partEncoder struct {
	out  *tablefile.Output
	rows int
}

func (e *partEncoder) Write(rec arrow.Record) error {
	for i := range int(rec.NumRows()) {
		if e.rows == 2 {
			e.rows = 0
			if err := e.out.Next(); err != nil {
				return err
			}
		}
		e.rows++
		if _, err := fmt.Fprintln(e.out, rec.Column(0).(*array.String).Value(i)); err != nil {
			return err
		}
	}
	return nil
}

func (e *partEncoder) Close() error { return nil }

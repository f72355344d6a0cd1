// Package tablefile is shared by the formats with one file per table. A format begins a
// file and adds rows to it; this package opens a table's file at its first Write,
// checks that later Writes have the same fields, and completes or drops open files.
//
//	Write(rivers)                begins data/rivers.csv, adds its rows
//	Write(lakes), lakes.Whole    begins data/lakes.csv, adds its rows, completes it
//	Write(rivers)                adds rows to data/rivers.csv
//	Close()                      completes data/rivers.csv
package tablefile

import (
	"context"
	"fmt"
	"io"
	"slices"

	"github.com/apache/arrow/go/v15/arrow"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/load/internal/codec"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

// A Format writes files of one kind.
type Format struct {
	Name string // "csv": the beginning of each error, and the extension of each path
	// Compression of each file; its name is a second extension.
	Compression load.Compression
	// Parts splits a table that grows from page to page into a folder of files. The
	// encoder calls [Output.Next] to end one. A table that is complete with one Write
	// is a single file all the same.
	Parts bool
	// Begin starts a file for a table with the schema s.
	Begin func(out *Output, s *dataset.Schema) (Encoder, error)
}

// An Encoder writes the rows of one table.
type Encoder interface {
	// Write adds rows. Strings are valid UTF-8, and fields that are not nullable have
	// no nulls. The record must not be retained.
	Write(rec arrow.Record) error
	// Close adds rows that were held back, and the end of the file.
	Close() error
}

// Open returns a writer that creates its files through sink.
func (f Format) Open(ctx context.Context, sink load.Sink) (load.Writer, error) {
	return &writer{Format: f, sink: sink}, ctx.Err()
}

type writer struct {
	Format
	sink  load.Sink
	open  []*file // in the order of their first Write
	spare []byte  // buffer of a completed file, reused by the next one
}

// Write implements [load.Writer].
func (w *writer) Write(ctx context.Context, t *dataset.Table) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := w.write(t); err != nil {
		return w.at(t.Name, err)
	}
	return nil
}

func (w *writer) write(t *dataset.Table) error {
	i := slices.IndexFunc(w.open, func(f *file) bool { return f.name == t.Name })
	if i < 0 {
		f, err := w.begin(t)
		if err != nil {
			return err
		}
		i = len(w.open)
		w.open = append(w.open, f)
	}
	f := w.open[i]
	if err := f.write(t); err != nil || !t.Whole && !t.Last {
		return err
	}
	w.open = slices.Delete(w.open, i, i+1)
	err := f.close()
	w.spare = f.out.Buf[:0]
	return err
}

// begin creates the file of a table.
func (w *writer) begin(t *dataset.Table) (*file, error) {
	path := load.TablePath{Table: t.Name, Format: w.Name, Compression: w.Compression}
	create := func() (io.WriteCloser, error) {
		to, err := w.sink.Create(path.String())
		if err != nil {
			return nil, err
		}
		return codec.NewWriter(w.Compression, to), nil
	}
	parts := w.Parts && !t.Whole
	if parts {
		path.Part = 1
	}
	to, err := create()
	if err != nil {
		return nil, err
	}
	out := newOutput(to)
	out.Buf = w.spare
	if parts {
		out.next = func() (io.WriteCloser, error) { path.Part++; return create() }
	}
	w.spare = nil
	f := &file{name: t.Name, schema: t.Schema, out: out}
	if f.enc, err = w.Begin(out, t.Schema); err != nil {
		out.drop()
		return nil, err
	}
	return f, nil
}

// Close implements [load.Writer]. After an error the remaining files are dropped.
func (w *writer) Close() error {
	for len(w.open) > 0 {
		f := w.open[0]
		w.open = w.open[1:]
		if err := f.close(); err != nil {
			w.Abort()
			return w.at(f.name, err)
		}
	}
	return nil
}

// Abort implements [load.Writer].
func (w *writer) Abort() error {
	for _, f := range w.open {
		f.out.drop()
	}
	w.open, w.spare = nil, nil
	return nil
}

func (w *writer) at(table string, err error) error {
	return fmt.Errorf("%s: table %q: %w", w.Name, table, err)
}

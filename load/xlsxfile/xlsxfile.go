package xlsxfile

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/load/internal/tablefile"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

// Options are the settings of a [Loader].
type Options struct {
	// Title and Description are shown on the sheet about. The default title is the title
	// of the page, or the number of pages.
	Title, Description string
	// Generator is the name and version of the program; default "tidywiki".
	Generator string
	// TempDir is the folder for rows that do not fit into memory; default the system's
	// folder for temporary files.
	TempDir string
}

// A Loader writes workbooks.
type Loader struct{ options Options }

var _ load.Loader = (*Loader)(nil)

// New returns a loader.
func New(o Options) *Loader {
	o.Generator = cmp.Or(o.Generator, "tidywiki")
	return &Loader{o}
}

// Open implements [load.Loader].
func (l *Loader) Open(ctx context.Context, out load.Sink) (load.Writer, error) {
	w := &writer{options: l.options, sink: out, store: newStore(l.options.TempDir)}
	return w, ctx.Err()
}

// A writer fills data/dataset.xlsx and writes the workbooks of single tables.
type writer struct {
	options  Options
	sink     load.Sink
	store    store
	sheets   []*sheet // in the order of their first Write
	facts    facts
	template *template // of workbooks of one table; nil until it is needed
	notes    []load.Note
}

var _ load.Noter = (*writer)(nil)

// Write implements [load.Writer].
func (w *writer) Write(ctx context.Context, t *dataset.Table) error {
	err := ctx.Err()
	if err == nil && t.Whole {
		err = w.writeWhole(t)
	} else if err == nil {
		err = w.writeRows(t)
	}
	if err != nil {
		return fmt.Errorf("xlsx: table %q: %w", t.Name, err)
	}
	return nil
}

// writeRows adds to a sheet of the dataset's workbook.
func (w *writer) writeRows(t *dataset.Table) error {
	i := slices.IndexFunc(w.sheets, func(s *sheet) bool { return s.name == t.Name })
	if i < 0 {
		i = len(w.sheets)
		w.sheets = append(w.sheets, newSheet(t.Name, t.Schema, &w.store))
	}
	if err := tablefile.Check(w.sheets[i].schema, t); err != nil {
		return err
	}
	w.facts.observe(t)
	return w.fill(w.sheets[i], t)
}

// writeWhole writes a workbook of one table. Its rows have a store of their own.
func (w *writer) writeWhole(t *dataset.Table) error {
	if w.template == nil {
		t, err := newTemplate(w.options)
		if err != nil {
			return err
		}
		w.template = t
	}
	own := newStore(w.options.TempDir)
	defer own.Close()
	s := newSheet(t.Name, t.Schema, &own)
	if err := tablefile.Check(t.Schema, t); err != nil {
		return err
	}
	if err := w.fill(s, t); err != nil {
		return err
	}
	return w.save("data/"+t.Name+".xlsx", func(a *archive) error {
		if len(s.parts) > 1 {
			return tableBook(w.options, s).write(a, &own)
		}
		return w.template.write(a, s, &own)
	})
}

func (w *writer) fill(s *sheet, t *dataset.Table) error {
	err := s.write(t)
	w.notes = append(w.notes, s.notes...)
	s.notes = s.notes[:0]
	return err
}

// save creates a workbook and lets fill add its parts.
func (w *writer) save(path string, fill func(*archive) error) error {
	to, err := w.sink.Create(path)
	if err != nil {
		return err
	}
	a := newArchive(to)
	err = fill(a)
	if err == nil {
		err = a.close()
	}
	if closed := to.Close(); err == nil {
		err = closed
	}
	return err
}

// Close implements [load.Writer].
func (w *writer) Close() error {
	defer w.store.Close()
	b := newBook(w.options, &w.facts, w.sheets)
	if err := w.save("data/dataset.xlsx", func(a *archive) error { return b.write(a, &w.store) }); err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	return nil
}

// Abort implements [load.Writer].
func (w *writer) Abort() error {
	w.sheets = nil
	return w.store.Close()
}

// Notes implements [load.Noter].
func (w *writer) Notes() []load.Note {
	notes := w.notes
	w.notes = nil
	return notes
}

// isCore reports whether the name is that of a core table.
func isCore(name string) bool { return dataset.CoreSchema(name) != nil }

// lastName returns the part of a table's name after the last slash.
func lastName(table string) string { return table[strings.LastIndexByte(table, '/')+1:] }

// Package exportfile writes the tables that ask for it ([dataset.Export]) in
// other vocabularies: one JSON file each at the root of the dataset.
//
//	river,gauge,height          {"stations": [
//	Rhine,Cologne,3.2           {"name":"Rhine","readings":[{"at":"Cologne","m":3.2},{"at":"Basel","m":1.9}]}
//	Rhine,Basel,1.9             ]}
//
// The table's schema, which a recipe declares, defines the objects; nothing here knows a
// vocabulary. Objects are written as their rows come, page
// after page; a file without any is not written.
package exportfile

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

// A Loader writes exports.
type Loader struct{}

var _ load.Loader = (*Loader)(nil)

// New returns a loader.
func New() *Loader { return &Loader{} }

// Open implements [load.Loader].
func (l *Loader) Open(ctx context.Context, out load.Sink) (load.Writer, error) {
	return &writer{sink: out, pages: map[string]page{}}, ctx.Err()
}

// A writer has a file open for each name of an export, of which recipes have few.
type writer struct {
	sink  load.Sink
	files []*file
	pages map[string]page // of the last table of pages
}

// A file is one that objects are written to.
type file struct {
	name, list string
	to         io.WriteCloser
	buf        *bufio.Writer
	objects    int
}

// A page is what templates can use of the page of a row.
type page struct{ title, url, revision string }

// Write implements [load.Writer].
func (w *writer) Write(ctx context.Context, t *dataset.Table) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if t.Schema == dataset.Pages {
		w.observe(t)
	}
	if t.Schema.Export == nil || t.NumRows() == 0 {
		return nil
	}
	if err := w.export(t); err != nil {
		return fmt.Errorf("%s: table %q: %w", t.Schema.Export.File, t.Name, err)
	}
	return nil
}

// observe takes down the pages whose tables come next.
func (w *writer) observe(t *dataset.Table) {
	clear(w.pages)
	id, title, source, revision := t.Column("page_id"), t.Column("title"), t.Column("source"), t.Column("revision_id")
	for row := range t.NumRows() {
		p := page{title: title.Str(row)}
		if u, err := url.Parse(source.Str(row)); err == nil && (u.Scheme == "https" || u.Scheme == "http") {
			p.url = source.Str(row)
		}
		if !revision.Null(row) {
			p.revision = fmt.Sprint(revision.Int(row))
		}
		w.pages[id.Str(row)] = p
	}
}

func (w *writer) export(t *dataset.Table) error {
	e := t.Schema.Export
	m := newMaker(t, w.pages)
	for _, rows := range m.groups(e.By) {
		m.begin(rows)
		if !m.value(&e.Object, rows[0]) {
			continue
		}
		f, err := w.file(e)
		if err != nil {
			return err
		}
		if err := f.write(m.out); err != nil {
			return err
		}
	}
	return nil
}

// file returns the file of an export and creates it if need be.
func (w *writer) file(e *dataset.Export) (*file, error) {
	for _, f := range w.files {
		if f.name != e.File {
			continue
		}
		if f.list != e.List {
			return nil, fmt.Errorf("the file has the list %s: the list %s needs a file of its own", f.list, e.List)
		}
		return f, nil
	}
	to, err := w.sink.Create(e.File)
	if err != nil {
		return nil, err
	}
	f := &file{name: e.File, list: e.List, to: to, buf: bufio.NewWriter(to)}
	w.files = append(w.files, f)
	return f, nil
}

func (f *file) write(object []byte) error {
	between := ",\n"
	if f.objects == 0 {
		between = "{" + string(appendString(nil, f.list)) + ":[\n"
	}
	f.objects++
	f.buf.WriteString(between)
	_, err := f.buf.Write(object)
	return err
}

// Close implements [load.Writer].
func (w *writer) Close() error {
	var errs []error
	for _, f := range w.files {
		f.buf.WriteString("\n]}\n")
		errs = append(errs, f.buf.Flush(), f.to.Close())
	}
	return errors.Join(errs...)
}

// Abort implements [load.Writer].
func (w *writer) Abort() error {
	var errs []error
	for _, f := range w.files {
		errs = append(errs, f.to.Close())
	}
	return errors.Join(errs...)
}

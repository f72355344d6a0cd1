// Package htmldump reads Wikimedia's dumps of rendered pages, in which templates and
// Lua modules have run already: a JSON object per line and page, plain or compressed, or
// in the files of a tar archive.
//
//	{"name":"Rhine","url":"https://en.wikipedia.org/wiki/Rhine","namespace":{"identifier":0},
//	 "version":{"identifier":12},"date_modified":"2024-05-01T00:00:00Z",
//	 "in_language":{"identifier":"en"},"article_body":{"html":"<p>The Rhine is long."}}
//
// is Source{Title: "Rhine", Format: "html", Revision: {ID: 12}, Data: "<p>The Rhine is
// long."} with the address as its name. A page without HTML comes as wikitext. Pages are
// chosen, counted and divided into ranges as those of XML dumps are: options, counts and
// errors are those of package dump. See
// https://enterprise.wikimedia.com/docs/data-dictionary/ for the schema.
package htmldump

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"

	"github.com/tidywiki/tidywiki/extract/dump"
	"github.com/tidywiki/tidywiki/extract/source"
)

// ErrNotDump is the error of [Open] for a file that is not such a dump.
var ErrNotDump = errors.New("not a dump of rendered pages: its first line is not an object with article_body")

// A Dump is a dump of rendered pages. It is safe for concurrent use unless it reads a
// stream.
type Dump struct {
	name, path string    // path is empty for a stream
	in         io.Reader // the stream
	size       int64     // of the file
	opt        dump.Options
	packed     bool // compressed or in an archive
}

// Open opens the dump in a file. It reads only the beginning. The error is
// [ErrNotDump] if the file is not a dump.
func Open(path string, opt dump.Options) (*Dump, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	d := &Dump{name: filepath.Base(path), path: path, size: info.Size(), opt: opt.WithDefaults()}
	if d.packed, err = look(f); err != nil {
		return nil, fmt.Errorf("%s: %w", d.name, err)
	}
	return d, nil
}

// OpenReader opens a dump that is read from r. The dump has one range, which can be
// read once.
func OpenReader(name string, r io.Reader, opt dump.Options) *Dump {
	return &Dump{name: name, in: r, packed: true, opt: opt.WithDefaults()}
}

// IsDump reports whether a file is a dump of rendered pages. A file that cannot be read
// is not one.
func IsDump(path string) bool {
	_, err := Open(path, dump.Options{})
	return err == nil
}

// IsDumpHead reports whether head, plain or compressed, is the beginning of a dump.
func IsDumpHead(head []byte) bool {
	_, err := look(bytes.NewReader(head))
	return err == nil
}

// maxHead is how much of the first page is searched for its article_body, which
// categories and templates come before.
const maxHead = 1 << 20

// look reports whether a dump is compressed or in an archive, or ErrNotDump.
func look(r io.Reader) (packed bool, err error) {
	begin := make([]byte, tarHead)
	n, _ := io.ReadFull(r, begin)
	if begin = begin[:n]; !mayBegin(begin) {
		return false, ErrNotDump
	}
	r = io.MultiReader(bytes.NewReader(begin), r)
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	text, packed, err := open(ctx, r, 1)
	if err != nil {
		return false, ErrNotDump
	}
	defer text.Close()
	head := bufio.NewReaderSize(text, maxHead)
	if first, _ := head.Peek(1); len(first) == 0 || first[0] != '{' {
		return false, ErrNotDump
	}
	all, _ := head.Peek(maxHead)
	line, _, _ := bytes.Cut(all, []byte{'\n'})
	if !bytes.Contains(line, []byte(`"article_body"`)) {
		return false, ErrNotDump
	}
	return packed, nil
}

// mayBegin reports whether a file that begins so may be a dump. It spares most pages from
// being read twice.
func mayBegin(head []byte) bool {
	object := len(head) > 1 && head[0] == '{' && bytes.HasPrefix(bytes.TrimLeft(head[1:], " \t"), []byte(`"`))
	return object || len(head) > 0 && bytes.IndexByte([]byte("\x1f\x28B"), head[0]) >= 0 || isTar(head)
}

// Name returns the base name of the file, or the name given to [OpenReader].
func (d *Dump) Name() string { return d.name }

// Compressed reports whether the file is compressed or an archive.
func (d *Dump) Compressed() bool { return d.packed }

// Pages reads the pages of a range in order. A page that is too large yields a
// [*source.PageError], and the sequence continues. A [*dump.DamageError], an error of the
// file or the error of ctx ends the sequence. If counts is not nil, it is updated before
// each page and at the end.
func (d *Dump) Pages(ctx context.Context, rg dump.Range, counts *dump.Counts) iter.Seq2[*source.Source, error] {
	return func(yield func(*source.Source, error) bool) {
		if counts == nil {
			counts = new(dump.Counts)
		}
		r := &reader{opt: &d.opt, counts: counts, yield: yield}
		err := d.read(ctx, rg, r)
		if err == nil || err == errStopped {
			return
		}
		if ctx.Err() == nil {
			err = &dump.DamageError{Name: d.name, Content: "JSON", Offset: r.offset, Range: rg, Last: r.last, Err: err}
		}
		yield(nil, err)
	}
}

// read runs r over a range.
func (d *Dump) read(ctx context.Context, rg dump.Range, r *reader) error {
	in := d.in
	if d.path != "" {
		f, err := os.Open(d.path)
		if err != nil {
			return err
		}
		defer f.Close()
		in = io.NewSectionReader(f, rg.Start, rg.End-rg.Start)
	}
	text, _, err := open(ctx, in, d.opt.Workers)
	if err != nil {
		return err
	}
	defer text.Close()
	return r.run(ctx, text)
}

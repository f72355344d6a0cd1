package dump

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"github.com/tidywiki/tidywiki/extract/source"
)

// A Dump is an export of a wiki. It is safe for concurrent use unless it reads a
// stream.
type Dump struct {
	name string
	path string    // empty for a stream
	in   io.Reader // the stream
	size int64     // of the file
	opt  Options
	kind compression
	site *Site
	wide bool // in UTF-16
}

// Open opens the dump in a file. It reads only the beginning. The error is
// [ErrNotDump] if the file is not a dump, and a [*DamageError] if it cannot be
// decompressed.
func Open(path string, opt Options) (*Dump, error) {
	d := &Dump{name: filepath.Base(path), path: path, opt: opt.WithDefaults()}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	d.size = info.Size()
	if err := d.readHead(f); err == ErrNotDump {
		return nil, fmt.Errorf("%s: %w", d.name, err)
	} else if err != nil {
		return nil, err
	}
	return d, nil
}

// OpenReader opens a dump that is read from r. The dump has one range, which can be
// read once.
func OpenReader(name string, r io.Reader, opt Options) (*Dump, error) {
	b := bufio.NewReaderSize(r, headBytes)
	d := &Dump{name: name, in: b, opt: opt.WithDefaults()}
	head, err := b.Peek(headBytes)
	if err != nil && err != io.EOF {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if err := d.readHead(strings.NewReader(string(head))); err == ErrNotDump {
		return nil, fmt.Errorf("%s: %w", name, err)
	} else if err != nil {
		return nil, err
	}
	return d, nil
}

// headBytes is how much of a stream is buffered to detect what it is: enough for a
// whole block of bzip2.
const headBytes = 1 << 20

// IsDump reports whether a file is a dump. The errors are those of [Open] except
// [ErrNotDump].
func IsDump(path string) (bool, error) {
	_, err := Open(path, Options{})
	if errors.Is(err, ErrNotDump) {
		return false, nil
	}
	return err == nil, err
}

// IsDumpHead reports whether head, plain or compressed, is the beginning of a dump.
// For bzip2 it needs a megabyte.
func IsDumpHead(head []byte) bool {
	d := &Dump{opt: Options{}.WithDefaults()}
	return d.readHead(strings.NewReader(string(head))) == nil
}

// readHead reads the beginning of a dump and sets kind, wide and site.
func (d *Dump) readHead(r io.Reader) error {
	b := bufio.NewReaderSize(r, headBytes)
	head, err := b.Peek(magicLen)
	if err != nil && err != io.EOF {
		return err
	}
	d.kind = sniff(head)
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	in, err := decompress(ctx, d.kind, b, 1)
	if err != nil {
		return &DamageError{Name: d.name, Err: err}
	}
	defer in.Close()
	text, wide := utf8Reader(bufio.NewReader(in))
	d.wide = wide
	xml, damage := io.ReadAll(io.LimitReader(text, maxHead))
	if d.site, err = readSite(string(xml)); err != nil && damage != nil {
		return &DamageError{Name: d.name, Err: damage}
	}
	return err
}

// Name returns the base name of the file, or the name given to [OpenReader].
func (d *Dump) Name() string { return d.name }

// Compressed reports whether the file is compressed.
func (d *Dump) Compressed() bool { return d.kind != plain }

// Site returns what the dump says about its wiki. It must not be changed.
func (d *Dump) Site() *Site { return d.site }

// Pages reads the pages of a range in order. A page that is too large yields a
// [*source.PageError], and the sequence continues. A [*DamageError], an error of the
// file or the error of ctx ends the sequence. If counts is not nil, it is updated
// before each page and at the end.
func (d *Dump) Pages(ctx context.Context, rg Range, counts *Counts) iter.Seq2[*source.Source, error] {
	return func(yield func(*source.Source, error) bool) {
		if counts == nil {
			counts = new(Counts)
		}
		r := &reader{opt: &d.opt, site: d.site, counts: counts, yield: yield, part: rg.Start > 0}
		err := d.read(ctx, rg, r)
		if err == nil || err == errStopped {
			return
		}
		var damage *DamageError
		if errors.As(err, &damage) {
			damage.Name, damage.Range = d.name, rg
		}
		yield(nil, err)
	}
}

// read runs r over a range.
func (d *Dump) read(ctx context.Context, rg Range, r *reader) error {
	text, err := d.xml(ctx, rg)
	if err != nil {
		return err
	}
	defer text.Close()
	r.s = newScanner(text, firstBuffer)
	if err := r.run(ctx); err == errStopped {
		return err // the caller wants neither pages nor an error
	} else if err != nil {
		return cmp.Or(ctx.Err(), err)
	}
	if d.site.root && !r.closed && (d.path == "" || rg.End == d.size) {
		return r.damaged(errNoEnd)
	}
	return nil
}

// xml opens the XML of a range, in UTF-8.
func (d *Dump) xml(ctx context.Context, rg Range) (io.ReadCloser, error) {
	if d.path == "" {
		return d.decode(ctx, d.in)
	}
	f, err := os.Open(d.path)
	if err != nil {
		return nil, err
	}
	in, err := d.decode(ctx, io.NewSectionReader(f, rg.Start, rg.End-rg.Start))
	if err != nil {
		f.Close()
		return nil, err
	}
	return readCloser{in, func() error { return errors.Join(in.Close(), f.Close()) }}, nil
}

func (d *Dump) decode(ctx context.Context, raw io.Reader) (io.ReadCloser, error) {
	in, err := decompress(ctx, d.kind, raw, d.opt.Workers)
	if err != nil {
		return nil, &DamageError{Err: err}
	}
	if !d.wide {
		return in, nil
	}
	text, _ := utf8Reader(bufio.NewReaderSize(in, fileBuffer))
	return readCloser{text, in.Close}, nil
}

// A readCloser adds a function for closing to a reader.
type readCloser struct {
	io.Reader
	close func() error
}

func (r readCloser) Close() error { return r.close() }

// errNoEnd is the damage of a dump that ends after a page but before its end tag.
var errNoEnd = errors.New("it ends before </mediawiki>")

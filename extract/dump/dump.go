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

// A Dump is an export of a wiki. It is safe for concurrent use, but for one that
// reads a stream.
type Dump struct {
	name string
	path string    // empty where it reads a stream
	in   io.Reader // the stream
	size int64     // of the file
	opt  Options
	kind compression
	site *Site
	wide bool // in UTF-16
}

// Open opens the dump in a file. It reads the file's beginning only. The error is
// [ErrNotDump] where that is none of a dump, a [*DamageError] where it is compressed
// and cannot be decompressed.
func Open(path string, opt Options) (*Dump, error) {
	d := &Dump{name: filepath.Base(path), path: path, opt: opt.withDefaults()}
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

// OpenReader opens the dump that a stream holds, from its beginning. It has one
// range, which can be read once.
func OpenReader(name string, r io.Reader, opt Options) (*Dump, error) {
	b := bufio.NewReaderSize(r, headBytes)
	d := &Dump{name: name, in: b, opt: opt.withDefaults()}
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

// headBytes is how much of a stream is looked at before it is read: enough for a
// block of bzip2 to be whole.
const headBytes = 1 << 20

// IsDump says whether a file is a dump. The errors are those of [Open] but ErrNotDump.
func IsDump(path string) (bool, error) {
	_, err := Open(path, Options{})
	if errors.Is(err, ErrNotDump) {
		return false, nil
	}
	return err == nil, err
}

// IsDumpHead says whether a text or a compressed one begins as a dump does. It
// needs a megabyte of it where it is compressed by bzip2.
func IsDumpHead(head []byte) bool {
	d := &Dump{opt: Options{}.withDefaults()}
	return d.readHead(strings.NewReader(string(head))) == nil
}

// readHead finds out what the beginning of a dump tells.
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

// Name is the base name of the file, or the name given with a stream.
func (d *Dump) Name() string { return d.name }

// Compressed says whether the file's bytes are not those of its XML.
func (d *Dump) Compressed() bool { return d.kind != plain }

// Site is what the dump says of its wiki. It must not be changed.
func (d *Dump) Site() *Site { return d.site }

// Pages reads the pages of a range in order. A page that is too large yields a
// [*source.PageError], and the next one follows; a [*DamageError], an error of the
// file or that of ctx ends the sequence. counts, if not nil, is brought up to date
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
		return err // nobody wants more, not even an error
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

// A readCloser is a reader with something else to close.
type readCloser struct {
	io.Reader
	close func() error
}

func (r readCloser) Close() error { return r.close() }

// errNoEnd says that the text ends between two pages.
var errNoEnd = errors.New("it ends before </mediawiki>")

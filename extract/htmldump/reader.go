package htmldump

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/tidywiki/tidywiki/extract/dump"
	"github.com/tidywiki/tidywiki/extract/source"
)

// errStopped ends a reader whose caller wants no more pages.
var errStopped = errors.New("stopped")

// A reader yields the pages of a range one after another.
type reader struct {
	opt    *dump.Options
	counts *dump.Counts
	yield  func(*source.Source, error) bool

	line   []byte // the current one, without its end
	long   bool   // it is longer than any page that is read
	whole  bool   // it has its end
	offset int64  // where the next one begins
	last   string // title of the last page
}

func (r *reader) run(ctx context.Context, text io.Reader) error {
	in := bufio.NewReaderSize(text, 1<<20)
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		begin := r.offset
		err := r.next(in)
		if err != nil && err != io.EOF {
			r.offset = begin
			return err
		}
		if len(bytes.TrimSpace(r.line)) > 0 {
			if failed := r.page(); failed != nil {
				r.offset = begin
				return failed
			}
		}
		if err == io.EOF {
			return nil
		}
	}
}

// next reads a line. Of one that is too long it keeps the beginning.
func (r *reader) next(in *bufio.Reader) error {
	r.line, r.long, r.whole = r.line[:0], false, false
	limit := 4*r.opt.MaxBytes + 1<<20 // the HTML with its escapes, the wikitext, and the rest
	for {
		part, err := in.ReadSlice('\n')
		r.offset += int64(len(part))
		if int64(len(r.line)+len(part)) <= limit {
			r.line = append(r.line, part...)
		} else {
			r.long = true
		}
		if err != bufio.ErrBufferFull {
			r.whole = err == nil
			return err
		}
	}
}

// page counts the page on the current line and yields it if it is wanted.
func (r *reader) page() error {
	var p page
	if r.long {
		p.head(r.line)
	} else if err := json.Unmarshal(r.line, &p); err != nil {
		if !r.whole {
			return errors.New("it ends inside a page")
		}
		return fmt.Errorf("a line is not JSON: %w", err)
	}
	r.counts.Pages++
	r.counts.Revisions++
	r.last = p.Name
	large := r.long || int64(max(len(p.Body.HTML), len(p.Body.Wikitext))) > r.opt.MaxBytes
	switch {
	case !r.opt.Takes(p.Namespace.ID):
		r.counts.OtherNamespaces++
		return nil
	case !r.opt.Titles.Match(p.Name):
		r.counts.OtherTitles++
		return nil
	case large:
		r.counts.TooLarge++
		err := fmt.Errorf("the page is larger than %d bytes", r.opt.MaxBytes)
		return r.give(nil, &source.PageError{Name: p.sourceName(), Title: p.Name, Err: err})
	case p.Body.HTML == "" && p.Body.Wikitext == "":
		r.counts.NoText++
		return nil
	}
	r.counts.Read++
	return r.give(p.source(), nil)
}

func (r *reader) give(src *source.Source, err error) error {
	if !r.yield(src, err) {
		return errStopped
	}
	return nil
}

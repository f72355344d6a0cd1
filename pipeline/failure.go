package pipeline

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"time"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/files"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform/page/partfile"
	"github.com/tidywiki/tidywiki/transform/tidy"
)

// Limits are what one page may take. The zero value has the defaults.
type Limits struct {
	// PageBytes is the size of a page, 64 MiB if 0.
	PageBytes int64
	// PageTime is how long a page may take, looked at between the steps; no limit if
	// 0. With one, what comes out depends on the machine.
	PageTime time.Duration
}

const defaultPageBytes = 64 << 20

// A fault is why a page could not be converted.
type fault struct {
	Code string // docs/findings.md
	err  error
}

func (f *fault) Error() string { return f.err.Error() }
func (f *fault) Unwrap() error { return f.err }

// faultOf finds the code of an error.
func faultOf(err error) *fault {
	var known *fault
	var unread *files.PageError
	switch {
	case errors.As(err, &known):
		return known
	case errors.As(err, &unread):
		return &fault{Code: "unreadable_page", err: unread.Err}
	}
	return &fault{Code: "page_failed", err: err}
}

// safely converts a page within the limits. A panic, which is a fault of the program,
// ends the page and not the run.
func (c *converter) safely(ctx context.Context, src *source.Source) (p *partfile.Page, err error) {
	defer func() {
		if r := recover(); r != nil {
			p, err = nil, &fault{Code: "page_failed", err: fmt.Errorf("a fault of the program in %s: %v: please report it with the page", panicked(), r)}
		}
	}()
	if size := int64(len(src.Data)); size > c.limits.PageBytes {
		return nil, &fault{Code: "page_limit", err: fmt.Errorf("the page has %d bytes, the limit is %d: split it, or raise --max-page-size", size, c.limits.PageBytes)}
	}
	if c.limits.PageTime == 0 {
		return c.convert(ctx, src)
	}
	timed, cancel := context.WithTimeout(ctx, c.limits.PageTime)
	defer cancel()
	p, err = c.convert(timed, src)
	if err != nil && timed.Err() != nil && ctx.Err() == nil {
		err = &fault{Code: "page_limit", err: fmt.Errorf("the page took longer than %s: raise --max-page-time", c.limits.PageTime)}
	}
	return p, err
}

// panicked names the function that panicked, which is the same on every machine.
func panicked() string {
	pcs := make([]uintptr, 32)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(3, pcs)])
	for {
		f, more := frames.Next()
		if name, ours := strings.CutPrefix(f.Function, ourModule); ours {
			return name
		}
		if !more {
			return "an unknown place"
		}
	}
}

// ourModule is what the names of our functions begin with.
const ourModule = "github.com/tidywiki/tidywiki/"

// failed is the page of a source that could not be converted: a row in pages, and the
// finding that says why.
func failed(src *source.Source, f *fault) *partfile.Page {
	title := src.Title
	format := src.Format
	if format == "" {
		format = "unknown"
	}
	lead := &document.Section{Parent: -1, Level: 1, Line: 1, Title: document.Text{Plain: title}}
	doc := &document.Document{Source: src, Format: format, Title: title, Sections: []*document.Section{lead},
		Notes: []source.Note{{Severity: source.Error, Code: f.Code, Where: "page", Message: f.Error()}}}
	d, err := tidy.Outline{}.Apply(context.Background(), tidy.NewPage(doc))
	if err != nil {
		panic(err) // an empty document has nothing that can fail
	}
	p := newPage(src, d.Complete())
	p.Failure = f.Error()
	return p
}

package convert

import (
	"cmp"
	"context"
	"runtime"
	"strings"
	"time"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform/page"
	"github.com/tidywiki/tidywiki/transform/tidy"
)

// Limits are what one page may take. The zero value has the defaults.
type Limits struct {
	// PageBytes is the size of a page, DefaultPageBytes if 0.
	PageBytes int64
	// PageTime is how long a page may take, checked between the steps; no limit if
	// 0. With one, what comes out depends on the machine.
	PageTime time.Duration
}

// DefaultPageBytes is the default of [Limits].
const DefaultPageBytes = 64 << 20

// A PageError is why a page could not be converted.
type PageError struct {
	Code string // of the finding, as in docs/findings.md
	Err  error
}

func (e *PageError) Error() string { return e.Err.Error() }

// Unwrap returns the cause.
func (e *PageError) Unwrap() error { return e.Err }

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

// Failed returns the page of a source that could not be converted: a row in pages,
// and a note with the reason.
func Failed(src *source.Source, reason *PageError) *page.Page {
	format := src.Format
	format = cmp.Or(format, "unknown")
	lead := &document.Section{Parent: -1, Level: 1, Line: 1, Title: document.Text{Plain: src.Title}}
	doc := &document.Document{Source: src, Format: format, Title: src.Title, Sections: []*document.Section{lead},
		Notes: []source.Note{{Severity: source.Error, Code: reason.Code, Where: "page", Message: reason.Error()}}}
	p, err := tidy.Outline{}.Apply(context.Background(), tidy.NewPage(doc))
	if err != nil {
		panic(err) // an empty document has nothing that can fail
	}
	return p.Complete()
}

package html

import (
	"context"
	"strings"
	"sync"

	"github.com/tidywiki/tidywiki/extract"
	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/language"
	"github.com/tidywiki/tidywiki/extract/source"
)

// Options change how pages are read. There are none yet; the zero value is right.
type Options struct{}

// A Parser reads HTML. It is safe for concurrent use.
type Parser struct{}

var _ extract.Extractor = (*Parser)(nil)

// New returns a parser.
func New(Options) *Parser { return &Parser{} }

// Extract reads a page. Its only error is that of ctx.
func (*Parser) Extract(ctx context.Context, src *source.Source) (*document.Document, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	var notes source.Notes
	text := decode(src.Text(), &notes)
	if strings.IndexByte(text, '\r') >= 0 {
		text = lineEnds.Replace(text)
	}
	p := parsers.Get().(*parser)
	defer parsers.Put(p)
	doc := &document.Document{}
	for _, root := range roots(text) {
		*doc = document.Document{Source: src, Format: "html", Title: collapsed(src.Title)}
		if p.read(doc, text, root) {
			break
		}
	}
	for _, n := range p.notes.Sorted() {
		notes.Add(n)
	}
	doc.Lines = source.NewLines(text).Count(text)
	doc.Meta = head(text)
	language.Settle(&doc.Meta, src, doc.Sample)
	doc.Notes = notes.Sorted()
	return doc, nil
}

// parsers recycles page parsers so that their buffers are reused. The pool soon drops
// idle ones, and with them the page they read last.
var parsers = sync.Pool{New: func() any { return &parser{} }}

// lineEnds are those of other systems. The number of lines stays.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

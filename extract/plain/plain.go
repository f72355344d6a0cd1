package plain

import (
	"context"

	"github.com/tidywiki/tidywiki/extract"
	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
)

// Options are the limits of a Parser. The zero value has the defaults.
type Options struct {
	// MaxDepth is how deep list items may nest, 32 if 0. A deeper item is kept at
	// that depth, with a note list_depth.
	MaxDepth int
	// MaxNotes is how many notes of one code a page may have, 1000 if 0. One more
	// then counts those left out, so that a page of bytes that are not text at all
	// does not make more notes than text.
	MaxNotes int
}

// A Parser reads the plain dialect. It is safe for concurrent use.
type Parser struct{ opt Options }

var _ extract.Extractor = (*Parser)(nil)

// New returns a Parser.
func New(opt Options) *Parser {
	if opt.MaxDepth <= 0 {
		opt.MaxDepth = 32
	}
	return &Parser{opt}
}

// Extract parses the page in time linear in its size. The only error is that
// of ctx. Where the page had to be decoded, the strings of the document share
// memory of their own instead of that of src.Data.
func (x *Parser) Extract(ctx context.Context, src *source.Source) (*document.Document, error) {
	p := newPage(src, x.opt)
	for {
		if p.rest.num%1024 == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
		}
		l, ok := p.rest.next()
		if !ok {
			return p.finish(), nil
		}
		p.take(l)
	}
}

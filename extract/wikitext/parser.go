package wikitext

import (
	"context"
	"os"
	"path"
	"strings"
	"sync"

	"github.com/tidywiki/tidywiki/extract"
	"github.com/tidywiki/tidywiki/extract/charset"
	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/internal/outline"
	"github.com/tidywiki/tidywiki/extract/language"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/extract/wikitext/preprocess"
)

// Options change how pages are read. The zero value is right for pages without
// their templates.
type Options struct {
	// Templates has the wikitext of templates; nil for none.
	Templates preprocess.Templates
}

// LoadTemplates reads the texts of templates from the files of a folder, each named
// as its template is (see [preprocess.LoadFolder]).
func LoadTemplates(dir string) (preprocess.Folder, error) {
	return preprocess.LoadFolder(os.DirFS(dir))
}

// A Parser reads MediaWiki markup. It is safe for concurrent use.
type Parser struct{ opt Options }

var _ extract.Extractor = (*Parser)(nil)

// New returns a parser.
func New(opt Options) *Parser { return &Parser{opt} }

// Extract reads a page. Its only error is that of ctx.
func (w *Parser) Extract(ctx context.Context, src *source.Source) (*document.Document, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	var notes source.Notes
	text := charset.Decode(src.Text(), &notes)
	if strings.IndexByte(text, '\r') >= 0 {
		text = lineEnds.Replace(text)
	}
	doc := &document.Document{Source: src, Format: "wikitext", Title: collapsed(src.Title)}
	language.Settle(&doc.Meta, src, func() string { return text })
	doc.Sections = []*document.Section{{Parent: -1, Level: 1, Title: document.Text{Plain: doc.Title}, Line: 1}}
	p := parsers.Get().(*pageParser)
	lines := source.NewLines(text)
	preprocess.Run(&p.pre, text, lines, preprocess.Options{Title: pageName(src), Language: doc.Meta.Language, Templates: w.opt.Templates}, &notes)
	p.begin(doc, lines, &notes)
	doc.Lines = lines.Count(text)
	start := 0
	doc.Redirect, start = preprocess.Redirect(p.text)
	p.read(start)
	p.displayTitle()
	p.calls()
	p.uncited()
	doc.Notes = notes.Sorted()
	parsers.Put(p)
	return doc, nil
}

// parsers recycles page parsers so that their buffers are reused. The pool soon drops
// idle ones, and with them the page they read last.
var parsers = sync.Pool{New: func() any { return &pageParser{} }}

// pageName is the title of a page, or what the name of its file says.
func pageName(src *source.Source) string {
	if src.Title != "" {
		return src.Title
	}
	base := path.Base(src.Name)
	return strings.TrimSpace(strings.ReplaceAll(strings.TrimSuffix(base, path.Ext(base)), "_", " "))
}

// lineEnds are those of other systems than the wiki's. The number of lines stays.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// displayTitle takes the title that the page gives itself with {{DISPLAYTITLE:}},
// if no other source has one, or if it only differs in spelling, as MediaWiki requires:
// "eBay" for "EBay".
func (p *pageParser) displayTitle() {
	if p.pre.DisplayTitle == "" {
		return
	}
	text, _ := p.renderLines(p.pre.DisplayTitle, false, showSigns)
	if text.Plain != "" && (p.doc.Title == "" || outline.SameTitle(p.doc.Title, text.Plain)) {
		p.doc.Title = text.Plain
		p.doc.Sections[0].Title = document.Text{Plain: text.Plain}
	}
}

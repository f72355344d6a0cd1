package wikitext

import (
	"context"
	"strings"

	"github.com/tidywiki/tidywiki/extract"
	"github.com/tidywiki/tidywiki/extract/charset"
	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/extract/wikitext/preprocess"
)

// Options change how pages are read. The zero value is right for pages without
// their templates.
type Options struct {
	// Templates has the wikitext of templates; nil for none.
	Templates preprocess.Templates
}

// A Parser reads MediaWiki markup. It is safe for concurrent use.
type Parser struct{ opt Options }

var _ extract.Extractor = (*Parser)(nil)

// New returns a parser.
func New(opt Options) *Parser { return &Parser{opt} }

// Extract reads a page. It never fails but for a ctx that is done.
func (w *Parser) Extract(ctx context.Context, src *source.Source) (*document.Document, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	var notes source.Notes
	text := charset.Decode(src.Text(), &notes)
	if strings.IndexByte(text, '\r') >= 0 {
		text = lineEnds.Replace(text)
	}
	pre := preprocess.Run(text, preprocess.Options{Title: src.Title, Templates: w.opt.Templates}, &notes)
	doc := &document.Document{Source: src, Format: "wikitext", Title: src.Title}
	doc.Sections = []*document.Section{{Parent: -1, Level: 1, Title: document.Text{Plain: src.Title}, Line: 1}}
	lines := source.NewLines(text)
	doc.Lines = lines.Count(text)
	p := &pageParser{doc: doc, pre: pre, text: pre.Text, lines: lines}
	p.tree.p, p.inl.p = p, p
	p.flow = flow{p: p, section: doc.Sections[0]}
	if target, ok := redirect(pre.Text); ok {
		doc.Redirect = target
	}
	p.read()
	doc.Notes = notes.Sorted()
	return doc, nil
}

// lineEnds are those of other systems than the wiki's. The number of lines stays.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// redirect reads the target of a page that only points to another.
func redirect(text string) (string, bool) {
	text = strings.TrimLeft(text, " \t\r\n")
	if !strings.HasPrefix(text, "#") {
		return "", false
	}
	line, _, _ := strings.Cut(text, "\n")
	i := strings.Index(line, "[[")
	if i < 0 {
		return "", false
	}
	word := strings.ToLower(strings.TrimRight(line[1:i], " \t:"))
	if !redirectWords[word] {
		return "", false
	}
	end := strings.Index(line[i:], "]]")
	if end < 0 {
		return "", false
	}
	target, _, _ := strings.Cut(line[i+2:i+end], "|")
	return strings.TrimSpace(target), true
}

// redirectWords are the words behind # in the languages of wikis.
var redirectWords = map[string]bool{"redirect": true, "weiterleitung": true, "redirection": true, "redirección": true,
	"redireccion": true, "redirecionamento": true, "rinvia": true, "rinvio": true, "doorverwijzing": true, "patrz": true,
	"przekieruj": true, "перенаправление": true, "перенапр": true, "перенаправлення": true, "転送": true, "リダイレクト": true,
	"重定向": true, "넘겨주기": true, "omdirigering": true, "ohjaus": true, "přesměruj": true, "yönlendirme": true,
	"تحويل": true, "הפניה": true, "ανακατευθυνση": true, "đổi": true}

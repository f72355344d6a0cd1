package preprocess

import (
	"fmt"

	"github.com/tidywiki/tidywiki/extract/source"
)

// Templates finds the wikitext of templates.
type Templates interface {
	// Lookup returns the wikitext of the template page of that name, without the
	// namespace, the first letter in upper case, no underscores.
	Lookup(name string) (text string, ok bool)
}

// Options change how a page is read.
type Options struct {
	// Title is the page's, for the magic words that name it.
	Title string
	// Templates are asked before the templates that are built in; nil for none.
	Templates Templates
}

// The limits of a page, much like MediaWiki's own. A page that reaches one goes on
// with the template as text, and a note says so.
const (
	maxDepth      = 40
	maxExpansions = 100_000
	maxExpanded   = 8 << 20 // bytes that templates may add to a page
)

// Run preprocesses the wikitext of a page. It never fails: what does not hold
// together stays text. The result shares the memory of text.
func Run(text string, opt Options) *Result {
	r := &Result{Text: text}
	if !needed(text) {
		return r
	}
	e := &expander{result: r, opt: opt, page: text}
	nodes := scan(text, false)
	if len(nodes) == 0 {
		return r
	}
	out := &output{buf: make([]byte, 0, len(text)), track: true}
	e.expand(out, text, nodes, 0, len(text), nil)
	r.Text, r.Origins = string(out.buf), out.origins
	e.report()
	return r
}

// An expander works on one page.
type expander struct {
	result     *Result
	opt        Options
	page       string
	at         source.Span // of the outermost construct in work
	depth      int
	expansions int
	expanded   int
	limited    bool
	unknown    []unknown
	known      map[string]bool // names in unknown
	parsed     map[string]*parsedTemplate
}

// unknown is a template that could not be expanded.
type unknown struct {
	name string
	at   int
}

type parsedTemplate struct {
	text  string
	nodes []node
}

// report turns what was met on the way into notes.
func (e *expander) report() {
	lines := source.NewLines(e.page)
	for _, u := range e.unknown {
		e.result.Notes = append(e.result.Notes, source.Note{Severity: source.Info, Code: "unknown_template",
			Where: "page", Line: lines.Line(u.at), Field: u.name, Observed: "{{" + u.name + "}}",
			Message: fmt.Sprintf("template %s is not known: its unnamed arguments are kept as text", u.name)})
	}
	if e.limited {
		e.result.Notes = append(e.result.Notes, source.Note{Severity: source.Warning, Code: "expansion_limit",
			Where: "page", Message: "templates nest too deep or expand to too much: those beyond the limit are kept as text"})
	}
}

// An output collects text, and where it comes from.
type output struct {
	buf     []byte
	origins []Origin
	track   bool
	next    int // the byte of the page that text copied now would continue
}

// copy adds text that stands at place in the page.
func (o *output) copy(s string, place int) {
	if s == "" {
		return
	}
	if o.track && place != o.next {
		o.mark(Origin{At: len(o.buf), Source: place})
	}
	o.buf = append(o.buf, s...)
	o.next = place + len(s)
}

// begin says that what comes now stands for the construct at place; end that the
// page goes on after it.
func (o *output) begin(place int) {
	if o.track {
		o.mark(Origin{At: len(o.buf), Source: place, Expanded: true})
		o.next = -1
	}
}

func (o *output) mark(origin Origin) {
	if n := len(o.origins); n > 0 && o.origins[n-1].At == origin.At {
		o.origins[n-1] = origin
		return
	}
	o.origins = append(o.origins, origin)
}

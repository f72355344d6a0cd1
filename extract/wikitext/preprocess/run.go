package preprocess

import (
	"sync"

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
	// Language is the BCP 47 tag of the page's language, or empty.
	Language string
	// Templates are asked before the templates that are built in; nil for none.
	Templates Templates
}

// The limits of a page, much like MediaWiki's own. A page that reaches one goes on
// with the template as text, and a note says so.
const (
	maxDepth      = 100
	maxExpansions = 500_000
	// Templates may write maxExpanded bytes and maxGrowth for each byte of the page.
	maxExpanded = 4 << 20
	maxGrowth   = 16
)

// Run preprocesses the wikitext of a page into r, whose memory from another page it
// uses again. It never fails: what does not hold together stays text. The result
// shares the memory of text. Run takes time linear in the size of the page and of
// what its templates expand to, which is limited. lines are those of text.
func Run(r *Result, text string, lines source.Lines, opt Options, notes *source.Notes) {
	*r = Result{Text: text, Origins: r.Origins[:0], Strips: r.Strips[:0], Calls: r.Calls[:0], args: r.args[:0]}
	if !needed(text) {
		return
	}
	e := expanders.Get().(*expander)
	defer e.release()
	e.begin(r, text, opt)
	nodes := e.memory.scan(text, false)
	if len(nodes) == 0 {
		return
	}
	out := &output{buf: make([]byte, 0, len(text)+len(text)/16), origins: r.Origins, track: true}
	e.expand(out, text, nodes, 0, len(text), nil)
	r.Text, r.Origins = stringOf(out.buf), out.origins
	r.orderCalls()
	e.report(lines, notes)
}

// maxPooled is how many names and nodes an expander may keep for the next page.
const maxPooled = 1 << 14

// expanders are those not at work, for their memory.
var expanders = sync.Pool{New: func() any { return &expander{targets: map[string]*target{}} }}

// An expander works on one page.
type expander struct {
	memory
	result     *Result
	opt        Options
	page       string
	at         source.Span // of the outermost construct in work
	depth      int
	expansions int
	expanded   int // bytes that templates have written
	limited    bool
	limitedAt  int
	unknown    []unknown
	known      map[string]int // the places of names in unknown
	user       map[string]*parsedTemplate

	targets map[string]*target
	outputs []*output // not in use
	calls   []*call   // those in work, then those that can be used again
	working int       // number of calls in work
	// belowTop reports that the page's text has begun; topEnd is how far it is known.
	belowTop bool
	topEnd   int
	made     madeTable  // the last table of rows
	tables   openTables // of the page
	args     []frameArg
	kept     []byte // strings that outlive the page's expansion are parts of it
}

func (e *expander) begin(r *Result, page string, opt Options) {
	e.result, e.page, e.opt = r, page, opt
	e.depth, e.expansions, e.expanded, e.limited, e.working = 0, 0, 0, false, 0
	e.belowTop, e.topEnd, e.made, e.tables = false, 0, madeTable{}, openTables{}
}

// release gives the expander back without anything of the page.
func (e *expander) release() {
	e.result, e.page, e.opt, e.user, e.kept = nil, "", Options{}, nil, nil
	e.unknown = e.unknown[:0]
	clear(e.known)
	if cap(e.nodes) > maxPooled {
		e.memory = memory{}
	}
	e.nodes, e.parts = e.nodes[:0], e.parts[:0]
	clear(e.args[:cap(e.args)])
	e.args = e.args[:0]
	for _, c := range e.calls {
		*c = call{}
	}
	if len(e.targets) > maxPooled {
		e.targets = map[string]*target{}
	}
	expanders.Put(e)
}

// limit notes that a limit was reached.
func (e *expander) limit() {
	if !e.limited {
		e.limited, e.limitedAt = true, e.at.Start
	}
}

// exhausted reports whether templates have written all that a page may have.
func (e *expander) exhausted() bool {
	return e.expansions >= maxExpansions || e.expanded >= maxExpanded+maxGrowth*len(e.page)
}

// report turns what was met on the way into notes.
func (e *expander) report(lines source.Lines, notes *source.Notes) {
	for i := range e.unknown {
		e.unknown[i].report(lines, notes)
	}
	if e.limited {
		notes.Add(source.Note{Severity: source.Warning, Code: "expansion_limit", Where: "page", Line: lines.Line(e.limitedAt),
			Message: "templates nest too deep or expand to too much: those beyond the limit are kept as text"})
	}
}

package html

import "github.com/tidywiki/tidywiki/extract/document"

// A stack holds the open elements other than those of tables, which the builder of tables knows.
type stack struct {
	open []element
	// count is how many elements of a kind are open.
	count [tagKinds]int
}

// An element is one whose end tag has not come.
type element struct {
	info *tagInfo // nil for a name that no rule is about
	name string   // as written, where info is nil
	does effects
	// saved is where the element begins in the text with the number text.
	saved, text int
	// target and linked are what a link points to.
	target string
	linked document.LinkKind
}

// effects are what an element does while it is open.
type effects uint32

const (
	drops    effects = 1 << iota // its content is left out
	captures                     // its content is collected apart
	article                      // it is the article
	links
	shifts // sup and sub
	keeps  // line ends count
	inBox  // tables in it are infoboxes
	lists  // it is a list outside of tables
	items  // it is an item of such a list
	titles // it is a heading outside of tables
	lines  // it begins and ends lines
	categories
	references
	figures  // it is a picture with its caption
	unframed // the caption of the picture is not seen
	bold     // it makes the text bold from its beginning on
	numbers  // it is a link that shows its number if it has no text
	cites    // it is a citation
	accessed // it says when the source of a citation was read
	apart    // its text is what a capture collects
)

func (e *element) kind() kind {
	if e.info == nil {
		return tagOther
	}
	return e.info.kind
}

func (e *element) special() bool { return e.info != nil && e.info.special }

// begin is where in a text that is being written the element begins.
func (e *element) begin(w *writing) int {
	if e.text == w.number {
		return e.saved
	}
	return 0 // the text it began in is finished
}

// is reports whether an end tag has the element's name.
func (e *element) is(t *token) bool {
	if e.info != nil || t.info != nil {
		return e.info == t.info
	}
	return equalFold(e.name, t.name)
}

// maxDepth is how many elements may be open; browsers have a limit, too. Those
// beyond it do nothing.
const maxDepth = 512

// push opens an element.
func (p *parser) push(e element) {
	if len(p.stack.open) >= maxDepth {
		p.undo(&e)
		return
	}
	p.stack.open = append(p.stack.open, e)
	p.stack.count[e.kind()]++
}

// popTo closes all elements above the first n.
func (p *parser) popTo(n int) {
	for len(p.stack.open) > n {
		last := len(p.stack.open) - 1
		e := p.stack.open[last]
		p.stack.open = p.stack.open[:last]
		p.stack.count[e.kind()]--
		p.undo(&e)
	}
}

// base is the number of elements around the innermost table: no end tag reaches them.
func (p *parser) base() int {
	if t := p.tables.Top(); t != nil {
		return t.Content.base
	}
	return 0
}

// closeParagraph closes the paragraph that is open, as a block does that begins.
func (p *parser) closeParagraph() {
	if p.stack.count[tagParagraph] == 0 {
		return
	}
	base := p.base()
	for i := len(p.stack.open) - 1; i >= base; i-- {
		switch p.stack.open[i].kind() {
		case tagParagraph:
			p.popTo(i)
			return
		case tagTable: // one that is left out
			return
		}
	}
}

// closeItem closes the list item that is open, if the one that begins follows it.
func (p *parser) closeItem(k kind) {
	if p.stack.count[k] == 0 {
		return
	}
	base := p.base()
	for i := len(p.stack.open) - 1; i >= base; i-- {
		e := &p.stack.open[i]
		switch {
		case e.kind() == k:
			p.popTo(i)
			return
		case e.special() && e.kind() != tagParagraph && !(e.kind() == tagBlock && (e.info.name == "div" || e.info.name == "address")):
			return
		}
	}
}

// close finds the element that an end tag closes, and closes it and all inside it.
// One of a block reaches over others; one of running text stops at a block, unless
// it is one that the standard lets reach over them, whose effect then ends.
func (p *parser) close(t *token) {
	if p.stack.count[t.kind()] == 0 {
		return
	}
	base := p.base()
	wide := t.info != nil && t.info.special
	for i := len(p.stack.open) - 1; i >= base; i-- {
		e := &p.stack.open[i]
		if e.is(t) || e.kind() == tagHeading && t.kind() == tagHeading {
			p.popTo(i)
			return
		}
		switch {
		case e.kind() == tagTable:
			return
		case t.kind() == tagItem && e.kind() == tagList:
			return
		case !wide && e.special():
			p.endEffect(t, i, base)
			return
		}
	}
}

// endEffect ends what a link does that a block inside it outlives.
func (p *parser) endEffect(t *token, i, base int) {
	if t.kind() != tagLink {
		return
	}
	for ; i >= base; i-- {
		if e := &p.stack.open[i]; e.is(t) {
			p.undo(e)
			e.does = 0
			return
		}
	}
}

func equalFold(a, b string) bool { return len(a) == len(b) && lowered(a) == lowered(b) }

package html

import (
	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/internal/outline"
	"github.com/tidywiki/tidywiki/extract/source"
)

// A flow is the page outside of its tables: headings, paragraphs and lists.
type flow struct {
	p       *parser
	section *document.Section
	outline outline.Outline
	// body is the paragraph, item or heading being read, line where its text begins.
	body    writing
	line    int
	heading int // the level of the heading being read, or 0
	figures int // how many figures are open: their captions go with their pictures
	// lists are those that are open, the outermost first.
	lists []openList
	// list is the list of the document that is being made, items what it has so far.
	list  *document.List
	items []document.Item
}

// An openList is a list whose end tag has not come.
type openList struct {
	mark byte // *, # or :
	item byte // the mark of the item that is open in it, or 0
}

func (f *flow) begin(p *parser) {
	f.body.reset()
	*f = flow{p: p, section: p.doc.Sections[0], body: f.body, lists: f.lists[:0], items: f.items[:0]}
}

// textAt records that the text being read begins at off.
func (f *flow) textAt(off int) { f.line = f.p.Line(off) }

// edge is the edge of a block: the paragraph ends there, and in an item or heading
// a line.
func (f *flow) edge() {
	if f.heading > 0 || f.figures > 0 || f.inItem() {
		f.body.NewLine()
		return
	}
	f.flush()
}

func (f *flow) inItem() bool {
	n := len(f.lists)
	return n > 0 && f.lists[n-1].item != 0
}

// flush makes a block of the text that was read.
func (f *flow) flush() {
	if f.body.Empty() {
		f.body.reset()
		return
	}
	text := f.p.take(&f.body)
	switch {
	case text.Plain == "":
		f.noteUnseen(text)
	case f.inItem():
		f.addItem(text)
	default:
		f.endList()
		par := f.p.mem.Paragraphs.One(document.Paragraph{Text: text, Line: f.line})
		f.section.Blocks = append(f.section.Blocks, par)
	}
}

// noteUnseen notes references and hidden text without a text to read beside them:
// they are in no table.
func (f *flow) noteUnseen(text document.Text) {
	for _, note := range text.Notes() {
		f.p.notes.Add(source.Note{Severity: source.Info, Code: "unseen_text", Where: "paragraph", Line: f.p.Line(f.p.at),
			Observed: note, Message: "a reference or hidden text is alone where a reader sees nothing; it is in no table"})
	}
}

// add ends what is open and adds a block.
func (f *flow) add(b document.Block) {
	f.flush()
	f.endList()
	f.section.Blocks = append(f.section.Blocks, b)
}

// open opens the list, item or heading that e is.
func (f *flow) open(t *token, k kind, e *element) {
	if f.heading > 0 {
		return
	}
	switch k {
	case tagHeading:
		if len(f.lists) == 0 {
			f.flush()
			f.heading, e.does = int(t.info.name[1]-'0'), e.does|titles
			f.line = f.p.Line(f.p.at)
		}
	case tagList:
		f.flush()
		if len(f.lists) < maxItemDepth {
			f.lists = append(f.lists, openList{mark: listMark(t.info.name)})
			e.does |= lists
			return
		}
		f.noteDepth()
	default:
		f.flush()
		if len(f.lists) == 0 { // a browser shows it as an item, too
			f.lists = append(f.lists, openList{mark: listMark(t.info.name)})
			e.does |= lists
		}
		f.lists[len(f.lists)-1].item = itemMark(t.info.name, f.lists[len(f.lists)-1].mark)
		e.does |= items
	}
}

// maxItemDepth is how deep list items may nest. A deeper one is kept at that depth,
// with a note.
const maxItemDepth = 32

func (f *flow) noteDepth() {
	f.p.notes.Add(source.Note{Severity: source.Warning, Code: "list_depth", Where: "item", Line: f.p.Line(f.p.at),
		Expected: "32", Message: "the list is nested too deep; its items are kept at the limit"})
}

func listMark(name string) byte {
	switch name {
	case "ol":
		return '#'
	case "dl", "dd", "dt":
		return ':'
	}
	return '*'
}

func itemMark(name string, list byte) byte {
	switch name {
	case "dt":
		return ';'
	case "dd":
		return ':'
	}
	return list
}

// closeList closes the innermost list.
func (f *flow) closeList() {
	f.leaveList()
	if len(f.lists) == 0 {
		f.endList()
	}
}

// leaveList closes the innermost list, which another may continue: it is that of an
// item without one.
func (f *flow) leaveList() {
	f.flush()
	if n := len(f.lists); n > 0 {
		f.lists = f.lists[:n-1]
	}
}

// closeItem closes the item that is open in the innermost list.
func (f *flow) closeItem() {
	f.flush()
	if n := len(f.lists); n > 0 {
		f.lists[n-1].item = 0
	}
}

// addItem adds an item to the list that is being made. Its marker is what it would be
// in wiki markup.
func (f *flow) addItem(text document.Text) {
	if f.list == nil {
		f.list = f.p.mem.Lists.One(document.List{Line: f.line})
		f.section.Blocks = append(f.section.Blocks, f.list)
	}
	f.items = append(f.items, document.Item{Depth: len(f.lists), Marker: f.marker(), Text: text, Line: f.line})
}

func (f *flow) marker() string {
	n := len(f.lists)
	if n == 1 {
		return oneMark[f.lists[0].item]
	}
	var b [maxItemDepth + 1]byte
	for i := range f.lists {
		b[i] = f.lists[i].mark
	}
	b[n-1] = f.lists[n-1].item
	return string(b[:n])
}

// oneMark has the markers of one byte, as they are those of most items.
var oneMark = [256]string{'*': "*", '#': "#", ':': ":", ';': ";"}

// endList gives the list that is being made its items.
func (f *flow) endList() {
	if f.list != nil {
		f.list.Items = f.p.mem.Items.Keep(f.items)
		f.list, f.items = nil, f.items[:0]
	}
}

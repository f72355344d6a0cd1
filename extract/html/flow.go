package html

import (
	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/internal/outline"
	"github.com/tidywiki/tidywiki/extract/source"
)

// A flow is the page outside of its tables: headings, paragraphs and lists.
type flow struct {
	p *parser
	outline.Outline
	// body is the paragraph, item or heading being read, line where its text begins.
	body    writing
	line    int
	heading int // the level of the heading being read, or 0
	figures int // how many figures are open: their captions go with their pictures
	// lists are those that are open, the outermost first.
	lists []openList
}

// An openList is a list whose end tag has not come.
type openList struct {
	mark byte // *, # or :
	item byte // the mark of the item that is open in it, or 0
}

func (f *flow) begin(p *parser) {
	f.body.reset()
	*f = flow{p: p, Outline: f.Outline, body: f.body, lists: f.lists[:0]}
	f.Begin(p.doc, &p.mem, &p.notes)
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
		f.NoteUnseen(text, f.p.Line(f.p.at))
	case f.inItem():
		f.AddItem(document.Item{Depth: len(f.lists), Marker: f.marker(), Text: text, Line: f.line})
	default:
		f.AddParagraph(text, f.line)
	}
}

// add ends what is open and adds a block.
func (f *flow) add(b document.Block) {
	f.flush()
	f.Add(b)
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
		if len(f.lists) < outline.MaxItemDepth {
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
		f.EndList()
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

// marker is what the marker of the open item would be in wiki markup.
func (f *flow) marker() string {
	n := len(f.lists)
	if n == 1 {
		return oneMark[f.lists[0].item]
	}
	var b [outline.MaxItemDepth + 1]byte
	for i := range f.lists {
		b[i] = f.lists[i].mark
	}
	b[n-1] = f.lists[n-1].item
	return string(b[:n])
}

// oneMark has the markers of one byte, as they are those of most items.
var oneMark = [256]string{'*': "*", '#': "#", ':': ":", ';': ";"}

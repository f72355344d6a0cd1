// Package outline builds the sections of a document and the blocks in them. Levels may be
// left out:
//
//	== Rivers ==     section 1, below the lead, which is section 0
//	==== Rhine ====  section 2, below 1
//	=== Lakes ===    section 3, below 1
//	= Notes =        section 4, below the lead, and of level 2: only the title has 1
//
// Items that follow one another are one list; any other block ends it.
package outline

import (
	"strings"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/internal/memory"
	"github.com/tidywiki/tidywiki/extract/source"
)

// maxLevel is the deepest level of a heading.
const maxLevel = 6

// MaxItemDepth is how deep list items may nest. Parsers keep a deeper one at that depth,
// with a note list_depth.
const MaxItemDepth = 32

// An Outline adds sections and blocks to a document. Its zero value is ready for Begin.
type Outline struct {
	// Section is the one that is open.
	Section *document.Section

	doc   *document.Document
	mem   *memory.Document
	notes *source.Notes
	// path has, for each level, the index of the section that is open there.
	path [maxLevel + 1]int
	// list is the open list, items are those it has so far.
	list  *document.List
	items []document.Item
}

// Begin makes the outline ready for a document that has its lead, section 0, and nothing
// else yet.
func (o *Outline) Begin(doc *document.Document, mem *memory.Document, notes *source.Notes) {
	*o = Outline{Section: doc.Sections[0], doc: doc, mem: mem, notes: notes, items: o.items[:0]}
}

// Open adds and opens the section that a heading of level 1 to 6 begins. It closes those
// of the same level and below.
func (o *Outline) Open(level int, title document.Text, line int) {
	parent := 0
	for l := level - 1; l >= 1; l-- {
		if o.path[l] > 0 {
			parent = o.path[l]
			break
		}
	}
	s := o.mem.Sections.One(document.Section{Index: len(o.doc.Sections), Parent: parent, Level: max(level, 2), Title: title, Line: line})
	o.doc.Sections = append(o.doc.Sections, s)
	o.path[level] = s.Index
	clear(o.path[level+1:])
	o.Section = s
}

// Add ends the open list and adds blocks. No blocks end nothing.
func (o *Outline) Add(blocks ...document.Block) {
	if len(blocks) > 0 {
		o.EndList()
		o.Section.Blocks = append(o.Section.Blocks, blocks...)
	}
}

// AddParagraph ends the open list and adds a paragraph. One without a text to read is
// left out, with a note for each of its references and hidden texts.
func (o *Outline) AddParagraph(text document.Text, line int) {
	if text.Plain == "" {
		o.NoteUnseen(text, line)
		return
	}
	o.EndList()
	o.Section.Blocks = append(o.Section.Blocks, o.mem.Paragraphs.One(document.Paragraph{Text: text, Line: line}))
}

// AddItem adds an item to the open list, or to a new one.
func (o *Outline) AddItem(item document.Item) {
	if o.list == nil {
		o.list = o.mem.Lists.One(document.List{Line: item.Line})
		o.Section.Blocks = append(o.Section.Blocks, o.list)
	}
	o.items = append(o.items, item)
}

// EndList ends the open list, if there is one.
func (o *Outline) EndList() {
	if o.list != nil {
		o.list.Items = o.mem.Items.Keep(o.items)
		o.list, o.items = nil, o.items[:0]
	}
}

// NoteUnseen notes the references and hidden texts of a text that is left out, and keeps
// the pictures in it.
func (o *Outline) NoteUnseen(text document.Text, line int) {
	if text.Aside == nil {
		return
	}
	for _, name := range text.Aside.Images {
		o.doc.Links = append(o.doc.Links, document.LooseLink{Link: document.Link{Target: name, Kind: document.FileLink}, Text: name, Line: line})
	}
	for _, note := range text.Notes() {
		o.notes.Add(source.Note{Severity: source.Info, Code: "unseen_text", Where: "paragraph", Line: line,
			Observed: note, Message: "a reference or hidden text is alone where a reader sees nothing: hidden text is in no table, a reference in references"})
	}
}

// SameTitle reports whether two titles name the same page, but for the case of letters.
func SameTitle(a, b string) bool {
	return strings.EqualFold(strings.ReplaceAll(a, "_", " "), strings.ReplaceAll(b, "_", " "))
}

// OnlyBoxes reports whether a section has no more than infoboxes yet, which may be
// above the title of a page.
func OnlyBoxes(s *document.Section) bool {
	for _, b := range s.Blocks {
		if _, box := b.(*document.Infobox); !box {
			return false
		}
	}
	return true
}

// Package outline puts the sections of a page below one another. Levels may be left out:
//
//	== Rivers ==     section 1, below the lead, which is section 0
//	==== Rhine ====  section 2, below 1
//	=== Lakes ===    section 3, below 1
//	= Notes =        section 4, below the lead, and of level 2: only the title has 1
package outline

import (
	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/internal/memory"
)

// MaxLevel is the deepest level of a heading.
const MaxLevel = 6

// An Outline is the sections of a document that are open. The zero Outline is that of a
// document that has its lead, section 0, and no other yet.
type Outline struct {
	// path has, for each level, the index of the section that is open there.
	path [MaxLevel + 1]int
}

// Open adds the section that a heading of level 1 to MaxLevel begins to the document, and
// returns it. It closes those of the same level and below.
func (o *Outline) Open(doc *document.Document, mem *memory.Document, level int, title document.Text, line int) *document.Section {
	parent := 0
	for l := level - 1; l >= 1; l-- {
		if o.path[l] > 0 {
			parent = o.path[l]
			break
		}
	}
	s := mem.Sections.One(document.Section{Index: len(doc.Sections), Parent: parent, Level: max(level, 2), Title: title, Line: line})
	doc.Sections = append(doc.Sections, s)
	o.path[level] = s.Index
	clear(o.path[level+1:])
	return s
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

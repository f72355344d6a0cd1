// Package document is what an extractor found on a page: sections, paragraphs,
// lists, tables and infoboxes in reading order, each with its line. It has what
// was written, not what it means: "2,952" is text here, and a table's rows are
// as ragged as on the page.
//
//	= Rivers =                    Document{Title: "Rivers", Sections: {
//	The Rhine is long.              {Level: 1, Title: "Rivers", Line: 1, Blocks: {
//	== Lengths ==          ->           &Paragraph{"The Rhine is long.", Line: 2}}},
//	- Rhine: 1,233 km               {Level: 2, Title: "Lengths", Line: 3, Blocks: {
//	                                    &List{Items: {{Depth: 1, "Rhine: 1,233 km", Line: 4}}}}}}}
//
// All lines count from 1. Strings may share the memory of the page's source.
package document

import "github.com/tidywiki/tidywiki/extract/source"

// A Document is one page in reading order. It is complete when the extractor
// returns it and is not changed afterwards.
type Document struct {
	Source *source.Source
	// Format is the input format it was parsed as: plain, wikitext, html.
	Format string
	// Title is the page's title, or empty if neither the page nor its source has one.
	Title string
	Meta  Meta
	// Sections in reading order. Sections[0] is the lead and is always there;
	// its level is 1 and its title is the page's.
	Sections []*Section
	// Categories and Redirect are what the page says of itself, in order.
	Categories []string
	Redirect   string
	// Calls are the templates that the page calls, with their parameters, in the order
	// in which they begin: all but infoboxes, citations, and what only changes how text
	// looks.
	Calls []Call
	// References are the sources that the page cites, in the order in which they are
	// cited first; after them those that no text cites.
	References []Reference
	// Links are those that no text has: to the page's categories, to the page in other
	// languages, and to files that are shown without a text.
	Links []LooseLink
	// Lines is the number of lines of the source.
	Lines int
	// Notes are the doubts of the extractor, in the order of the page.
	Notes []source.Note
}

// A Call is a template that the page calls.
type Call struct {
	// Template is its name; "#invoke:x" for the module x.
	Template string
	// Parent is the place in Document.Calls of the call around it, -1 for none.
	Parent int
	// Section is the place in Document.Sections of the section it is in.
	Section int
	// Parameters are those that have a value, in order.
	Parameters []Parameter
	// Unknown reports that what the template shows is not known.
	Unknown bool
	Line    int
}

// A Parameter is an argument of a call. The key of one without a name is its number.
type Parameter struct {
	Key  string
	Text Text
	Line int
}

// A Section is a heading and the blocks up to the next heading of any level.
type Section struct {
	// Index is its place in Document.Sections, Parent that of the section it
	// belongs to, -1 for the lead.
	Index, Parent int
	// Level is 1 for the lead, 2 to 6 for the others.
	Level  int
	Title  Text
	Line   int // of the heading; 1 for a lead without one
	Blocks []Block
}

// A Block is a *[Paragraph], *[List], *[Table] or *[Infobox]. The set is sealed,
// so that a switch over it can be complete.
type Block interface{ block() }

func (*Paragraph) block() {}
func (*List) block()      {}
func (*Table) block()     {}
func (*Infobox) block()   {}

// A Paragraph is running text. Its lines are joined by one space.
type Paragraph struct {
	Text Text
	Line int
}

// A List is a run of list items without another block between them.
type List struct {
	Items []Item
	Line  int
}

// An Item is one entry of a list.
type Item struct {
	// Depth is 1 for the outermost level.
	Depth int
	// Marker is the markup that made it an item: "-", "*", "#", "1.", "**" ...
	Marker string
	Text   Text
	Line   int
}

// Walk calls visit for each block of the page in reading order with its
// section, nested tables and boxes after the table or box that holds them.
func (d *Document) Walk(visit func(*Section, Block)) {
	for _, s := range d.Sections {
		for _, b := range s.Blocks {
			walkBlock(s, b, visit)
		}
	}
}

func walkBlock(s *Section, b Block, visit func(*Section, Block)) {
	visit(s, b)
	switch b := b.(type) {
	case *Table:
		for _, n := range b.Nested {
			walkBlock(s, n, visit)
		}
	case *Infobox:
		for _, n := range b.Nested {
			walkBlock(s, n, visit)
		}
	}
}

// Package preprocess is the first half of reading wikitext, as in MediaWiki: it
// resolves what comes before the markup of lines (comments, tags whose content is
// not wikitext, inclusion tags, templates, parser functions, magic words) and
// leaves a text for the second half, which knows tables, lists and links.
//
//	| {{nts|1234567}} <!-- census --> || <nowiki>a|b</nowiki>
//	->
//	| ⟦1⟧1,234,567  || ⟦2⟧         Strips[1] a sort key "1234567", Strips[2] the text "a|b"
//
// ⟦n⟧ is a marker (see [Mark]): a place in the text at which something is
// kept aside. See https://www.mediawiki.org/wiki/Manual:Parser.php and
// https://www.mediawiki.org/wiki/Help:Templates.
package preprocess

import (
	"github.com/tidywiki/tidywiki/extract/internal/citation"
	"github.com/tidywiki/tidywiki/extract/source"
)

// A Result is a page after preprocessing.
type Result struct {
	// Text is what is left to parse. It shares the memory of the page where nothing
	// had to be taken out of it.
	Text string
	// Origins say where the parts of Text come from, ascending. Text before the
	// first one, or all of it if there is none, is at the same place in the page.
	Origins []Origin
	// Strips are the contents of the markers in Text.
	Strips []Strip
	// Calls are the templates that the page itself calls, in the order in which they
	// begin, but for infoboxes, citations and those that only change how text looks.
	Calls []Call
	// DisplayTitle is the wikitext of {{DISPLAYTITLE:}}, empty without it.
	DisplayTitle string

	args []Arg // memory of Calls
}

// An Origin maps Text from At on to the page's byte Source on. Where
// Expanded, all of the part (up to the next Origin) comes from one place of the
// page: the template or tag that made it.
type Origin struct {
	At, Source int
	Expanded   bool
}

// A Kind is the kind of a [Strip].
type Kind uint8

// The kinds of strips.
const (
	// Literal is text that is shown as it is: nowiki, and entities in it decoded.
	Literal Kind = iota
	// Block is literal text that is a block of its own: pre, syntaxhighlight,
	// source, poem, score ...
	Block
	// Math is the source of a formula, shown as such.
	Math
	// Ref is the wikitext of a reference. It is not shown where it stands.
	Ref
	// SortKey is the key a template or attribute gives its cell. It is not shown.
	SortKey
	// Box is an infobox: Box is set.
	Box
	// Gallery is the wikitext of the lines of a gallery.
	Gallery
	// Hidden is text that a reader does not see; it is kept as a note.
	Hidden
	// Icon is a picture: Text is what it means, Sign the character that shows it
	// beside other text.
	Icon
	// Cite is a citation that the text before the marker shows: Cited has what the
	// template says, Box its arguments, Text is what it shows.
	Cite
)

// A Strip is the content of a marker.
type Strip struct {
	Kind Kind
	// Tag is the name of the tag that held it, in lower case, or "".
	Tag string
	// Text is the content: literal for Literal, Block and Math, wikitext after
	// preprocessing for the others.
	Text string
	// Name and Group are those of a reference; a reference without content that
	// names another has Text "".
	Name, Group string
	Sign        string
	// Source is the span of the page that it comes from.
	Source source.Span
	Box    *Call
	Cited  *citation.Fields // wikitext
}

// A Call is a template with its arguments.
type Call struct {
	Name string // as written, white space collapsed; "#invoke:x" for the module x
	// Args are the arguments in order, those without a value left out.
	Args []Arg
	// Source is the span of the page that the call is written in.
	Source source.Span
	// Unknown reports that nothing is known of the template but its call.
	Unknown bool
}

// An Arg is one argument of a template.
type Arg struct {
	// Name is empty for a positional argument, which then counts in Index from 1.
	Name  string
	Index int
	// Value is wikitext after preprocessing, with markers into the same Strips,
	// white space at both ends removed.
	Value string
	// Source is the span of the page the argument is written in.
	Source source.Span
}

// The bytes that begin and end a marker. They never occur in a page's own text:
// control characters are replaced before preprocessing.
const (
	markBegin = '\x01'
	markEnd   = '\x02'
)

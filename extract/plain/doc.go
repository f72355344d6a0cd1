// Package plain reads the plain wiki-style dialect: text in which headings,
// tables, list items and an infobox are each lines of their own, and nothing
// inside a line is markup.
//
//	= Rivers =                          Section 0 "Rivers", level 1, line 1
//	                                      Infobox, lines 3-5
//	Infobox                                 Country = Examplia
//	- Country: Examplia                     Surveyed = 4 May
//	- Surveyed: 4 May | by = Ann            by = Ann, with a note fused_parameters
//	                                      Paragraph, line 7
//	The rivers carry                        "The rivers carry 1,200 ships."
//	1,200 ships.
//	== Lengths ==                       Section 1 "Lengths", level 2, line 9
//	| River | Length |                    Table, lines 10-12, rows of 2, 2 and 1 cells,
//	| Rhine | 1,233 |                     as ragged as they are written
//	| Elbe
//	- The Rhine                           List, line 13
//	  - its upper course                    items of depth 1, 2 and 2
//	-- its delta
//
// # Lines
//
// A line is what [source.Lines] calls one. White space at its ends says nothing
// but how deep a list item or its continuation is indented. In all texts a run
// of white space, Unicode's included, is one space.
//
// Headings are `= Title =` to `====== Title ======`, with or without spaces
// inside the marks and blank lines around, indented by at most three spaces. The
// first one of level 1 is the page's title. The lead has what is before it,
// too. A further one becomes a section of level 2 that the sections below it
// belong to. A line whose marks are unequal or more than six stays text.
//
// An infobox is a line `Infobox`, alone or with the name of a template as in
// `Infobox river list`, whatever its case, if the next line that is not blank is
// an item `- Key: value`. Template is the whole line then, as MediaWiki would
// name it, and empty for the word alone. The box goes on for as long as such
// items follow. Deeper items are lines of the value above them, or pairs of
// their own in its Group where it is empty. Of a value such as
// `1st | # = 12th | begin = 5 March` each ` | name = ` begins a pair.
//
// A table row begins and ends with a pipe; the last one may be missing where
// the row is clear from its pipes or its neighbours. A Markdown separator row
// (`|---|:-:|`) is not a row but makes the cells of the one above headers. Above one
// of as many columns, a row needs no outer pipes at all, and then neither do
// those that follow. `\|` is a pipe inside a cell.
//
// List items begin with one or more of `-`, `*` and `#`, with `•`, or with a
// number of up to three digits as in `1.` or `1)`, and white space; they are
// nested by repeated marks or by two spaces (or a tab) of indentation a level.
// A number other than 0 and 1 needs another numbered item before or after it:
// "5. März" may be how a sentence begins. An indented line below an item goes on
// with it. A line of three or more dashes only ends what is above it.
//
// All else is paragraphs: lines up to a blank one or another block.
//
// # Bytes
//
// A byte order mark is dropped; after that of UTF-16 the page is decoded as such.
// Bytes that are not UTF-8 are read as Windows-1252, so that a page in an older
// encoding stays readable. Control characters other than white space, and the
// two code points that no XML may hold, become U+FFFD. A note on each such line
// has what the bytes were. So the texts of a document are valid UTF-8 and safe
// for every output.
package plain

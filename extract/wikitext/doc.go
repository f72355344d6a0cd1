// Package wikitext reads MediaWiki markup as MediaWiki's own parser does.
//
//	{{Infobox river                    Infobox "Infobox river", lines 1-4
//	| length = {{cvt|1233|km}}           length = "1,233 km"
//	| mouth = [[North Sea]]<ref>A</ref>  mouth = "North Sea", a link, a note "A"
//	}}
//	The '''Rhine''' is long.           Paragraph "The Rhine is long.", line 5
//	== Lengths ==                      Section "Lengths", level 2, line 6
//	{| class="wikitable"               Table, class "wikitable", lines 7-11
//	! River !! Length                    row: th "River", th "Length"
//	|-
//	| [[Rhine]] || {{nts|1233}}          row: td "Rhine", td "1,233" with sort key "1233"
//	|}
//
// It works in two halves, as MediaWiki does. Package preprocess resolves comments,
// templates and tags whose content is not wikitext. The rest is read line by
// line here: table markup becomes the tags it means, and these go through the
// table rules of the HTML parser
// (https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-intable), so
// that wiki markup, HTML tables and mixtures of both come out as in a browser.
//
// # Texts
//
// A text is what a reader sees. Links leave their text and are in Text.Links; the
// texts of references, of notes in templates and of what is hidden are in
// Text.Notes; file names are in Text.Images, their captions only where a page shows
// them; `data-sort-value` and templates such as {{nts}} leave Text.SortKey. `<br>`,
// list items, headings and other blocks inside a cell begin a new line. Raised and
// lowered numbers are Unicode's, so that 10<sup>6</sup> is 10⁶. A picture shows what it
// means (the country of a flag, its alternative text) only in a cell or value that has
// nothing else; beside other text that is a note. An arrow up or down beside a number
// is ▲ or ▼. Text that is struck out is a note where a cell has more.
//
// # Templates
//
// The most common templates are built in (preprocess/templates), others come from
// Options.Templates. One that is not known leaves its unnamed arguments and a note
// unknown_template; Document.Calls has all its arguments. {{convert}} shows the measure as it is given, and dates
// show no age: both would depend on something that is not on the page.
//
// # Infoboxes
//
// A template with the name of an infobox (preprocess/infoboxes.txt) is a box; a key without
// a value is left out. A value that is only a picture, as [[File:A.jpg|100px]], has
// the name of its file as its text. A call of four named arguments and more at the
// top of a page is a box, too, where its template is not known. Boxes inside values are boxes of
// their own in Nested, titled with their key. {{Infobox}} itself, whose arguments
// are label1, data1 ..., gives pairs with labels and groups.
//
// # Notes
//
// Any bytes are a page: markup that does not hold together stays text. The notes
// are unknown_template, expansion_limit (templates that nest too deep or expand to
// too much), unclosed_table, stray_table_end, nesting_limit (tables in tables in
// tables), list_depth, and not_utf8 and control_character of package charset.
// Reading takes time and memory linear in the size of the page.
package wikitext

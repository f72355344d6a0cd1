// Package html reads rendered pages: MediaWiki's own output in both dialects, that of
// the classic parser and Parsoid's, and any other page with tables.
//
//	<title>Rivers - A wiki</title>                  title "Rivers"
//	<h2>Lengths</h2>                                Section "Lengths", level 2, line 2
//	<table class="wikitable">                       Table, class "wikitable", lines 3-6
//	<tr><th>River<th>Length                           row: th "River", th "Length"
//	<tr><td><a href="/wiki/Rhine">Rhine</a>           row: td "Rhine", a link,
//	<td data-sort-value="1233">1,233 km</table>            td "1,233 km" with sort key "1233"
//
// Tags are read as the tokenizer of the standard does, and tables are made by its
// insertion modes (https://html.spec.whatwg.org/multipage/parsing.html), so that
// missing end tags, cells without rows and text between cells come out as in a
// browser. There is no tree of elements: texts go straight into the document,
// and most cells share the page's memory.
//
// # The article
//
// What belongs to the site is left out: of a wiki's page all that is not its article,
// of others what is not in main or article; then tables of contents, edit links, and,
// with the note left_out, navigation boxes and notices. What classes mean is in
// classes.txt. The title is the heading that is marked as such (firstHeading), else
// the element title without the site's name, or the first h1.
//
// # Texts
//
// A text is what a reader sees: `<br>`, list items and other blocks in a cell begin a
// new line, all other white space is one space. With it come its links (titles of
// pages where they lead to the wiki), notes (the texts of references, editorial
// remarks and hidden text), files of pictures, and the sort key of a hidden element
// of the class sortkey or of data-sort-value. A cell with nothing but pictures has
// their alternative texts, which are notes beside other text, and a picture of a rise
// or fall is ▲ or ▼ before a number (package icon). Raised and lowered numbers are Unicode's.
//
// # Infoboxes
//
// Tables of the class infobox are boxes of pairs: the first header over all columns is
// the title, others are headings (Pair.Group), a row of two cells is a key and its
// value. In Parsoid's pages the box has the name of its template, and a value that is
// one of its parameters has that as its key, and what a reader sees as its label. A row
// of headers above rows of as many cells begins a table inside the box. Dates in a form
// for machines (bday, dtstart and dtend) go with their value.
//
// # Notes
//
// Any bytes are a page. The notes are unclosed_markup, unclosed_table, nesting_limit,
// list_depth, unseen_text, left_out, not_decodable where the page names another
// character set, and not_utf8 and control_character of package charset. Reading takes
// time and memory linear in the size of the page.
package html

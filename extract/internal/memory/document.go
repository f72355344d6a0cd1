package memory

import "github.com/tidywiki/tidywiki/extract/document"

// Document is where the parts of documents are made. Like a [Block] it may serve one
// document after another.
type Document struct {
	Cells      Block[document.Cell]
	Rows       Block[document.Row]
	Sections   Block[document.Section]
	Paragraphs Block[document.Paragraph]
	Lists      Block[document.List]
	Items      Block[document.Item]
	Asides     Block[document.Aside]
	Links      Block[document.Link]
	Strings    Block[string]
}

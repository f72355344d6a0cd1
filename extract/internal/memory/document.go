package memory

import "github.com/tidywiki/tidywiki/extract/document"

// Document has a block for each kind of part. Like a [Block] it may serve one document
// after another.
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

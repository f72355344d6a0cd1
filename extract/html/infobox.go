package html

import (
	"slices"
	"strconv"
	"strings"

	"github.com/tidywiki/tidywiki/extract/document"
)

// An openBox is what is known of an infobox beside the rows of its table.
type openBox struct {
	template template
	classes  []string // of its cells, in order
}

// infobox makes a box of a table of labels and values. A row of one header is the
// title if it comes first, and else the heading of what follows. A row of two cells
// has a label and its value; of more, the same label for each value, or the heading of
// what follows if all are headers. A value without
// a label has as its key what its class calls it (infobox-image: image), and else
// its number. Nested boxes and tables stay inside.
func (b *openBox) infobox(t *document.Table) *document.Infobox {
	box := &document.Infobox{Template: b.template.name, Title: t.Caption, Line: t.Line, LastLine: t.LastLine, Nested: t.Nested}
	r := boxReader{box: box, from: b}
	for i := range t.Rows {
		r.row(t.Rows[i].Cells)
	}
	return box
}

// A boxReader goes through the rows of a box.
type boxReader struct {
	box    *document.Infobox
	from   *openBox
	cell   int // of all cells
	number int // of the values without a label
	group  string
	label  document.Cell // one that covers several rows
	left   int           // how many rows it still covers
	begun  bool
}

func (r *boxReader) row(cells []document.Cell) {
	classes := r.from.classes[r.cell : r.cell+len(cells)]
	r.cell += len(cells)
	if r.left--; r.left >= 0 && len(cells) > 0 {
		r.pairs(r.label, cells)
		return
	}
	switch len(cells) {
	case 0:
		return
	case 1:
		r.single(&cells[0], classes[0])
	default:
		if len(cells) > 2 && allHeaders(cells) {
			r.group = joinCells(cells)
			break
		}
		if n := cells[0].RowSpan; n > 1 {
			r.label, r.left = cells[0], n-1
		}
		r.pairs(cells[0], cells[1:])
	}
	r.begun = true
}

func allHeaders(cells []document.Cell) bool {
	return !slices.ContainsFunc(cells, func(c document.Cell) bool { return !c.Header })
}

// joinCells is the heading that a row of headers is.
func joinCells(cells []document.Cell) string {
	var texts []string
	for i := range cells {
		if text := strings.ReplaceAll(cells[i].Text.Plain, "\n", " "); text != "" {
			texts = append(texts, text)
		}
	}
	return strings.Join(texts, " | ")
}

// single handles a row of one cell.
func (r *boxReader) single(c *document.Cell, class string) {
	text := c.Text
	if text.Plain == "" && text.Aside == nil {
		return
	}
	named := boxPart(class)
	switch {
	case !r.begun && r.box.Title == (document.Text{}) && (c.Header || named == "above" || named == "title"):
		r.box.Title = text
	case c.Header:
		r.group = strings.ReplaceAll(text.Plain, "\n", " ")
	default:
		key := named
		if key == "" {
			r.number++
			key = strconv.Itoa(r.number)
		}
		r.add(document.Pair{Key: key, Text: text, Line: c.Line})
	}
}

// boxPart is what a class says that a cell of a box is: image of infobox-image.
func boxPart(class string) string {
	for c := range strings.FieldsSeq(class) {
		if part, ok := strings.CutPrefix(c, "infobox-"); ok && part != "" && part != "data" && part != "label" {
			return printable(decodeAttr(part))
		}
	}
	return ""
}

// pairs adds a pair for each value of a label.
func (r *boxReader) pairs(label document.Cell, values []document.Cell) {
	key := strings.ReplaceAll(label.Text.Plain, "\n", " ")
	if key == "" {
		r.number++
		key = strconv.Itoa(r.number)
	}
	for _, v := range values {
		if v.Text.Plain != "" || v.Text.Aside != nil {
			r.add(document.Pair{Key: key, Text: v.Text, Line: label.Line})
		}
	}
}

// add adds a pair. Where its value is one parameter of the template, that is its
// key, and the label is what a reader sees.
func (r *boxReader) add(p document.Pair) {
	p.Group = r.group
	if name := r.from.template.parameter(p.Text.Plain); name != "" && name != p.Key {
		p.Key, p.Label = name, p.Key
	}
	r.box.Pairs = append(r.box.Pairs, p)
}

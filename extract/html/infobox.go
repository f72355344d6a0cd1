package html

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/tidywiki/tidywiki/extract/document"
)

// An openBox is what is known of an infobox beside the rows of its table.
type openBox struct {
	template template
	cells    []boxCell // in order
}

// A boxCell is what is known of a cell of an infobox beside its text.
type boxCell struct {
	class string
	bold  bool // all of its text is
	drawn bool // its text is what its pictures show
}

// infobox makes a box of a table of labels and values. A row of one header is the
// title if it comes first, and else the heading of what follows; so is a row of bold
// text above rows of labels and values. A row of two cells has a label and its value;
// of more, the same label for each value. A row of headers above rows of as many cells
// begins a table inside the box, and else is the heading of what follows. A value
// without a label has as its key what its class calls it (infobox-above: above), else
// its heading, and else its number; so has a heading of nothing. Pictures have the key
// image, and what is below them the key caption. Nested boxes and tables stay inside.
func (b *openBox) infobox(t *document.Table, refs *refs) *document.Infobox {
	box := &document.Infobox{Template: b.template.name, Class: t.Class, Title: t.Caption, Line: t.Line, LastLine: t.LastLine, Nested: t.Nested}
	r := boxReader{box: box, from: b, refs: refs}
	for i := range t.Rows {
		next := 0
		if i+1 < len(t.Rows) {
			next = len(t.Rows[i+1].Cells)
		}
		r.row(t.Rows[i], next)
	}
	r.setHeading(document.Cell{})
	return box
}

// isBox reports whether a table that is called both an infobox and a data table is laid
// out as an infobox: rows of a label and its value below each other, hardly any wider.
// Values that are nearly all figures are the data of one column.
func isBox(t *document.Table) bool {
	pairs, wide, figures := 0, 0, 0
	for i := range t.Rows {
		switch n := len(t.Rows[i].Cells); {
		case n == 2 && !t.Rows[i].Cells[1].Header:
			pairs++
			if text := t.Rows[i].Cells[1].Text.Plain; text != "" && isDigit(text[0]) {
				figures++
			}
		case n > 2:
			wide++
		}
	}
	return pairs >= 3 && wide*8 <= pairs && figures*5 < pairs*4
}

// A boxReader goes through the rows of a box.
type boxReader struct {
	box     *document.Infobox
	from    *openBox
	refs    *refs
	cell    int // of all cells
	number  int // of the values without a label
	heading document.Cell
	headed  bool          // a pair has come below the heading
	parent  string        // the last label without a bullet below the heading
	parted  bool          // the heading has bulleted parts
	label   document.Cell // one that covers several rows
	left    int           // how many rows it still covers
	begun   bool
	table   *document.Table // the table inside the box that is open
	drawn   bool            // the row before is a picture
}

// row reads a row; the one below has next cells.
func (r *boxReader) row(row document.Row, next int) {
	cells := row.Cells
	about := r.from.cells[r.cell : r.cell+len(cells)]
	r.cell += len(cells)
	if r.table != nil {
		if len(cells) == len(r.table.Rows[0].Cells) {
			r.table.Rows, r.table.LastLine = append(r.table.Rows, row), row.Line
			return
		}
		r.table = nil
	}
	if r.left--; r.left >= 0 && len(cells) > 0 {
		r.pairs(r.label, cells)
		return
	}
	drawn := false
	switch len(cells) {
	case 0:
		return
	case 1:
		drawn = r.single(cells[0], about[0], next)
	default:
		if len(cells) > 2 && allHeaders(cells) {
			if next == len(cells) {
				r.openTable(row)
			} else {
				r.setHeading(joinCells(cells))
			}
			break
		}
		if n := cells[0].RowSpan; n > 1 {
			r.label, r.left = cells[0], n-1
		}
		r.pairs(cells[0], cells[1:])
	}
	r.begun, r.drawn = true, drawn
}

// openTable begins a table inside the box, such as that of a player's years and teams.
// The heading above it is its caption.
func (r *boxReader) openTable(headers document.Row) {
	r.table = &document.Table{Caption: r.heading.Text, Class: "infobox", Line: headers.Line, LastLine: headers.Line, Rows: []document.Row{headers}}
	r.box.Nested = append(r.box.Nested, r.table)
	r.headed = true
}

func allHeaders(cells []document.Cell) bool {
	return !slices.ContainsFunc(cells, func(c document.Cell) bool { return !c.Header })
}

// joinCells is the heading that a row of headers is.
func joinCells(cells []document.Cell) document.Cell {
	var texts []string
	for i := range cells {
		if text := cells[i].Text.Plain; text != "" {
			texts = append(texts, text)
		}
	}
	out := cells[0]
	out.Text.Plain = strings.Join(texts, " | ")
	return out
}

// single handles a row of one cell, and reports whether it is no more than a picture.
func (r *boxReader) single(c document.Cell, about boxCell, next int) (drawn bool) {
	named := boxPart(about.class)
	pictured := !c.Header && c.Text.Aside != nil && len(c.Text.Aside.Images) > 0
	switch {
	case c.Text == (document.Text{}):
	case !r.begun && r.box.Title == (document.Text{}) && (c.Header || named == "above" || named == "title"):
		r.box.Title = c.Text
	case c.Header, about.bold && next > 1 && named == "":
		r.setHeading(c)
	case pictured && about.drawn:
		r.add(cmp.Or(named, "image"), c.Text, c.Line)
		return true
	case pictured && (named == "image" || named == "" && r.heading.Text == (document.Text{})):
		image, caption := cutImages(c.Text)
		r.add("image", image, c.Line)
		r.add("caption", caption, c.Line)
	case r.drawn && named == "":
		r.add("caption", c.Text, c.Line)
	default:
		r.add(r.keyed(named), c.Text, c.Line)
	}
	return false
}

// cutImages divides a text into the names of its pictures' files and the rest.
func cutImages(text document.Text) (image, rest document.Text) {
	aside := *text.Aside
	image = document.Text{Plain: strings.Join(aside.Images, "\n"), Aside: &document.Aside{Images: aside.Images}}
	if aside.Images = nil; len(aside.Links)+len(aside.Notes) == 0 && aside.SortKey == "" && aside.Date == "" {
		return image, document.Text{Plain: text.Plain}
	}
	return image, document.Text{Plain: text.Plain, Aside: &aside}
}

// keyed is the key of a value without a label.
func (r *boxReader) keyed(named string) string {
	return r.numbered(cmp.Or(named, oneLine(r.heading.Text.Plain)))
}

// setHeading begins what is below a heading. One with nothing below it is a value
// itself.
func (r *boxReader) setHeading(c document.Cell) {
	last := r.heading
	r.heading = document.Cell{}
	if last.Text != (document.Text{}) && !r.headed {
		r.add(r.numbered(""), last.Text, last.Line)
	}
	r.heading, r.headed, r.parent, r.parted = c, false, "", false
}

// numbered is a key, or the number of the value that has none.
func (r *boxReader) numbered(key string) string {
	if key != "" {
		return key
	}
	r.number++
	return strconv.Itoa(r.number)
}

// plainParts are the parts of a box that say nothing of what is in them.
var plainParts = map[string]bool{"": true, "data": true, "label": true, "full-data": true}

// boxPart is the part of a box that a class names: image of infobox-image.
func boxPart(class string) string {
	for c := range strings.FieldsSeq(class) {
		if part, ok := strings.CutPrefix(c, "infobox-"); ok && !plainParts[part] {
			return printable(decodeAttr(part))
		}
	}
	return ""
}

// pairs adds a pair for each value of a label. What goes with the label beside its
// text goes with the value.
func (r *boxReader) pairs(label document.Cell, values []document.Cell) {
	key := r.numbered(oneLine(label.Text.Plain))
	for _, v := range values {
		text := v.Text
		if notes := label.Text.Notes(); len(notes) > 0 {
			if text.Aside == nil {
				text.Aside = &document.Aside{}
			}
			aside := text.Aside
			aside.References = slices.Concat(label.Text.References(), aside.References)
			r.refs.after = append(r.refs.after, func() { aside.Notes = slices.Concat(notes, aside.Notes) })
		}
		r.add(key, text, label.Line)
	}
}

// add adds a pair. Where its value is one parameter of the template, that is its
// key, and the label is what a reader sees.
func (r *boxReader) add(key string, text document.Text, line int) {
	part := r.part(key)
	p := document.Pair{Key: part, Text: text, Line: line, Group: oneLine(r.heading.Text.Plain)}
	if part != key {
		p.Group = cmp.Or(r.parent, p.Group)
		if p.Group != "" {
			p.Label = p.Group + " / " + part
		}
	}
	if name := r.from.template.parameter(text.Plain); name != "" && name != part {
		p.Key, p.Label = name, cmp.Or(p.Label, part)
	}
	r.box.Pairs = append(r.box.Pairs, p)
	r.headed = true
}

// part returns a label without the bullet of a part: the "Total" of an area. A label
// without one ends the parts of a heading.
func (r *boxReader) part(key string) string {
	part := strings.TrimLeft(key, bullets)
	if part == "" || part == key {
		if r.parted {
			r.heading, r.parted = document.Cell{}, false
		}
		r.parent = key
		return key
	}
	r.parted = r.parent == ""
	return part
}

// bullets are what the label of a part begins with.
const bullets = "•·‣▪*– \u00a0"

func oneLine(s string) string { return strings.ReplaceAll(s, "\n", " ") }

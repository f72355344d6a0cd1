package column

import (
	"strings"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// linkCompanion is the page that each cell links to, beside a column whose cells, apart
// from those without a value, all have one link. ok is false where no title says more
// than the text of its cell.
//
//	Town                      town       town_link
//	[[Elm (Norland)|Elm]]  -> Elm        Elm (Norland)
//	[[Oak]]                   Oak        Oak
func (in *inference) linkCompanion() (c Companion, ok bool) {
	cells := in.source.Cells
	more := false
	for i := range cells {
		switch cell := &cells[i]; {
		case cell.Link != "":
			more = more || saysMore(cell.Link, cell.Text)
		case !cell.Remark && cell.Text != "" && !in.values[i].is(nothing):
			return c, false
		}
	}
	if !more {
		return c, false
	}
	c = Companion{Suffix: "_link", Description: "page that the text links to", Type: dataset.String, values: make([]companionValue, len(cells))}
	for i := range cells {
		c.values[i] = companionValue{ok: cells[i].Link != "", text: cells[i].Link}
	}
	return c, true
}

// saysMore reports whether the title of a page is not all in a text.
func saysMore(target, text string) bool {
	title, _, _ := strings.Cut(target, "#")
	title = strings.TrimSpace(strings.ReplaceAll(title, "_", " "))
	return !strings.Contains(strings.ToLower(text), strings.ToLower(title))
}

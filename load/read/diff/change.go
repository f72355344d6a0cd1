package diff

import (
	"fmt"
	"strings"
)

// Page is the page of the row, if its key names more than that; else "".
func (c *Change) Page() string {
	if len(c.Key) > 1 && c.Key[0].Column == pageID && c.Key[0].Value != nil {
		return *c.Key[0].Value
	}
	return ""
}

// Name is a short name for the row: the values of its key but for the page,
// joined by slashes, or its number.
func (c *Change) Name() string {
	var parts []string
	for i, v := range c.Key {
		if v.Value != nil && !(i == 0 && c.Page() != "") {
			parts = append(parts, clean(*v.Value))
		}
	}
	if len(parts) == 0 {
		return fmt.Sprintf("row %d", max(c.NewRow, c.OldRow))
	}
	return strings.Join(parts, "/")
}

// text is the content of a row, or what of it changed.
func (c *Change) text() string {
	var parts []string
	for _, cell := range c.shownCells() {
		old, new := excerpt(cell.Old, cell.New)
		switch c.Kind {
		case Added:
			parts = append(parts, cell.Column+" "+new)
		case Removed:
			parts = append(parts, cell.Column+" "+old)
		default:
			parts = append(parts, fmt.Sprintf("%s %s -> %s", cell.Column, old, new))
		}
	}
	return strings.Join(parts, ", ")
}

// line is the name of a row and its content.
func (c *Change) line() string {
	if text := c.text(); text != "" {
		return c.Name() + ": " + text
	}
	return c.Name()
}

// shownCells are the cells that are worth showing: not those of the key, nor those
// that only locate a row.
func (c *Change) shownCells() []Cell {
	var cells []Cell
	for _, cell := range c.Cells {
		inKey := false
		for _, v := range c.Key {
			inKey = inKey || v.Column == cell.Column
		}
		if !cell.Position && !(inKey && c.Kind != Changed) {
			cells = append(cells, cell)
		}
	}
	return cells
}

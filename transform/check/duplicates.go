package check

import (
	"fmt"
	"hash/maphash"

	"github.com/tidywiki/tidywiki/extract/source"
)

// fewestTexts is how many cells two rows must share to be called duplicates: with
// fewer, the same row twice is nothing to wonder at.
const fewestTexts = 3

// duplicates reports rows that say the same in every cell as an earlier row of
// the same block and group.
func duplicates(t *table) []source.Note {
	var notes []source.Note
	first := make(map[uint64]int, len(t.total)) // row by hash
	var hash maphash.Hash
	for row, isTotal := range t.total {
		if isTotal || t.hash(&hash, row) < fewestTexts {
			continue
		}
		earlier, seen := first[hash.Sum64()]
		if !seen {
			first[hash.Sum64()] = row
			continue
		}
		if t.group(row) != t.group(earlier) || !t.same(row, earlier) {
			continue
		}
		n := t.note(source.Info, "duplicate_row", row, -1)
		n.Message = fmt.Sprintf("all cells are those of line %d", t.line(earlier))
		notes = append(notes, n)
	}
	if 2*len(notes) > len(first) { // the table repeats itself by nature
		return nil
	}
	return notes
}

// hash sums up the cells of a row with its block and group, and counts the cells
// that are not empty.
func (t *table) hash(h *maphash.Hash, row int) (given int) {
	h.Reset()
	g := t.group(row)
	maphash.WriteComparable(h, g.block)
	h.WriteString(g.name)
	for _, f := range t.columns {
		h.WriteByte(0)
		if text := t.text(row, f); text != "" {
			h.WriteString(text)
			given++
		}
	}
	return given
}

// same reports whether two rows have the same texts.
func (t *table) same(a, b int) bool {
	for _, f := range t.columns {
		if t.text(a, f) != t.text(b, f) {
			return false
		}
	}
	return true
}

func (t *table) text(row, field int) string {
	r, c := t.data.Place(t.wide, row, field)
	return t.data.Sheets[t.wide.Origin.Table-1].Grid.At(r-1, c-1).Plain
}

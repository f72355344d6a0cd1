package check

import (
	"fmt"
	"strings"

	"github.com/tidywiki/tidywiki/extract/source"
)

// fewestTexts is how many cells two rows must share to be called duplicates: with
// fewer, the same row twice is nothing to wonder at.
const fewestTexts = 3

// duplicates reports rows that say the same in every cell as an earlier row of
// the same block and group.
func duplicates(t *table) []source.Note {
	var notes []source.Note
	type key struct {
		group
		texts string
	}
	first := make(map[key]int, len(t.total))
	var b strings.Builder
	for row, isTotal := range t.total {
		texts, given := t.texts(&b, row)
		if given < fewestTexts || isTotal {
			continue
		}
		k := key{t.group(row), texts}
		earlier, seen := first[k]
		if !seen {
			first[k] = row
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

// texts joins the cells of a row and counts those that are not empty.
func (t *table) texts(b *strings.Builder, row int) (joined string, given int) {
	b.Reset()
	sheet := t.data.Sheets[t.wide.Origin.Table-1]
	for f := range t.wide.Schema.Fields {
		r, c := t.data.Place(t.wide, row, f)
		if r == 0 {
			continue
		}
		text := sheet.Grid.At(r-1, c-1).Plain
		if text != "" {
			given++
		}
		b.WriteString(text)
		b.WriteByte(0)
	}
	return b.String(), given
}

package grid

import (
	"fmt"
	"strings"

	"github.com/tidywiki/tidywiki/extract/source"
)

// noteSides writes a note for each run of rows whose side is in doubt. In a flat
// table a row that fills the first blocks and leaves the others blank may have
// had its blanks at the left: the spans that would tell are lost.
func (rd *reader) noteSides() {
	if !rd.flat {
		return
	}
	for i := range rd.bands {
		b := &rd.bands[i]
		if len(b.sides) < 2 || rd.keepsPlaces(b) {
			continue
		}
		for r := b.data.from; r < b.data.to; {
			from := r
			for r < b.data.to && rd.isLeftOnly(b, r) {
				r++
			}
			if r > from {
				rd.noteRun(b, span{from, r})
			}
			r++
		}
	}
}

// isLeftOnly reports whether the record in row r has texts in the first sides and none
// in the others.
func (rd *reader) isLeftOnly(b *band, r int) bool {
	return rd.role(r) == Record && rd.leftSides(b, r) > 0
}

// leftSides returns how many sides row r fills before the first blank one, or 0
// if another follows or all are filled.
func (rd *reader) leftSides(b *band, r int) int {
	n := 0
	for n < len(b.sides) && !rd.isBlankIn(r, b.sides[n].cols) {
		n++
	}
	for i := n; i < len(b.sides); i++ {
		if !rd.isBlankIn(r, b.sides[i].cols) {
			return 0
		}
	}
	return n % len(b.sides)
}

// keepsPlaces reports whether the band shows where its blanks belong: a title is
// over its block rather than beside the other title, or a row is blank at the
// left and filled at the right.
func (rd *reader) keepsPlaces(b *band) bool {
	for i := range b.sides {
		if s := &b.sides[i]; i > 0 && s.title != "" && s.titleCol == s.cols[0] {
			return true
		}
	}
	for r := b.data.from; r < b.data.to; r++ {
		if rd.role(r) == Record && rd.isBlankIn(r, b.sides[0].cols) {
			return true
		}
	}
	return false
}

func (rd *reader) noteRun(b *band, rows span) {
	expected := "left or right"
	if len(b.sides) > 2 {
		expected = fmt.Sprintf("one of %d blocks", len(b.sides))
	}
	lines := make([]int, 0, rows.len())
	for r := rows.from; r < rows.to; r++ {
		lines = append(lines, rd.lineOf(r))
	}
	rd.note(source.Note{
		Severity: source.Info, Code: "ambiguous_block_side", Where: "row", Line: lines[0],
		Row: rows.from + 1, Col: 1, Field: b.sides[0].title,
		Observed: rd.begin(rows.from, b.sides[0].cols), Expected: expected,
		Message: listLines(lines) + ": only the cells at the left are filled; the spans that would prove the side are lost, and the cells were read where they are written",
	})
}

// begin joins the first two texts of row r in cols.
func (rd *reader) begin(r int, cols []int) string {
	var texts []string
	for _, c := range cols {
		if text := rd.At(r, c).Plain; text != "" && len(texts) < 2 {
			texts = append(texts, text)
		}
	}
	return strings.Join(texts, " ")
}

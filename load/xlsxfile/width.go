package xlsxfile

import (
	"strings"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

const (
	// widthRows is how many rows determine the widths of columns.
	widthRows = 1000
	// filterWidth is the width of the filter button beside a name.
	filterWidth = 3
	// maxHigh is the height of the highest rows, in lines of text.
	maxHigh = 12
	// lineHeight is the height of a line, in points.
	lineHeight = 15
)

// widthOfField returns the largest width of the column of a field. The end of a page_id may
// be hidden, because the same one is repeated in row after row.
func widthOfField(f *dataset.Field) int {
	if f.Name == dataset.PageIDField.Name {
		return 24
	}
	return 64
}

// widen makes the column wide enough, within its limit.
func (c *column) widen(l *lines, width int) {
	if width > c.width && l.row <= widthRows {
		c.width = min(width, c.most)
	}
}

// measure returns the width of a text in characters, and its number of lines if lines wrap
// at the width most. It stops counting at maxHigh lines.
func measure(s string, most int) (width, high int) {
	for high <= maxHigh {
		line, rest, more := strings.Cut(s, "\n")
		w := runeWidths(line, most*maxHigh)
		width = max(width, w)
		high += max(1, (w+most-1)/most)
		if !more {
			break
		}
		s = rest
	}
	return width, high
}

// runeWidths returns the width of a line of text, up to most. East Asian characters have
// width 2.
func runeWidths(s string, most int) int {
	n := 0
	for i := 0; i < len(s) && n <= most; {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		if n++; r >= 0x1100 && isWide(r) {
			n++
		}
		i += size
	}
	return n
}

// isWide reports whether a character is about as wide as it is high.
func isWide(r rune) bool {
	return r <= 0x115F || 0x2E80 <= r && r <= 0xA4CF || 0xAC00 <= r && r <= 0xD7A3 || 0xF900 <= r && r <= 0xFAFF ||
		0xFE30 <= r && r <= 0xFE6F || 0xFF00 <= r && r <= 0xFF60 || 0xFFE0 <= r && r <= 0xFFE6 ||
		0x1F300 <= r && r <= 0x1FAFF || 0x20000 <= r && r <= 0x3FFFD
}

// heightOf returns the height in points of a row with that many lines of text, or 0 for
// the default height. Not all programs compute it themselves.
func heightOf(lines int) int {
	if lines <= 1 {
		return 0
	}
	return min(lines, maxHigh) * lineHeight
}

package preprocess

import "strconv"

// Mark appends the marker for strip n to text.
func Mark(text []byte, n int) []byte {
	text = append(text, markBegin)
	text = strconv.AppendInt(text, int64(n), 10)
	return append(text, markEnd)
}

// MarkAt reads the marker at the beginning of text: the number of its strip and
// its length in bytes; ok is false if there is none.
func MarkAt(text string) (n, length int, ok bool) {
	if len(text) < 3 || text[0] != markBegin {
		return 0, 0, false
	}
	for i := 1; i < len(text); i++ {
		switch c := text[i]; {
		case c >= '0' && c <= '9' && i < 10:
			n = n*10 + int(c-'0')
		case c == markEnd && i > 1:
			return n, i + 1, true
		default:
			return 0, 0, false
		}
	}
	return 0, 0, false
}

// MarkBegin is the byte that begins each marker, for scanners that stop at it.
const MarkBegin = markBegin

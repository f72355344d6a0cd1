package number

// Parse reads a text that is wholly a number, with its unit if it has one. White
// space around it is allowed. ok is false for everything else: identifiers with
// leading zeros, scores, versions, times, dates, words.
func Parse(text string, hint *Hint) (v Value, ok bool) { return Value{}, false }

// Scan reads the longest number with its unit that begins at byte start of a
// running text, and returns the byte after it. The caller sees to it that start
// is not inside a word or number.
func Scan(text string, start int, hint *Hint) (v Value, end int, ok bool) {
	return Value{}, start, false
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

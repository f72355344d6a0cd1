package language

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A Cursor is a place in a text, for parsers that read it from left to right. Its
// methods move At behind what they take, or leave it where it was.
type Cursor struct {
	Text string
	At   int
}

// Rest is the text from At on.
func (c *Cursor) Rest() string { return c.Text[c.At:] }

// Next is the rune at At, or 0 at the end.
func (c *Cursor) Next() rune {
	if c.At >= len(c.Text) {
		return 0
	}
	if b := c.Text[c.At]; b < utf8.RuneSelf {
		return rune(b)
	}
	r, _ := utf8.DecodeRuneInString(c.Rest())
	return r
}

// Last is the rune before At, or 0 at the beginning.
func (c *Cursor) Last() rune {
	if c.At == 0 {
		return 0
	}
	r, _ := utf8.DecodeLastRuneInString(c.Text[:c.At])
	return r
}

// Skip moves behind the rune at At.
func (c *Cursor) Skip() {
	_, size := utf8.DecodeRuneInString(c.Rest())
	c.At += size
}

// Take moves behind prefix if it is at At.
func (c *Cursor) Take(prefix string) bool {
	if strings.HasPrefix(c.Rest(), prefix) {
		c.At += len(prefix)
		return true
	}
	return false
}

// TakeAny moves behind the first of the prefixes that is at At.
func (c *Cursor) TakeAny(prefixes ...string) bool {
	return slices.ContainsFunc(prefixes, c.Take)
}

// Space moves behind one white space if there is one.
func (c *Cursor) Space() { c.At = Gap(c.Text, c.At) }

// Spaces moves behind all white space.
func (c *Cursor) Spaces() {
	for next := Gap(c.Text, c.At); next > c.At; next = Gap(c.Text, c.At) {
		c.At = next
	}
}

// IsDigitAt reports whether a decimal digit is at byte i.
func (c *Cursor) IsDigitAt(i int) bool {
	_, size := DigitAt(c.Text, i)
	return size > 0
}

// Gap returns the byte behind the one white space at i, or i if there is none.
func Gap(text string, i int) int {
	if i >= len(text) {
		return i
	}
	if text[i] < utf8.RuneSelf {
		if text[i] == ' ' || text[i] == '\n' {
			i++
		}
		return i
	}
	if r, size := utf8.DecodeRuneInString(text[i:]); IsSpace(r) {
		return i + size
	}
	return i
}

// IsSpace reports whether r is white space that may be inside a number or date.
func IsSpace(r rune) bool {
	switch r {
	case ' ', '\n', '\u00A0', '\u2007', '\u2009', '\u202F', '\u3000':
		return true
	}
	return false
}

// DigitAt returns the decimal digit at byte i, of whatever script; size is 0 if
// there is none.
func DigitAt(text string, i int) (digit, size int) {
	if i >= len(text) {
		return 0, 0
	}
	if b := text[i]; b < utf8.RuneSelf {
		if '0' <= b && b <= '9' {
			return int(b - '0'), 1
		}
		return 0, 0
	}
	r, size := utf8.DecodeRuneInString(text[i:])
	for _, zero := range zeros {
		if zero <= r && r <= zero+9 {
			return int(r - zero), size
		}
	}
	return 0, 0
}

// zeros of the decimal digits of further scripts: full-width, Arabic, Persian,
// Devanagari, Bengali, Gurmukhi, Gujarati, Tamil, Thai, Khmer.
var zeros = [...]rune{0xFF10, 0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xBE6, 0xE50, 0x17E0}

// IsAlphanumeric reports whether r is a letter or an ASCII digit.
func IsAlphanumeric(r rune) bool { return '0' <= r && r <= '9' || IsLetter(r) }

// IsDash reports whether r is a hyphen, dash or tilde, as they join the ends of a
// range.
func IsDash(r rune) bool {
	switch r {
	case '-', '–', '~', '〜', '～', '‑', '‐', '−':
		return true
	}
	return false
}

// InsideName reports whether start is inside a word or number, behind a word and its
// hyphen, as the 16 of F-16, or raised, as the 2 of x^2.
func InsideName(text string, start int) bool {
	before := text[:start]
	last, size := utf8.DecodeLastRuneInString(before)
	if last == '^' {
		return true
	}
	if last == '-' {
		last, _ = utf8.DecodeLastRuneInString(before[:len(before)-size])
	} else if r, _ := utf8.DecodeRuneInString(text[start:]); r != '-' && !IsAlphanumeric(r) {
		return false
	}
	return before != "" && IsAlphanumeric(last) && !IsIdeograph(last)
}

// SkipDigits returns the end of the run of letters, digits and marks between them
// that begins at start, if a digit is in it; else start. A time and a version are
// such runs.
func SkipDigits(text string, start int) int {
	end, digits := start, false
	for i := start; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if IsAlphanumeric(r) && !IsIdeograph(r) {
			digits = digits || '0' <= r && r <= '9'
			i += size
			end = i
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[i+size:])
		if !strings.ContainsRune(".,:/-–−'’_°′″", r) || !IsAlphanumeric(next) {
			break
		}
		i += size
	}
	if !digits {
		return start
	}
	return end
}

package grid

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A shape is what a cell looks like at a glance. It serves to tell headers from
// data; what a text means is decided later, by the column types.
type shape uint8

const (
	blank  shape = iota
	null         // a dash, dots or a question mark that are for nothing
	number       // begins with a digit and has hardly a letter: 2,952 or 95.07% or 12 km
	mixed        // has a digit somewhere
	word         // has none: Name or #
)

// glance is how many bytes of a text shapeOf looks at, which is enough for
// headers and figures.
const glance = 64

func shapeOf(text string) shape {
	if text == "" {
		return blank
	}
	digits, letters := 0, 0
	for _, r := range text[:min(len(text), glance)] {
		switch {
		case '0' <= r && r <= '9':
			digits++
			if letters > 0 {
				return mixed
			}
		case isLetter(r):
			letters++
			if digits > 0 && letters > 3 {
				return mixed
			}
		}
	}
	switch {
	case digits > 0:
		return number
	case letters == 0 && strings.Trim(text, "-–—―−‒./?*… ") == "":
		return null
	}
	return word
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return r != utf8.RuneError && unicode.IsLetter(r)
}

// yearOf reads a four-digit year at the start of a text that is a year or a span
// of years such as 1905–1911.
func yearOf(text string) (year int, ok bool) {
	if len(text) < 4 || shapeOf(text) != number || len(text) > 11 {
		return 0, false
	}
	for _, b := range []byte(text[:4]) {
		if b < '0' || b > '9' {
			return 0, false
		}
		year = year*10 + int(b-'0')
	}
	after := text[4:]
	plain := after == "" || after[0] == '-' || after[0] == '/' || after[0] >= utf8.RuneSelf
	return year, plain && 1000 <= year && year < 2200
}

// isCode reports whether a number has letters close behind its digits, as the 3PM of
// three-pointers made.
func isCode(text string) bool {
	if len(text) > 6 {
		return false
	}
	for i := 1; i < len(text); i++ {
		if d := text[i-1]; d >= '0' && d <= '9' && isLetter(rune(text[i])) {
			return true
		}
	}
	return false
}

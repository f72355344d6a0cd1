package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// skipReference returns the end of a reference mark ("[12]", "[note 3]", "[a]",
// "#5") that begins at i, or of the one character if it is none.
func skipReference(text string, i int) int {
	if text[i] == '#' {
		return skipToken(text, i+1)
	}
	const most = 24
	for j := i + 1; j < len(text) && j < i+most; j++ {
		switch c := text[j]; {
		case c == ']':
			return refEnd(text, i, j)
		case !isWordByte(c) && c != ' ' && c != ',' && c != '-' && c != '.':
			return i + 1
		}
	}
	return i + 1
}

// refEnd returns the end of the brackets text[i..j] if they hold a number, a
// letter, or words with a number, else the byte after the opening one.
func refEnd(text string, i, j int) int {
	inner := text[i+1 : j]
	if len(inner) == 1 || strings.TrimLeft(inner, "0123456789, -") == "" {
		return j + 1
	}
	word, rest, _ := strings.Cut(inner, " ")
	if strings.TrimLeft(word, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" &&
		strings.TrimLeft(rest, "0123456789") == "" && rest != "" {
		return j + 1
	}
	return i + 1
}

// skipToken returns the end of the letters and digits that begin at i, with
// what joins them.
func skipToken(text string, i int) int {
	for i < len(text) {
		switch c := text[i]; {
		case isWordByte(c):
			i++
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(text[i:])
			if isHan(r) || isHiragana(r) || !unicode.IsLetter(r) {
				return i
			}
			i += size
		case isJoint(c) && i+1 < len(text) && isWordByte(text[i+1]):
			i++
		default:
			return i
		}
	}
	return i
}

// isJoint reports whether c may be inside an identifier, a file name or a version.
func isJoint(c byte) bool {
	return c == '-' || c == '_' || c == '.' || c == '/' || c == '\'' || c == ':' || c == '@'
}

// skipAddress returns the next white space or bracket: the end of an address.
func skipAddress(text string, i int) int {
	for i < len(text) && text[i] != ' ' && text[i] != '\n' && text[i] != ']' && text[i] != ')' && text[i] != '>' && text[i] != '"' {
		i++
	}
	return i
}

// wordEnd returns the end of the letters that begin at i, apostrophes between
// letters included.
func wordEnd(text string, i int) int {
	for i < len(text) {
		c := text[i]
		switch {
		case begins[c] == aWord:
			i++
		case c == '\'' && i+1 < len(text) && isLetter(text[i+1]):
			i++
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(text[i:])
			if isHan(r) || isHiragana(r) || !isWordRune(r) {
				return i
			}
			i += size
		default:
			return i
		}
	}
	return i
}

// runEnd returns the end of the digits that begin at i with the separators
// between them: of a date, a version, a time, a telephone number. None is longer
// than what it looks at.
func runEnd(text string, i int) int {
	const most = 64
	for limit := min(len(text), i+most); i < limit; {
		c := text[i]
		if !isDigit(c) && !((c == '.' || c == ':' || c == '/' || c == '-' || c == ',') && i+1 < len(text) && isDigit(text[i+1])) {
			return i
		}
		i++
	}
	return i
}

// isWordRune reports whether a character beyond ASCII is part of a word.
func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.Is(unicode.M, r) }

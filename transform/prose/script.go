package prose

import "unicode/utf8"

// countScripts counts the Chinese characters of a text and its words of letters.
func countScripts(text string) (han, words int) {
	inWord := false
	for _, r := range text {
		letter := r < utf8.RuneSelf && isLetter(byte(r))
		if letter && !inWord {
			words++
		}
		inWord = letter
		if isHan(r) {
			han++
		}
	}
	return han, words
}

// hasHan reports whether a text has a Chinese character. Most have none, and
// are passed over fast.
func hasHan(text string) bool {
	for i := 0; i < len(text); {
		if i = pastASCII(text, i); i == len(text) {
			return false
		}
		if text[i] < firstHan {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if isHan(r) {
			return true
		}
		i += size
	}
	return false
}

// firstHan is the least byte that begins a Chinese character in UTF-8.
const firstHan = 0xE3

// pastASCII returns the place of the first byte from i on that is not ASCII.
func pastASCII(text string, i int) int {
	for ; i+4 <= len(text); i += 4 {
		if four := text[i : i+4]; four[0]|four[1]|four[2]|four[3] >= utf8.RuneSelf {
			break
		}
	}
	for i < len(text) && text[i] < utf8.RuneSelf {
		i++
	}
	return i
}

// hasLetter reports whether a text has an ASCII letter.
func hasLetter(text string) bool {
	for i := range len(text) {
		if isLetter(text[i]) {
			return true
		}
	}
	return false
}

package prose

import (
	"strings"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/extract/source"
)

// wordBefore returns the word that ends before i with nothing but blanks or a
// hyphen between, and where it begins. It is "" if something else is there.
func (s *scanner) wordBefore(i int) (word string, start int) {
	return lastWord(s.text, i)
}

func lastWord(text string, i int) (word string, start int) {
	end := backSpace(text, i)
	if end == i && end > 0 && text[end-1] == '-' {
		end--
	}
	if end > 0 && text[end-1] == '.' && isAbbreviation(text, end-1) {
		end--
	}
	start = wordStart(text, end)
	return text[start:end], start
}

// wordStart returns the start of the letters that end at i.
func wordStart(text string, i int) int {
	for i > 0 {
		c := text[i-1]
		switch {
		case isLetter(c) || c == '\'' && i > 1 && isLetter(text[i-2]):
			i--
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeLastRuneInString(text[:i])
			if isHan(r) || isHiragana(r) || !isWordRune(r) {
				return i
			}
			i -= size
		default:
			return i
		}
	}
	return i
}

// sentence returns the sentence that the byte at i belongs to.
func (s *scanner) sentence(i int) source.Span { return sentenceAt(s.text, i) }

// farthest bounds the search for the ends of a sentence, so that a text without
// any takes no longer than others.
const farthest = 2000

func sentenceAt(text string, i int) source.Span {
	span := source.Span{Start: max(0, i-farthest), End: min(len(text), i+farthest)}
	for span.Start > 0 && span.Start < i && !utf8.RuneStart(text[span.Start]) {
		span.Start++
	}
	for j := i; j > span.Start; j-- {
		if mayEnd[text[j-1]] && endsSentence(text, j-1) {
			span.Start = skipSpace(text, j)
			break
		}
	}
	for j := i; j < span.End; j++ {
		if mayEnd[text[j]] && endsSentence(text, j) {
			span.End = j + 1
			break
		}
	}
	return span
}

// mayEnd has the bytes a sentence may end with, the last ones of 。！？；.
var mayEnd = [256]bool{'\n': true, '!': true, '?': true, '.': true, 0x82: true, 0x81: true, 0x9f: true, 0x9b: true}

// endsSentence reports whether a sentence ends with byte i of text: a full stop
// only where a blank and no small letter follows, and not behind an abbreviation
// or an initial.
func endsSentence(text string, i int) bool {
	if !mayEnd[text[i]] {
		return false
	}
	switch text[i] {
	case '\n', '!', '?':
		return true
	case '.':
		next := skipSpace(text, i+1)
		if next == i+1 || next < len(text) && 'a' <= text[next] && text[next] <= 'z' {
			return next == len(text)
		}
		return !isAbbreviation(text, i)
	}
	for _, mark := range [...]string{"。", "！", "？", "；"} {
		if strings.HasSuffix(text[:i+1], mark) {
			return true
		}
	}
	return false
}

// isAbbreviation reports whether the full stop at i belongs to the word before it.
func isAbbreviation(text string, i int) bool {
	start := wordStart(text, i)
	w := text[start:i]
	return len(w) == 1 && isUpper(w[0]) || words.is(w, abbreviation)
}

// clauseStart returns where the clause that holds byte i begins: behind a comma,
// semicolon, colon, bracket or dash of its sentence.
func clauseStart(text string, i int) int {
	begin := sentenceAt(text, i).Start
	for j := i; j > begin; j-- {
		switch c := text[j-1]; c {
		case ';', '(', ')', '"':
			return skipSpace(text, j)
		case ',', ':':
			if j < len(text) && !isDigit(text[j]) {
				return skipSpace(text, j)
			}
		case 0x8c, 0x9a, 0x94, 0x93: // ， ： — –
			for _, p := range [...]string{"，", "：", "—", "–"} {
				if strings.HasSuffix(text[:j], p) {
					return skipSpace(text, j)
				}
			}
		}
	}
	return begin
}

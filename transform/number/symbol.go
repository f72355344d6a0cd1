package number

import (
	"strings"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/transform/number/language"
)

// measureAt returns the longest unit or currency at i, or nil. attached reports whether
// no space is in front of it.
func (s *scanner) measureAt(i int, attached bool) (m *measure, end int) {
	if i >= len(s.Text) {
		return nil, i
	}
	t := allMeasures()
	m, end = t.symbolAt(s.Text, i)
	if m == nil || end < len(s.Text) {
		if name, nameEnd, ok := t.names.Find(s.Text, i); ok && nameEnd > end {
			m, end = name, nameEnd
		}
	}
	if m == nil || !t.wholeOnly[s.Text[i:end]] {
		return m, end
	}
	// "two in five" has no inches, and 5A is a class.
	if (attached && end-i == 1) || (!attached && !s.whole) {
		return nil, i
	}
	return m, end
}

// symbolAt returns the measure whose symbol is at i.
func (t *measures) symbolAt(text string, i int) (m *measure, end int) {
	if degrees := "° "; strings.HasPrefix(text[i:], degrees) && len(text) > i+len(degrees) {
		end = i + len(degrees) + 1
		if m = t.symbols["°"+text[end-1:end]]; m != nil {
			return m, end
		}
	}
	end = symbolEnd(text, i)
	for end > i {
		if m = t.symbols[text[i:end]]; m != nil {
			return m, end
		}
		// km/day is a rate over days, so try km.
		cut := strings.LastIndexAny(text[i:end], "/·⋅.")
		if cut <= 0 {
			break
		}
		end = i + cut
	}
	if r, size := utf8.DecodeRuneInString(text[i:]); !language.IsLetter(r) {
		if m = t.symbols[text[i:i+size]]; m != nil {
			return m, i + size
		}
	}
	return nil, i
}

// symbolEnd returns the end of the letters, signs and powers at i.
func symbolEnd(text string, i int) int {
	start := i
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case language.IsLetter(r) && !language.IsIdeograph(r):
		case isCurrencySign(r) || strings.ContainsRune("°ºµ²³⁻¹⁴/·⋅.^[]'\"”″′_", r):
		case isDigitRune(r) && i > start:
		default:
			return i
		}
		i += size
	}
	return i
}

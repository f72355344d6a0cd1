package prose

import (
	"strings"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/transform/number"
)

// word looks at a word: whether a quantity begins with it, and if not, where it
// ends with all that is fused to it.
func (s *scanner) word(i int) int {
	end := i
	for end < len(s.text) && begins[s.text[end]] == aWord {
		end++
	}
	if end < len(s.text) && mayGoOn(s.text[end]) {
		end = wordEnd(s.text, end)
	}
	w := s.text[i:end]
	if c := s.vocabulary.startsQuantity(w); c != 0 {
		if end, ok := s.wordQuantity(i, end, c); ok {
			return end
		}
	}
	if isRomanDigit(w[0]) && s.isCentury(i, end) {
		if end, ok := s.date(i); ok {
			return end
		}
	}
	if isRomanDigit(w[0]) && s.isRoman(i, end) {
		if end, ok := s.number(i, &s.roman); ok {
			return end
		}
	}
	if len(w) <= longestCode && s.leadsAmount(i, end) {
		if end, ok := s.dottedCurrency(i, end); ok {
			return end
		}
		if end, ok := s.currency(i); ok {
			return end
		}
	}
	return s.pastWord(i, end)
}

// mayGoOn reports whether a word may go on with a byte that is not an ASCII letter.
func mayGoOn(c byte) bool { return c == '\'' || c >= utf8.RuneSelf }

// wordQuantity reads a quantity that begins with a word of these classes.
func (s *scanner) wordQuantity(i, end int, c class) (int, bool) {
	if s.isIdiom(i, end) {
		return end, true
	}
	if c == partialDate {
		if end-i == len("AD") && !isUpper(s.text[i]) || !s.datedBehind(end) {
			return i, false
		}
		return s.date(i)
	}
	if c&dateWord != 0 || c&ordinalWord != 0 && s.datedBehind(end) {
		if end, ok := s.date(i); ok {
			return end, true
		}
		if end, ok := s.shortMonth(i, end); ok {
			return end, true
		}
	}
	start := i
	switch {
	case c == dateWord:
		return i, false
	case c&ordinalWord != 0 && s.isPart(i, end):
		// "a third of" is not an ordinal.
		start = s.article(i)
	case c == scaleWord:
		if start = s.article(i); start == i {
			return i, false
		}
		start = s.partOfScale(start, end)
	}
	v, stop, ok := number.Scan(s.text, start, &s.plain)
	// "One" and "half" alone are not numbers.
	if !ok || c == weakWord && stop == end || stop < end || !s.closes(stop) {
		return i, false
	}
	return s.addNumber(v, start, stop)
}

// isPart reports whether a fraction is named: an article is before the word, and
// "of" behind it.
func (s *scanner) isPart(i, end int) bool {
	next, _ := nextWord(s.text, end)
	return words.of.has(next) && s.article(i) < i
}

// article returns where the article begins that makes a number of the scale word
// at i: "a million", "half a dozen". It is i if there is none.
func (s *scanner) article(i int) int {
	w, start := s.wordBefore(i)
	if w != "a" && w != "an" && w != "A" && w != "An" {
		return i
	}
	if half, at := s.wordBefore(start); strings.EqualFold(half, "half") {
		start = at
	}
	if n := len(s.out); n > 0 && start < s.out[n-1].Span.End {
		return i
	}
	return start
}

// partOfScale returns the start of the part of a scale word that ends at end, whose
// article begins at start: "a quarter of a million". It is start if there is none.
func (s *scanner) partOfScale(start, end int) int {
	of, at := s.wordBefore(start)
	if !words.of.has(of) {
		return start
	}
	_, at = s.wordBefore(at)
	_, at = s.wordBefore(at)
	if n := len(s.out); n > 0 && at < s.out[n-1].Span.End {
		return start
	}
	if _, stop, ok := number.Scan(s.text, at, &s.plain); ok && stop >= end {
		return at
	}
	return start
}

// isIdiom reports whether the word is part of a phrase that only looks like a number.
func (s *scanner) isIdiom(i, end int) bool {
	if _, _, ok := words.idiom.before(s.text, end); ok {
		return true
	}
	stop, unless, ok := words.idiom.after(s.text, i)
	if ok && unless != "" {
		// 十分 is not one in 十分钟.
		r, _ := utf8.DecodeRuneInString(s.text[stop:])
		ok = !strings.ContainsRune(unless, r)
	}
	return ok
}

// pastWord returns the end of the word text[i:end] and of what is fused to it: a
// name like B2 or COVID-19, an address, a file name.
func (s *scanner) pastWord(i, end int) int {
	if end == i {
		return end + 1
	}
	if end == len(s.text) || !mayFuse(s.text[end]) {
		return end
	}
	rest := s.text[end:]
	switch c := rest[0]; {
	case c == '_' || c == '@' || strings.HasPrefix(rest, "://"):
		return skipAddress(s.text, end)
	case isDigit(c):
		return skipToken(s.text, end)
	case len(rest) > 1 && c == '-' && isDigit(rest[1]):
		if words.is(s.text[i:end], prefixWord) {
			return end + 1
		}
		return skipToken(s.text, end)
	case len(rest) > 1 && c == '.' && isWordByte(rest[1]):
		return s.pastDots(i, end)
	}
	return end
}

// mayFuse reports whether what follows a word may belong to it.
func mayFuse(c byte) bool {
	return isDigit(c) || c == '-' || c == '.' || c == ':' || c == '_' || c == '@'
}

// pastDots returns the end of a dotted word if it is an address or a file name,
// else the end of the word.
func (s *scanner) pastDots(i, end int) int {
	stop := skipToken(s.text, i)
	token := s.text[i:stop]
	if host, _, ok := strings.Cut(token, "/"); ok && strings.Contains(host, ".") {
		return skipAddress(s.text, stop)
	}
	if words.is(token[strings.LastIndexByte(token, '.')+1:], extension) {
		return stop
	}
	return end
}

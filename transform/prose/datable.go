package prose

import "unicode/utf8"

// mayBeDate reports whether it is worth asking for a date at the digits that begin
// at i, by what follows them.
func (s *scanner) mayBeDate(i int) bool {
	j := i
	for j < len(s.text) && isDigit(s.text[j]) {
		j++
	}
	digits := j - i
	if digits > 4 || j == len(s.text) {
		return digits == len("20130305")
	}
	switch c := s.text[j]; {
	case c == '-' || c == '/' || c >= utf8.RuneSelf:
		return true
	case c == '\'':
		return digits == 4
	case c == '.':
		return true
	case c == ',':
		return digits == 4 && s.datedBehind(j+1)
	case c == ' ':
		return s.datedBehind(j)
	case isLetter(c):
		return s.datedSuffix(j)
	}
	return false
}

// datedSuffix reports whether a date may go on behind digits with the suffix of an
// ordinal ("5th March", "19th century") or another mark ("1980s", "2016H2").
func (s *scanner) datedSuffix(j int) bool {
	end := wordEnd(s.text, j)
	return end-j == 1 || s.datedBehind(end)
}

// datedBehind reports whether a blank and then a part of a date follow at i: a
// word of dates, digits, a mark that joins them.
func (s *scanner) datedBehind(i int) bool {
	next := skipSpace(s.text, i)
	if next == len(s.text) {
		return false
	}
	switch c := s.text[next]; {
	case c == '(':
		return next+1 < len(s.text) && isDigit(s.text[next+1]) // 21 (9) November
	case isDigit(c), c == ',', c == '-', c == '/', c >= utf8.RuneSelf:
		return true
	case isLetter(c):
		end := wordEnd(s.text, next)
		// A quarter or half: Q3, H2.
		quarter := end-next == 1 && end < len(s.text) && isDigit(s.text[end])
		return quarter || s.vocabulary.continuesDate(s.text[next:end])
	}
	return false
}

package prose

// isRoman reports whether the word is a Roman numeral by its letters and by the
// words beside it.
func (s *scanner) isRoman(i, end int) bool {
	w := s.text[i:end]
	for j := 0; j < len(w); j++ {
		if !isRomanDigit(w[j]) {
			return false
		}
	}
	if before, _ := s.wordBefore(i); words.is(before, regnalWord) && isUpper(before[0]) {
		return true
	}
	if len(w) == 1 {
		return false
	}
	next, nextEnd := s.wordAfter(end)
	if words.is(next, romanWord) {
		return true
	}
	next, _ = s.wordAfter(nextEnd)
	return words.is(next, romanWord)
}

// isCentury reports whether text[i:end] is the number of a century by the word behind
// it: XIXe siècle.
func (s *scanner) isCentury(i, end int) bool {
	if end > i+1 && (s.text[end-1] == 'e' || s.text[end-1] == 'r') {
		return s.isCentury(i, end-1) // XIXe, Ier
	}
	for _, c := range []byte(s.text[i:end]) {
		if !isRomanDigit(c) {
			return false
		}
	}
	next, _ := nextWord(s.text, wordEnd(s.text, i))
	var buf [longest]byte
	b, ok := fold(next, &buf)
	return ok && s.vocabulary.centuries[string(b)]
}

func isRomanDigit(c byte) bool {
	switch c {
	case 'I', 'V', 'X', 'L', 'C', 'D', 'M':
		return true
	}
	return false
}

// wordAfter returns the word behind a blank or hyphen at i, and its end.
func (s *scanner) wordAfter(i int) (string, int) {
	if i < len(s.text) && (s.text[i] == ' ' || s.text[i] == '-') {
		end := wordEnd(s.text, i+1)
		return s.text[i+1 : end], end
	}
	return "", i
}

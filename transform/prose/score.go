package prose

import "github.com/tidywiki/tidywiki/transform/number"

// isScore reports whether two small numbers with a dash between are a score by
// the words near them.
func (s *scanner) isScore(v *number.Value, i, end int) bool {
	return v.Range && v.Unit == "" && end-i <= len("12–12") && s.nearScore(i, end)
}

// nearScore reports whether a word of scores is in the same sentence within
// reach of the pair.
func (s *scanner) nearScore(start, end int) bool {
	const reach = 6
	for i, n := start, 0; n < reach; n++ {
		w, at := s.wordBefore(i)
		if w == "" {
			break
		}
		if words.is(w, scoreWord) {
			return true
		}
		i = at
	}
	for i, n := end, 0; n < reach; n++ {
		w, stop := nextWord(s.text, i)
		if w == "" {
			break
		}
		if words.is(w, scoreWord) {
			return true
		}
		i = stop
	}
	return false
}

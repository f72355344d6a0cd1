package prose

import "github.com/tidywiki/tidywiki/transform/number"

// multitude reads a number with the letter of a scale word that would otherwise be a
// unit or part of a name, if things follow that are counted by millions: "1.2b
// people", "5m users". Its digits are text[i:run].
func (s *scanner) multitude(i, run int) (end int, ok bool) {
	if run+1 >= len(s.text) || s.text[run+1] != ' ' {
		return i, false
	}
	scale := ""
	switch s.text[run] {
	case 'm', 'M':
		scale = " million"
	case 'b', 'B':
		scale = " billion"
	default:
		return i, false
	}
	if next, _ := nextWord(s.text, run+1); !words.is(next, multitude) {
		return i, false
	}
	v, ok := number.Parse(s.text[i:run]+scale, &s.plain)
	if !ok {
		return i, false
	}
	return s.addNumber(v, i, run+1)
}

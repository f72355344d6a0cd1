package date

import (
	"github.com/tidywiki/tidywiki/transform/number/language"
)

// A scanner reads one date. Each of its methods that reads something moves At
// behind it and returns true, or leaves it where it was and returns false.
type scanner struct {
	language.Cursor
	start int
	hint  Hint
	words *vocabulary
	// whole says that the text must be nothing but the date.
	whole bool
	// ambiguous and clock are for the value.
	ambiguous bool
	clock     string
	// rule names the shape of the last point that was read.
	rule string
}

func newScanner(text string, at int, hint *Hint) scanner {
	s := scanner{Cursor: language.Cursor{Text: text, At: at}, start: at, words: vocabularyOf(hint)}
	if hint != nil {
		s.hint = *hint
	}
	if s.hint.Order == "" && s.hint.Language != "" {
		if l := language.Find(s.hint.Language); l != nil {
			s.hint.Order = l.Order
		}
	}
	return s
}

// value reads a date or an interval of dates.
func (s *scanner) value() (v Value, ok bool) {
	begin := s.At
	_, between := s.word(from)
	s.Space()
	if !between {
		s.At = begin
	}
	first, ok := s.point()
	if !ok {
		return Value{}, false
	}
	single, rule := s.At, s.rule
	if first, last, ok := s.span(first, between); ok {
		if v, ok = build(first, last); ok {
			return s.finish(v, "interval"), true
		}
	}
	s.At = single
	if between && !s.whole {
		return Value{}, false
	}
	v, ok = build(first, point{})
	return s.finish(v, rule), ok
}

func (s *scanner) finish(v Value, rule string) Value {
	v.Rule, v.Ambiguous, v.Clock = rule, s.ambiguous, s.clock
	if s.clock != "" && v.Precision == Day {
		v.EDTF += "T" + s.clock
		if len(s.clock) == len("12:30") {
			v.EDTF += ":00"
		}
	}
	return v
}

// word reads a phrase of the language that has one of the roles.
func (s *scanner) word(allowed ...role) (w word, ok bool) {
	w, end, ok := s.words.dates.Find(s.Text, s.At)
	if !ok {
		return word{}, false
	}
	for _, r := range allowed {
		if w.role == r {
			s.At = end
			return w, true
		}
	}
	return word{}, false
}

// bounded reports whether the date ends at at, and is not the beginning of
// something else.
func (s *scanner) bounded() bool {
	r := s.Next()
	switch r {
	case 0:
		return true
	case '/', '.', ',', '-', '–', ':':
		behind := language.Cursor{Text: s.Text, At: s.At + len(string(r))}
		file := r == '-' && (s.rule == "iso" || s.rule == "numeric") && language.IsLetter(behind.Next())
		return !file && !s.IsDigitAt(behind.At)
	}
	last := s.Last()
	if language.IsIdeograph(r) || language.IsIdeograph(last) || !language.IsAlphanumeric(last) {
		return true
	}
	return !language.IsAlphanumeric(r)
}

// bare reports whether v is a year that nothing but its four digits make one, which
// in running text is as likely a number.
func (s *scanner) bare(v *Value) bool {
	return v.Rule == "year" && !v.Approx
}

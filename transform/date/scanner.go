package date

import (
	"slices"

	"github.com/tidywiki/tidywiki/transform/number/language"
)

// A scanner reads one date. Each of its methods that reads something moves At
// behind it and returns true, or leaves it where it was and returns false.
type scanner struct {
	language.Cursor
	start int
	hint  Hint
	words *vocabulary
	// whole reports whether the text must be nothing but the date.
	whole bool
	// ambiguous and clock are for the value.
	ambiguous, shortYear bool
	clock                string
	// portion is the word before a date that means a part of it: early.
	portion string
	phrases language.Memo[word]
	// rule names the shape of the last point that was read.
	rule string
}

func newScanner(text string, at int, hint *Hint) scanner {
	s := scanner{Cursor: language.Cursor{Text: text, At: at}, start: at, words: vocabularyOf(hint)}
	s.phrases = language.NewMemo(&s.words.dates)
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
	lead := s.lead()
	first, ok := s.point()
	if !ok {
		return Value{}, false
	}
	single, rule, short, part := s.At, s.rule, s.shortYear, s.portion
	if first, last, ok := s.span(first, lead == from); ok {
		if v, ok = build(first, last); ok {
			return s.finish(v, "interval")
		}
	}
	s.At, s.shortYear, s.portion = single, short, part
	switch {
	case lead == 0:
		v, _ = build(first, point{})
		return s.finish(v, rule)
	case !s.whole:
		// "from 2013" in running text may go on in words.
		return Value{}, false
	case lead == to:
		v, _ = build(point{open: true}, first)
	default:
		v, _ = build(first, point{open: true})
	}
	return s.finish(v, "interval")
}

// lead reads the word before a date that makes it an end of an interval: from,
// since, until; or the dash of "–1918".
func (s *scanner) lead() role {
	begin := s.At
	w, _ := s.word(from, since, to)
	if w.role == 0 && s.whole && s.TakeAny("–", "—") {
		w.role = to
	}
	s.Space()
	if w.role == 0 {
		s.At = begin
	}
	return w.role
}

// finish sets what the scanner knows of the value. ok is false if there is none, or
// if a time of day belongs to an end of an interval, where it would be lost.
func (s *scanner) finish(v Value, rule string) (w Value, ok bool) {
	if v.EDTF == "" || s.clock != "" && v.Precision == Interval || s.portion != "" && v.Precision == Day {
		return Value{}, false
	}
	v.Rule, v.Ambiguous, v.Clock = rule, s.ambiguous, s.clock
	v.Part, v.ShortYear = s.portion, s.shortYear
	if s.clock != "" && v.Precision == Day {
		v.EDTF += "T" + withSeconds(s.clock)
	}
	return v, true
}

// word reads a phrase of the language that has one of the roles.
func (s *scanner) word(allowed ...role) (w word, ok bool) {
	w, end, found := s.phrases.Find(s.Text, s.At)
	if !found {
		return word{}, false
	}
	if slices.Contains(allowed, w.role) {
		s.At = end
		return w, true
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

package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform/date"
	"github.com/tidywiki/tidywiki/transform/number"
)

// addNumber takes the number v of text[start:end] with what the words around it
// make of it. ok is false if they make it no quantity.
func (s *scanner) addNumber(v number.Value, start, end int) (int, bool) {
	q := Quantity{Number: v, Span: source.Span{Start: start, End: end}, lead: start, tail: end}
	q.bare = isBare(&v, s.text[start:end])
	exact := s.bound(&q)
	if !s.stands(&q) || s.isNumbering(&q) {
		return start, false
	}
	s.classify(&q, exact)
	s.out = append(s.out, q)
	return q.Span.End, true
}

// isBare reports whether raw is a number without unit, scale word or any mark that
// would keep it from being part of a name: "747", "3.0", "Seven".
func isBare(v *number.Value, raw string) bool {
	return v.Kind == number.Plain && v.Unit == "" && !v.Range && !v.Grouped && v.Comparator == "" &&
		v.Scale.Cmp(one) == 0 && (isDigit(raw[0]) || isUpper(raw[0]))
}

var one = number.NewDecimal(1, 0)

func isDigits(text string) bool {
	return strings.TrimLeft(text, "0123456789") == ""
}

// isNumbering reports whether the number numbers what follows: "1. The", "(2) the",
// or is joined to a longer word or name: "four-by-four", "7-Eleven".
func (s *scanner) isNumbering(q *Quantity) bool {
	start, end := q.Span.Start, q.Span.End
	if end == len(s.text) {
		return false
	}
	if s.text[end] == '-' && q.Number.Unit == "" && q.Number.Kind == number.Plain {
		next := s.text[end+1 : wordEnd(s.text, end+1)]
		return next != "" && isUpper(next[0]) || words.is(next, functionWord)
	}
	if end-start > 2 || !isDigits(s.text[start:end]) {
		return false
	}
	switch s.text[end] {
	case '.':
		return skipSpace(s.text, 0) == start && end+1 < len(s.text) && s.text[end+1] == ' '
	case ')':
		return start == 0 || s.text[start-1] == '(' && (start == 1 || s.text[start-2] == ' ')
	}
	return false
}

// stands reports whether a number may stand here, or whether what precedes it
// makes it a part of a name, a label or a word.
func (s *scanner) stands(q *Quantity) bool {
	if r, _ := utf8.DecodeRuneInString(s.text[q.Span.Start:]); isHan(r) && !s.standsHan(q, r) {
		return false
	}
	before, at := s.wordBefore(q.lead)
	if before == "" {
		return true
	}
	if isUpper(before[0]) && q.bare && q.lead == q.Span.Start && s.isName(q, before, at) {
		return false
	}
	return kindOf(&q.Number) != Number || q.Number.Grouped || !words.is(before, labelWord)
}

// isName reports whether a capitalised word before bare digits is the beginning
// of a name that they belong to: "Boeing 747". A word that begins a sentence is
// capitalised for that reason if the number counts something: "Built 500 schools".
func (s *scanner) isName(q *Quantity, word string, at int) bool {
	if isYearAt(s.text, q.Span.Start) || words.is(word, functionWord|changeWord|yearLead) || s.tongue.startsQuantity(word) != 0 {
		return false
	}
	return s.sentence(at).Start != at || s.noun(q.tail) == ""
}

// standsHan reports whether a number in Chinese characters is one: a single
// character needs a measure word, a unit or a word before it that takes numbers,
// as 一 is also part of 统一 and 一些.
func (s *scanner) standsHan(q *Quantity, first rune) bool {
	numeral := s.text[q.Span.Start:q.Span.End]
	if q.Number.Kind != number.Plain || q.Number.Unit != "" || len(numeral) > 2*3 {
		return true
	}
	if len(numeral) == 2*3 && !isDigitPair(numeral) {
		return true
	}
	if _, _, ok := words.counter.after(s.text, q.Span.End); ok {
		return true
	}
	if _, _, ok := words.times.after(s.text, q.Span.End); ok || q.lead < q.Span.Start || q.tail > q.Span.End {
		return true
	}
	if len(numeral) == 2*3 {
		return false
	}
	_, _, ok := words.copula.before(s.text, q.lead)
	return ok && !s.hanFollows(q.Span.End)
}

// isDigitPair reports whether two characters are two digits side by side: 三五 is
// "a few" rather than 35.
func isDigitPair(numeral string) bool {
	for _, r := range numeral {
		switch r {
		case '十', '百', '千', '万', '亿', '萬', '億', '兆', '拾', '佰', '仟', '第', '负', '負', '半', '廿', '卅':
			return false
		}
	}
	return true
}

// hanFollows reports whether the number runs on into a word: 四川.
func (s *scanner) hanFollows(i int) bool {
	r, _ := utf8.DecodeRuneInString(s.text[i:])
	switch r {
	case '不', '而', '和', '与', '或', '的', '之', '以', '吗', '了', '，', '。':
		return false
	}
	return isHan(r)
}

// classify settles the kind of a number, its unit and its noun. exact says that
// the text calls it a number where it could be a year.
func (s *scanner) classify(q *Quantity, exact bool) {
	q.Kind = kindOf(&q.Number)
	switch {
	case q.Kind == Measure && isTime(&q.Number):
		s.setDuration(q, unitWord(s.text[q.Span.Start:q.Span.End]))
	case q.Kind != Number:
	case s.isYear(q, exact):
		s.setYear(q)
	case s.takesTime(q), s.isAge(q):
	default:
		if noun := s.noun(q.tail); noun != "" {
			q.Kind, q.Number.Unit = Count, noun
		}
	}
}

// kindOf maps the kinds of numbers to those of quantities.
func kindOf(v *number.Value) Kind {
	switch v.Kind {
	case number.Percent:
		return Percent
	case number.Money:
		return Money
	case number.Ordinal:
		return Ordinal
	case number.Points:
		return Points
	case number.Ratio:
		return Ratio
	}
	if v.Unit != "" {
		return Measure
	}
	return Number
}

// isTime reports whether the unit is one of time.
func isTime(v *number.Value) bool {
	switch v.Unit {
	case "a", "mo", "wk", "d", "h", "min", "s", "ms", "us", "ns":
		return v.System == "UCUM"
	}
	return value(words.durations, v.Unit) != ""
}

// unitWord returns the last word of a quantity: the unit as the text writes it.
func unitWord(raw string) string {
	i := len(raw)
	for i > 0 {
		r, size := utf8.DecodeLastRuneInString(raw[:i])
		if !unicode.IsLetter(r) || isHan(r) && isNumeral(r) {
			break
		}
		i -= size
	}
	return raw[i:]
}

// setDuration makes a duration of q, its unit the word of the text in the singular.
func (s *scanner) setDuration(q *Quantity, word string) {
	unit := value(words.durations, word)
	if unit == "" {
		unit = word
		if end, v, ok := words.times.after(word, 0); ok && end == len(word) && v != "" {
			unit = v
		}
	}
	q.Kind, q.Number.Unit, q.Number.System = Duration, unit, ""
}

// takesTime takes a unit of time that follows the number but is no unit to the
// package number: "87 yo", "十个月大".
func (s *scanner) takesTime(q *Quantity) bool {
	end, unit, ok := words.times.after(s.text, q.Span.End)
	if !ok {
		return false
	}
	q.Kind, q.Number.Unit, q.Number.System = Duration, unit, ""
	q.Span.End, q.tail = end, max(end, q.tail)
	return true
}

// isAge makes an age of a bare number: "of age 87".
func (s *scanner) isAge(q *Quantity) bool {
	_, unit, ok := words.age.before(s.text, q.lead)
	if ok {
		q.Kind, q.Number.Unit = Duration, unit
	}
	return ok
}

// isYear reports whether a number is a year: four digits without any mark, and
// nothing that counts or compares around it.
func (s *scanner) isYear(q *Quantity, exact bool) bool {
	if !q.bare || q.Span.Len() != 4 || !isDigits(s.text[q.Span.Start:q.Span.End]) || !isYearAt(s.text, q.Span.Start) || exact || q.Number.Comparator != "" {
		return false
	}
	before, _ := s.wordBefore(q.lead)
	if words.is(before, yearLead) {
		return true
	}
	noun := s.noun(q.tail)
	if strings.HasPrefix(s.text[q.tail:], "-") && s.text[q.Span.Start:q.Span.End] >= "1900" {
		// "2007-standard plates"; a "1500-seat theatre" is smaller.
		return true
	}
	if noun == "" || words.is(noun, personWord) {
		return noun == ""
	}
	// "The 2008 riots" and "the 2012 Olympics" are of that year, "2008 votes" are counted.
	return isUpper(noun[0]) || isArticle(before) && !strings.EqualFold(before, "a") || strings.HasSuffix(before, "'s")
}

// setYear makes a year of the four digits of q.
func (s *scanner) setYear(q *Quantity) {
	text := s.text[q.Span.Start:q.Span.End]
	year := int(text[0]-'0')*1000 + int(text[1]-'0')*100 + int(text[2]-'0')*10 + int(text[3]-'0')
	first, _ := date.Days(year, 1, 1)
	last, _ := date.Days(year, 12, 31)
	q.Kind = Year
	q.Date = date.Value{EDTF: text, Precision: date.YearOnly, Start: first, End: last, Known: true, Rule: "year"}
	if q.Number.Approx {
		q.Date.EDTF, q.Date.Approx = text+"~", true
	}
}

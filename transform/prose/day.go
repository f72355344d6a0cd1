package prose

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform/date"
	"github.com/tidywiki/tidywiki/transform/number"
)

// date reads the date that begins at i.
func (s *scanner) date(i int) (end int, ok bool) {
	from := 0
	if s.behindPrefix(i) {
		from = i
	}
	v, end, ok := date.Scan(s.text[from:], i-from, &s.dates)
	end += from
	if ok && v.Precision == date.Interval && s.overreaches(i, end) {
		v, end, ok = date.Scan(s.text[:i+len("2001")], i, &s.dates)
	}
	if !ok || !s.closes(end) || v.Precision == date.YearOnly && s.lasts(i) {
		return i, false
	}
	return s.addDate(v, i, end)
}

// behindPrefix reports whether a part of a word like "mid-" is before i, behind
// which a date is a date all the same: mid-1990s.
func (s *scanner) behindPrefix(i int) bool {
	if i < 2 || s.text[i-1] != '-' {
		return false
	}
	return words.is(s.text[wordStart(s.text, i-1):i-1], prefixWord)
}

// lasts reports whether the words before i make a number of years of a year in
// Chinese: 共289年.
func (s *scanner) lasts(i int) bool {
	if isYearAt(s.text, i) {
		return false
	}
	_, _, ok := words.lasting.before(s.text, i)
	return ok
}

// overreaches reports whether a period of years took in the two digits of another
// number: "from 25 percent in 2001 to 19 percent".
func (s *scanner) overreaches(i, end int) bool {
	raw := s.text[i:end]
	return isYearAt(s.text, i) && strings.Contains(raw, " to ") && len(raw) == len("2001 to 19")
}

func (s *scanner) addDate(v date.Value, start, end int) (int, bool) {
	q := quantity{Kind: kindDate, Date: v, Span: source.Span{Start: start, End: end}, lead: start, tail: end}
	if v.Precision == date.YearOnly {
		year, _, _ := date.Civil(v.Start)
		q.Kind, q.Number.Value = kindYear, number.NewDecimal(int64(year), 0)
	}
	if v.Precision == date.NoYear && v.DayOfMonth == 0 && !s.isMonth(start, end) {
		return start, false
	}
	s.out = append(s.out, q)
	return end, true
}

// dayMonth reads a day and month without a year: 22/04.
func (s *scanner) dayMonth(i int) (end int, ok bool) {
	hint := s.dates
	hint.DayMonth = true
	v, end, ok := date.Scan(s.text, i, &hint)
	if !ok || !s.closes(end) {
		return i, false
	}
	return s.addDate(v, i, end)
}

// dashedDay reads a day and month with a dash between, which only a preposition
// of dates makes one: "on 4-22".
func (s *scanner) dashedDay(i, run int) (end int, ok bool) {
	if strings.IndexByte(s.text[i:run], '-') < 0 {
		return i, false
	}
	if before, _ := s.wordBefore(i); before != "on" && before != "On" {
		return i, false
	}
	return s.dayMonth(i)
}

// shortMonth reads the abbreviation of a month alone, which a preposition makes
// one: "in Dec".
func (s *scanner) shortMonth(i, end int) (int, bool) {
	if before, _ := s.wordBefore(i); !words.is(before, monthLead) {
		return i, false
	}
	v, ok := date.Parse(s.text[i:end], &s.dates)
	if !ok || v.Precision != date.NoYear {
		return i, false
	}
	return s.addDate(v, i, end)
}

// isMonth reports whether a month without day and year is meant as one: "in May",
// "3月", but not "may", "March on" or "to march".
func (s *scanner) isMonth(start, end int) bool {
	if r, _ := utf8.DecodeLastRuneInString(s.text[:end]); isHan(r) {
		return true
	}
	before, _ := s.wordBefore(start)
	return words.is(before, monthLead) && (isUpper(s.text[start]) || strings.EqualFold(before, "in") || s.vocabulary.tag != "en")
}

// isDayBefore reports whether a is a day of the month of the date b: the 3 of "3 and
// 4 July 1863".
func (s *scanner) isDayBefore(a, b *quantity) bool {
	_, ok := s.dayOf(a, b)
	return ok
}

// dayOf reads the number a as a day with the month and year of b.
func (s *scanner) dayOf(a, b *quantity) (v date.Value, ok bool) {
	day, whole := a.Number.Value.Int64()
	if !whole || day < 1 || day > 31 || a.Kind != kindNumber && a.Kind != kindOrdinal || a.Number.Words || a.Number.Comparator != "" ||
		b.Kind != kindDate || b.Date.Precision != date.Day && (b.Date.Precision != date.NoYear || b.Date.DayOfMonth == 0) {
		return v, false
	}
	raw := s.text[b.Span.Start:b.Span.End]
	rest := strings.TrimLeft(raw, "0123456789")
	if rest == raw {
		return v, false
	}
	v, ok = date.Parse(strconv.FormatInt(day, 10)+rest, &s.dates)
	return v, ok && (v.Known && v.Start < b.Date.Start || !v.Known && v.DayOfMonth < b.Date.DayOfMonth)
}

// dateDay makes a date of the number a by the date b.
func (s *scanner) dateDay(a, b *quantity) {
	v, ok := s.dayOf(a, b)
	if ok {
		*a = quantity{Kind: kindDate, Date: v, Span: a.Span, lead: a.lead, tail: a.tail}
	}
}

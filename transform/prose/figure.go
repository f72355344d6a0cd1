package prose

import (
	"strings"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform/number"
)

// figure looks at a digit.
func (s *scanner) figure(i int) int {
	if s.mayBeDate(i) {
		if end, ok := s.date(i); ok {
			return end
		}
	}
	run := runEnd(s.text, i)
	if i > 0 && s.text[i-1] == '^' {
		return run // 1.1^23
	}
	if strings.IndexByte(s.text[i:run], '/') > 0 {
		return s.slashed(i, run)
	}
	if end, ok := s.dashedDay(i, run); ok {
		return end
	}
	if end, ok := s.ratioAt(i, run); ok {
		return end
	}
	if s.isShortDecade(i) {
		s.doubts = append(s.doubts, doubt{Span: source.Span{Start: i, End: i + len("90s")}})
		return i + len("90s")
	}
	if s.isShortYear(i, run) {
		s.doubts = append(s.doubts, doubt{Span: source.Span{Start: i, End: run}})
		return run
	}
	if end, ok := s.multitude(i, run); ok {
		return end
	}
	v, end, ok := s.scanNumber(i)
	if !ok || !s.closes(end) || s.isCode(i, end, run) || s.isScore(&v, i, end) {
		s.doubtful(i, run)
		return max(skipToken(s.text, i), run, end)
	}
	if to := strings.Index(s.text[i:end], " to "); v.Range && to > 0 && s.isResult(i, end) {
		v, end, ok = number.Scan(s.text[:i+to], i, &s.plain)
	}
	if ok {
		if end, ok := s.addNumber(v, i, end); ok {
			return end
		}
	}
	return max(end, skipToken(s.text, i))
}

// isShortDecade reports whether 90s means years of an unknown century rather than
// seconds: behind an apostrophe, "the", or "early".
func (s *scanner) isShortDecade(i int) bool {
	rest := s.text[i:]
	if len(rest) < len("90s") || !isDigit(rest[0]) || rest[1] != '0' || rest[2] != 's' || len(rest) > 3 && isWordByte(rest[3]) {
		return false
	}
	if strings.HasSuffix(s.text[:i], "'") || strings.HasSuffix(s.text[:i], "’") || s.behindPrefix(i) {
		return true
	}
	before, _ := s.wordBefore(i)
	return strings.EqualFold(before, "the") || words.is(before, prefixWord)
}

// isShortYear reports whether text[i:run] is a year of an unknown century: '68.
func (s *scanner) isShortYear(i, run int) bool {
	if run-i != 2 || !isDigits(s.text[i:run]) || run < len(s.text) && isWordByte(s.text[run]) {
		return false
	}
	for _, mark := range [...]string{"'", "’", "‘"} {
		if before, ok := strings.CutSuffix(s.text[:i], mark); ok {
			return before == "" || before[len(before)-1] == ' ' || before[len(before)-1] == '('
		}
	}
	return false
}

// ratioAt reads numbers with a colon between, which a word before them makes a
// ratio rather than a time: "a ratio of 3:2".
func (s *scanner) ratioAt(i, run int) (end int, ok bool) {
	if strings.IndexByte(s.text[i:run], ':') < 0 {
		return i, false
	}
	if _, _, ok := words.ratio.before(s.text, i); !ok {
		return i, false
	}
	return s.number(i, &s.ratio)
}

// scanNumber is number.Scan, with a short way for what most numbers are: digits
// that end with a punctuation mark.
func (s *scanner) scanNumber(i int) (v number.Value, end int, ok bool) {
	end = i
	for end < len(s.text) && isDigit(s.text[end]) {
		end++
	}
	if end == len(s.text) || s.text[end] == ')' || s.text[end] == ';' || isPause(s.text, end) {
		v, ok = number.Parse(s.text[i:end], nil)
		return v, end, ok
	}
	return number.Scan(s.text, i, &s.plain)
}

// isPause reports whether a comma or full stop at i is followed by a blank or the end.
func isPause(text string, i int) bool {
	return (text[i] == ',' || text[i] == '.') && (i+1 == len(text) || text[i+1] == ' ')
}

// isResult reports whether "a to b" are two numbers side by side rather than a range:
// "defeated by 151 to 296", "from 65,000 in 1988 to 14,500".
func (s *scanner) isResult(i, end int) bool {
	if isYearAt(s.text, i) {
		before, _ := s.wordBefore(i)
		return words.is(before, yearLead)
	}
	return s.nearScore(i, end)
}

// isCode reports whether the digits text[i:run], of which a number took those up
// to end, are something else: a version, a time, a telephone number, an
// identifier with hyphens.
func (s *scanner) isCode(i, end, run int) bool {
	digits := s.text[i:run]
	if a, b, ok := strings.Cut(digits, "-"); ok && len(a) == 3 && len(b) == 4 && isDigits(a) && isDigits(b) {
		return true
	}
	if end >= run {
		return false
	}
	if strings.Count(digits, "-") > 1 || strings.Count(digits, ".") > 1 && !strings.Contains(digits, ",") {
		return true
	}
	return strings.Contains(digits, ":")
}

// slashed looks at digits with a slash between. Those that something bounds or
// counts are a fraction, others a day and month, if they can be one in only one
// way; and what is neither is a name: 9/11, 24/7.
func (s *scanner) slashed(i, run int) int {
	if end, ok := s.fractionAt(i); ok {
		return end
	}
	if !s.isIdiom(i, i) {
		if end, ok := s.dayMonth(i); ok {
			return end
		}
		if s.readsHanzi() {
			if end, ok := s.number(i, &s.fraction); ok {
				return end
			}
		}
		s.doubtful(i, run)
	}
	return skipToken(s.text, i)
}

// fractionAt reads a fraction that has evidence: "10 1/2", "2/3 of", "1/4 mile".
func (s *scanner) fractionAt(i int) (end int, ok bool) {
	v, end, ok := number.Scan(s.text, i, &s.fraction)
	if !ok || !s.closes(end) {
		return i, false
	}
	mixed := strings.IndexByte(s.text[i:end], ' ') > 0
	_, _, of := words.of.after(s.text, end)
	if next, _ := nextWord(s.text, end); words.is(next, portionWord) {
		mixed = true
	}
	if v.Unit == "" && !mixed && !of && !s.bounded(i) {
		return i, false
	}
	return s.addNumber(v, i, end)
}

// bounded reports whether a comparison is before i.
func (s *scanner) bounded(i int) bool {
	_, v, ok := s.vocabulary.before.before(s.text, i)
	return ok && v != ""
}

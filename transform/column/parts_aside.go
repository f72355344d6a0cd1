package column

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/transform/number"
	"github.com/tidywiki/tidywiki/transform/number/language"
)

// interval reads a range of numbers, which needs a unit or a header that measures: 3–2
// is a score.
func (in *inference) interval(text string, p *parts) {
	n, end, ok := number.Scan(text, 0, &in.reader.number)
	if !ok || !n.Range || !isAside(text[end:]) {
		return
	}
	if n.Unit == "" && !in.header.measures() && !in.header.counts {
		return
	}
	p.lower, p.upper, p.unit = n.Lower, n.Upper, unitName(&n)
	if n.Unit == "" {
		p.unit = in.header.Unit
		p.lower, p.upper = p.lower.Mul(in.header.Scale), p.upper.Mul(in.header.Scale)
	}
	p.has |= hasRange
}

// aside reads what is in parentheses behind a value: the same in another unit, a share,
// a rank, the year it is of.
func (in *inference) aside(rest string, p *parts) {
	rest = strings.TrimLeft(rest, " \u00a0\n")
	if rest == "" || rest[0] != '(' {
		return
	}
	inner, _, closed := strings.Cut(rest[1:], ")")
	if !closed {
		return
	}
	if year, ok := yearIn(inner); ok && in.header.Second == "" {
		p.year = number.NewDecimal(int64(year), 0)
		p.has |= hasYear
		return
	}
	if n, ok := number.Parse(inner, &in.reader.number); ok && !n.Range && !n.Words && n.Kind != number.Ratio {
		p.second, p.secondUnit = n.Value, unitName(&n)
		p.has |= hasSecond
	}
}

// yearIn finds the year of "2010 est." and "July 2009".
func yearIn(text string) (year int, ok bool) {
	for i := 0; i < len(text); i++ {
		end := numberEnd(text, i)
		if end == i {
			continue
		}
		if end-i == 4 && (i == 0 || text[i-1] == ' ') && (end == len(text) || text[end] == ' ' || text[end] == ',') {
			if n := atoi(text[i:end]); n >= firstYear && n <= lastYear {
				return n, true
			}
		}
		i = end
	}
	return 0, false
}

// isNoted reports whether words and something in parentheses follow a number: "25.4 Low
// (2020)". With decimals it is hardly a name.
func isNoted(rest string) bool {
	return strings.HasPrefix(rest, " ") && strings.HasSuffix(rest, ")") && strings.Count(rest[:strings.IndexByte(rest, '(')+1], " ") == 2
}

// isAside reports whether what follows a value says more about it: parentheses, another
// clause, a word for what was counted, a mark for a record. A word with a capital makes
// a name of the whole.
func isAside(rest string) bool {
	trimmed := strings.TrimLeft(rest, " \u00a0\u200b")
	if trimmed == "" {
		return true
	}
	spaced := len(trimmed) < len(rest)
	r, size := utf8.DecodeRuneInString(trimmed)
	switch r {
	case '(', '[', '\n', ';', '•', '@', '+':
		return r != '+' || spaced
	case ',':
		return size < len(trimmed) && trimmed[size] == ' '
	case '–', '—', '-':
		return spaced && size < len(trimmed) && trimmed[size] == ' '
	}
	if resultMarks()[trimmed] {
		return spaced
	}
	return language.IsIdeograph(r) || spaced && unicode.IsLetter(r) && !unicode.IsUpper(r)
}

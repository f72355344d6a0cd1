package column

import (
	"strings"

	"github.com/tidywiki/tidywiki/transform/date"
	"github.com/tidywiki/tidywiki/transform/number"
)

// evidence is what the texts of a column say about its decimal mark and the order
// of its numeric dates.
type evidence struct {
	// comma and point count the proofs that this mark begins the decimals: 12,5 and
	// 1.234,5 on one side, 12.5 and 1,234.5 on the other.
	comma, point int
	// open reports whether there are numbers which could be either: 1.234 or 1,234.
	open bool
	// dayFirst and monthFirst are proofs for 13/4/2013 and 4/13/2013, undecided reports
	// whether there are dates which could be either.
	dayFirst, monthFirst, undecided bool
}

// merge adds what another column says.
func (e *evidence) merge(f evidence) {
	e.comma, e.point, e.open = e.comma+f.comma, e.point+f.point, e.open || f.open
	e.dayFirst, e.monthFirst = e.dayFirst || f.dayFirst, e.monthFirst || f.monthFirst
}

// mark is the decimal mark of a column. The one that its own numbers prove comes first,
// and one proof against four or more is an exception. Where the numbers could have
// either, the neighbours decide if they agree, and then the language of the page if it
// writes a comma. sure is false where nothing decides.
func (e evidence) mark(neighbours evidence, byComma bool) (mark number.Mark, sure bool) {
	switch {
	case e.comma > 4*e.point, e.comma > 0 && e.point > 0 && !e.open:
		// If no number is open, each is read by what it shows itself.
		return number.CommaMark, true
	case e.point > 4*e.comma:
		return number.PointMark, true
	case e.comma > 0 || !e.open:
		return number.NoMark, !e.open
	case neighbours.comma > 0 && neighbours.point == 0:
		return number.CommaMark, true
	case neighbours.point > 0 && neighbours.comma == 0:
		return number.PointMark, true
	case byComma:
		return number.CommaMark, true
	}
	return number.NoMark, false
}

// order is the order of the parts of a numeric date, empty if nothing decides.
func (e evidence) order(neighbours evidence) string {
	for _, f := range [...]evidence{e, neighbours} {
		if f.dayFirst != f.monthFirst {
			if f.dayFirst {
				return "dmy"
			}
			return "mdy"
		}
	}
	return ""
}

// weigh adds what one text says. key is its sort key, if it has one.
func (e *evidence) weigh(text, key string) {
	if a, b, ok := dateParts(text); ok {
		switch date.Orders(text) {
		case date.DMY:
			e.dayFirst = true
		case date.MDY:
			e.monthFirst = true
		case date.DMY | date.MDY:
			e.undecided = true
			e.weighDateKey(a, b, key)
		}
		return
	}
	switch number.DecimalMark(text) {
	case number.CommaMark:
		e.comma++
	case number.PointMark:
		e.point++
	case number.EitherMark:
		e.open = true
		e.weighNumberKey(text, key)
	}
}

// weighDateKey uses a sort key that begins with the date as 2013-04-03.
func (e *evidence) weighDateKey(a, b int, key string) {
	i := strings.IndexByte(key, '-')
	if i != 4 || len(key) < 10 || key[7] != '-' || a == b {
		return
	}
	month, day := atoi(key[5:7]), atoi(key[8:10])
	e.dayFirst = e.dayFirst || a == day && b == month
	e.monthFirst = e.monthFirst || a == month && b == day
}

// weighNumberKey uses a sort key that writes the number without separators: it
// has the digits of 1.234 with the same number of decimals, or as a whole.
func (e *evidence) weighNumberKey(text, key string) {
	if key == "" || strings.Trim(key, "0123456789.") != "" || !sameDigits(text, key) {
		return
	}
	_, digits, _, _ := around(text)
	digits = strings.TrimRight(digits, ".,")
	if strings.Contains(key, ".") == strings.Contains(digits, ",") {
		e.comma++
	} else {
		e.point++
	}
}

// sameDigits reports whether two texts have the same digits, zeros in front aside.
func sameDigits(a, b string) bool {
	digits := func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}
	return strings.TrimLeft(strings.Map(digits, a), "0") == strings.TrimLeft(strings.Map(digits, b), "0")
}

// dateParts reads the first two numbers of a date like 3/4/2013.
func dateParts(text string) (a, b int, ok bool) {
	first, rest, ok := cutDigits(text, 2)
	if !ok || rest == "" || rest[0] != '/' && rest[0] != '.' && rest[0] != '-' {
		return 0, 0, false
	}
	sep := rest[0]
	second, rest, ok := cutDigits(rest[1:], 2)
	if !ok || rest == "" || rest[0] != sep {
		return 0, 0, false
	}
	year, rest, _ := cutDigits(rest[1:], 4)
	if rest != "" || len(year) != 2 && len(year) != 4 {
		return 0, 0, false
	}
	return atoi(first), atoi(second), true
}

// cutDigits cuts up to most digits off the front of a text.
func cutDigits(text string, most int) (digits, rest string, ok bool) {
	n := min(numberEnd(text, 0), most)
	return text[:n], text[n:], n > 0
}

func atoi(digits string) (n int) {
	for i := range len(digits) {
		n = 10*n + int(digits[i]-'0')
	}
	return n
}

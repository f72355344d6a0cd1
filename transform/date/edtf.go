package date

import (
	"strings"
	"sync"
)

// edtf returns what buf holds. Years, of which whole columns are full, share one
// string.
func edtf(buf []byte) string {
	if len(buf) == 4 && buf[0] != '-' && isNumber(string(buf)) {
		if n := 1000*int(buf[0]-'0') + 100*int(buf[1]-'0') + 10*int(buf[2]-'0') + int(buf[3]-'0'); firstYear <= n && n <= lastYear {
			i := 4 * (n - firstYear)
			return years()[i : i+4]
		}
	}
	return string(buf)
}

// years are the years from firstYear to lastYear, one behind the other.
var years = sync.OnceValue(func() string {
	var buf []byte
	for year := firstYear; year <= lastYear; year++ {
		buf = appendYear(buf, year)
	}
	return string(buf)
})

// hasMarks reports whether text has what only EDTF writes. Without it 0043 is
// rather an identifier than a year.
func hasMarks(text string) bool { return strings.ContainsAny(text, "X~?%.-") }

// readEDTF reads what Value.EDTF holds, but for the time of day: 190X, XXXX-03-05,
// 1900~, -0043, 2013/.., 2013-21.
func readEDTF(text string) (v Value, ok bool) {
	from, to, interval := strings.Cut(text, "/")
	var first, last point
	if !first.readEDTF(from) || interval && !last.readEDTF(to) || first.unknown && !interval {
		return Value{}, false
	}
	v, ok = build(first, last)
	v.Rule = "edtf"
	return v, ok
}

func (p *point) readEDTF(text string) bool {
	if text == ".." {
		p.open = true
		return true
	}
	if text == "" {
		p.unknown = true
		return true
	}
	text = p.cutQualifier(text)
	year, rest := cutYear(text)
	if !p.readYear(year) {
		return false
	}
	if rest == "" {
		return p.known != 0
	}
	if p.span != Day || len(rest) != 3 && len(rest) != 6 {
		return false
	}
	month, ok := twoDigits(rest)
	if !ok || !p.setPart(month) {
		return false
	}
	if len(rest) == 6 {
		day, ok := twoDigits(rest[3:])
		p.setDay(day)
		return ok && p.span == Day
	}
	return true
}

// cutYear returns the four digits of the year, with their sign, and what is behind.
func cutYear(text string) (year, rest string) {
	n := 4
	if strings.HasPrefix(text, "-") {
		n = 5
	}
	if len(text) < n {
		return "", ""
	}
	return text[:n], text[n:]
}

// cutQualifier reads ~, ? or % at the end.
func (p *point) cutQualifier(text string) string {
	if text == "" {
		return text
	}
	switch text[len(text)-1] {
	case '~':
		p.approx = true
	case '?':
		p.uncertain = true
	case '%':
		p.approx, p.uncertain = true, true
	default:
		return text
	}
	return text[:len(text)-1]
}

// readYear reads 2013, -0043, 190X, 19XX, -04XX or XXXX, which says nothing.
func (p *point) readYear(text string) bool {
	if text == "XXXX" {
		return true
	}
	digits, before := strings.CutPrefix(text, "-")
	known := strings.TrimRight(digits, "X")
	if known == "" || !isNumber(known) {
		return false
	}
	n := 0
	for i := range len(digits) {
		n *= 10
		if i < len(known) {
			n += int(digits[i] - '0')
		}
	}
	switch len(digits) - len(known) {
	case 0:
	case 1:
		p.span = Decade
	case 2:
		p.span = Century
	default:
		return false
	}
	if before {
		n = -n
		if p.span == Century {
			n -= 99
		}
	}
	p.setYear(n)
	return !before || p.span != Decade
}

func isNumber(text string) bool {
	return strings.Trim(text, "0123456789") == ""
}

// setPart understands the two digits behind a year: a month, season, quarter or
// half.
func (p *point) setPart(n int) bool {
	switch {
	case n <= 12:
		p.setMonth(n)
		return true
	case !p.has(hasYear):
		return false
	case seasonCode < n && n <= seasonCode+4:
		p.span, p.part = Season, n-seasonCode
	case quarterCode < n && n <= quarterCode+4:
		p.span, p.part = Quarter, n-quarterCode
	case halfCode < n && n <= halfCode+2:
		p.span, p.part = Half, n-halfCode
	}
	return p.span != Day
}

// twoDigits reads the -03 that text begins with.
func twoDigits(text string) (n int, ok bool) {
	if len(text) < 3 || text[0] != '-' || !isNumber(text[1:3]) {
		return 0, false
	}
	return int(text[1]-'0')*10 + int(text[2]-'0'), true
}

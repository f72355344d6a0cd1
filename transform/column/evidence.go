package column

import "strings"

// evidence is what the texts of a column say about its decimal mark and the order
// of its numeric dates.
type evidence struct {
	// comma and point are proofs that this mark begins the decimals: 12,5 and 1.234,5
	// on one side, 12.5 and 1,234.5 on the other.
	comma, point bool
	// open says that there are numbers which could be either: 1.234 or 1,234.
	open bool
	// dayFirst and monthFirst are proofs for 13/4/2013 and 4/13/2013, undecided says
	// that there are dates which could be either.
	dayFirst, monthFirst, undecided bool
}

// merge adds what another column says.
func (e *evidence) merge(f evidence) {
	e.comma, e.point, e.open = e.comma || f.comma, e.point || f.point, e.open || f.open
	e.dayFirst, e.monthFirst = e.dayFirst || f.dayFirst, e.monthFirst || f.monthFirst
}

// decimalComma says whether a column writes its decimals behind a comma: because
// its own numbers prove it, or else those of its neighbours, or else because its
// language does.
func (e evidence) decimalComma(neighbours evidence, language string) bool {
	if e.comma || e.point {
		return e.comma && !e.point
	}
	if !e.open {
		return false
	}
	if neighbours.comma || neighbours.point {
		return neighbours.comma && !neighbours.point
	}
	return writesComma(language)
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

// commaLanguages write 1.234,5 or 1 234,5.
const commaLanguages = " bg bs ca cs da de el es et eu fi fr gl hr hu id is it lt lv mk nb nl nn no pl pt ro ru sk sl sq sr sv tr uk vi "

func writesComma(language string) bool {
	language, _, _ = strings.Cut(language, "-")
	return language != "" && strings.Contains(commaLanguages, " "+language+" ")
}

// weigh adds what one text says. key is its sort key, if it has one.
func (e *evidence) weigh(text, key string) {
	if a, b, ok := dateParts(text); ok {
		e.dayFirst = e.dayFirst || a > 12 && b <= 12
		e.monthFirst = e.monthFirst || b > 12 && a <= 12
		e.undecided = e.undecided || a <= 12 && b <= 12 && a != b
		e.weighDateKey(a, b, key)
		return
	}
	switch shape := separators(text); {
	case shape == openComma || shape == openPoint:
		e.open = true
		e.weighNumberKey(shape, text, key)
	case shape == decimalComma:
		e.comma = true
	case shape == decimalPoint:
		e.point = true
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

// weighNumberKey uses a sort key that writes the number without separators.
func (e *evidence) weighNumberKey(s separator, text, key string) {
	if key == "" || strings.Trim(key, "0123456789.") != "" {
		return
	}
	digits := strings.NewReplacer(".", "", ",", "").Replace(run(text))
	whole := key == digits
	parts := strings.Contains(key, ".") && strings.ReplaceAll(key, ".", "") == digits
	e.comma = e.comma || whole && s == openPoint || parts && s == openComma
	e.point = e.point || whole && s == openComma || parts && s == openPoint
}

// A separator is what the commas and points of a number must be.
type separator uint8

const (
	noSeparator separator = iota
	decimalComma
	decimalPoint
	openComma // 1,234
	openPoint // 1.234
)

// separators looks at the first run of digits, commas and points of a text.
func separators(text string) separator {
	r := run(text)
	comma, point := strings.Count(r, ","), strings.Count(r, ".")
	lastComma, lastPoint := strings.LastIndexByte(r, ','), strings.LastIndexByte(r, '.')
	switch {
	case comma == 0 && point == 0:
		return noSeparator
	case comma > 0 && point > 0:
		if lastComma > lastPoint && comma == 1 && grouped3(r[:lastComma], '.') {
			return decimalComma
		} else if lastPoint > lastComma && point == 1 && grouped3(r[:lastPoint], ',') {
			return decimalPoint
		}
	case comma == 1:
		if couldGroup(r, lastComma) {
			return openComma
		}
		return decimalComma
	case point == 1:
		if couldGroup(r, lastPoint) {
			return openPoint
		}
		return decimalPoint
	case comma > 1 && grouped3(r, ','):
		return decimalPoint
	case point > 1 && grouped3(r, '.'):
		return decimalComma
	}
	return noSeparator
}

// run is the first run of digits, commas and points, without those at its end.
func run(text string) string {
	i := strings.IndexAny(text, "0123456789")
	if i < 0 {
		return ""
	}
	if i > 0 && (text[i-1] == '.' || text[i-1] == ',') {
		i--
	}
	j := i
	for j < len(text) && (text[j] >= '0' && text[j] <= '9' || text[j] == ',' || text[j] == '.') {
		j++
	}
	return strings.TrimRight(text[i:j], ".,")
}

// couldGroup says whether the separator at i may stand for thousands: three
// digits behind it, one to three before it that are not 0.
func couldGroup(r string, i int) bool {
	return len(r)-i == 4 && i >= 1 && i <= 3 && r[0] != '0'
}

// grouped3 says whether separators stand before every third digit of a number.
func grouped3(r string, sep byte) bool {
	first := true
	for {
		i := strings.IndexByte(r, sep)
		part := r
		if i >= 0 {
			part = r[:i]
		}
		if len(part) > 3 || len(part) == 0 || !first && len(part) != 3 {
			return false
		}
		if i < 0 {
			return true
		}
		first, r = false, r[i+1:]
	}
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
	n := 0
	for n < len(text) && n < most && text[n] >= '0' && text[n] <= '9' {
		n++
	}
	return text[:n], text[n:], n > 0
}

func atoi(digits string) (n int) {
	for i := range len(digits) {
		n = 10*n + int(digits[i]-'0')
	}
	return n
}

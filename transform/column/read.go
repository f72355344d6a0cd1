package column

import (
	"strings"

	"github.com/tidywiki/tidywiki/transform/date"
	"github.com/tidywiki/tidywiki/transform/number"
)

// longest is how many bytes a text may have that is wholly a number or a date;
// dateAhead and numberAhead are how many may stand before its first digit, as in
// "Wednesday, September 3" and "approximately 3".
const longest, dateAhead, numberAhead = 64, 22, 16

// latestYear is the last number of four digits that may be a year.
const latestYear = 2999

// A reader reads the texts of one column with what is known of it so far.
type reader struct {
	number number.Hint
	date   date.Hint
	// months says that the header speaks of dates, so that a month may stand alone.
	months bool
	// byComma says that decimals stand behind a comma.
	byComma  bool
	last     pattern
	evidence evidence
}

func newReader(ctx Context) (r reader) {
	r.number.Language, _, _ = strings.Cut(ctx.Language, "-")
	r.date.Language = r.number.Language
	r.byComma = byComma(&r.number)
	return r
}

// read finds out all that a text may be, and leaves it in v, which must be zero.
// The type is still open.
func (r *reader) read(text, key string, v *Value) {
	if digits(text, v) || r.ordinal(text, v) || key == "" && r.repeat(text, v) || r.word(text, v) || len(text) > longest || score(text) {
		return
	}
	if rest, mark := cutMarks(text); mark != "" {
		if r.read(rest, key, v); v.Null || v.fits != 0 {
			v.Mark = mark
		}
		return
	}
	if ahead := firstDigit(text); ahead <= dateAhead {
		if strings.ContainsAny(text, ".,/-") {
			r.evidence.weigh(text, key)
		}
		r.value(text, ahead, v)
	} else if r.months {
		r.dated(text, v)
	}
}

// word reads the words and marks that stand for nothing or for a truth.
func (r *reader) word(text string, v *Value) bool {
	if text == "" || isNull(text) {
		v.Null, v.hint = true, nothing
		return true
	}
	if b, ok := truth(text); ok {
		v.Bool, v.fits = b, setOf(Boolean)
		return true
	}
	return false
}

// digits reads plain digits, which most cells with a number are.
func digits(text string, v *Value) bool {
	if len(text) == 0 || len(text) > 18 {
		return false
	}
	var n int64
	for i := range len(text) {
		d := text[i] - '0'
		if d > 9 {
			return false
		}
		n = 10*n + int64(d)
	}
	if text[0] == '0' && len(text) > 1 {
		v.hint = padded
		return true
	}
	v.Number, v.fits, v.hint = number.NewDecimal(n, 0), asInteger, plain
	if len(text) == 4 && n <= latestYear {
		v.EDTF = text
		v.fits |= asYear
	}
	return true
}

// ordinal reads 12th as English writes it.
func (r *reader) ordinal(text string, v *Value) bool {
	n := len(text) - 2
	if n < 1 || n > 6 || text[0] == '0' || numberEnd(text, 0) != n || r.number.Language != "" && r.number.Language != "en" {
		return false
	}
	suffix := "th"
	if n < 2 || text[n-2] != '1' {
		switch text[n-1] {
		case '1':
			suffix = "st"
		case '2':
			suffix = "nd"
		case '3':
			suffix = "rd"
		}
	}
	if text[n:] != suffix {
		return false
	}
	v.Number, v.fits = number.NewDecimal(int64(atoi(text[:n])), 0), asOrdinal
	return true
}

// value reads a text as a number or else as a date. A word behind a number may be
// a month as well as a unit, so that where there are letters the date comes first.
func (r *reader) value(text string, ahead int, v *Value) {
	letters := hasLetter(text)
	if letters {
		if r.dated(text, v); v.fits != 0 || ahead > numberAhead {
			return
		}
	}
	n, ok := number.Parse(text, &r.number)
	if ok {
		fromNumber(&n, text, v)
		if n.Approx {
			r.orYear(text, v)
		}
		r.learn(text, &n)
		return
	}
	if !letters {
		r.dated(text, v)
	}
}

// fromNumber is a number as a column takes it. Ranges and ratios are not one
// number, and of 5 ft 11 in neither is printed: they stay text.
func fromNumber(n *number.Value, text string, v *Value) {
	if n.Kind == number.Ratio || n.Range || n.Rule == "compound-unit" {
		return
	}
	v.Number, v.Unit, v.hint = n.Value, unitName(n), numberHint(n, text)
	v.Inexact = n.Approx || n.Comparator != "" || !n.Uncertainty.IsZero()
	switch {
	case n.Kind == number.Ordinal:
		v.fits = asOrdinal
	case n.Value.IsInteger() && (n.Decimals == 0 || v.is(scaled)):
		v.fits = asInteger
	default:
		v.fits = asNumber
	}
}

func numberHint(n *number.Value, text string) (h hint) {
	if n.Grouped {
		h |= grouped
	}
	if n.Kind == number.Money {
		h |= money
	}
	if n.Scale.Cmp(one) != 0 {
		h |= scaled
	}
	if text[0] == '.' || text[0] == ',' {
		h |= pointFirst
	}
	return h
}

// orYear adds that a number such as ~1920 may be a year.
func (r *reader) orYear(text string, v *Value) {
	var d Value
	if r.dated(text, &d); d.fits != 0 {
		v.fits |= d.fits
		v.EDTF, v.Start, v.End, v.Dated = d.EDTF, d.Start, d.End, d.Dated
	}
}

// dated reads a text as a date.
func (r *reader) dated(text string, v *Value) {
	d, ok := date.Parse(text, &r.date)
	if ok {
		fromDate(&d, v)
		if d.Precision == date.Month && !hasLetter(text) {
			r.spans(v)
		}
	} else if _, _, numeric := dateParts(text); numeric {
		v.hint = unordered
	}
}

// spans leaves 2001/02 text where such months are seasons.
func (r *reader) spans(v *Value) {
	if v.hint |= eitherSpan; r.date.Span && nextYear(v.EDTF) {
		v.fits = 0
	}
}

// withYear reads a date that has no year once more, in a year.
func (r *reader) withYear(text string, year int, v *Value) {
	text, _ = cutMarks(text)
	d, ok := date.Parse(text, &r.date)
	if !ok {
		return
	}
	if d, ok = d.WithYear(year); ok {
		*v = Value{Mark: v.Mark, Completed: true}
		fromDate(&d, v)
	}
}

// fromDate is a date as a column takes it. A time of day has no place in a column
// of days: it stays in the text of an EDTF.
func fromDate(d *date.Value, v *Value) {
	v.EDTF, v.Start, v.End, v.Dated = d.EDTF, d.Start, d.End, d.Known
	exact := d.Known && !d.Approx && !d.Uncertain && d.Clock == ""
	switch {
	case d.Precision == date.Day && exact:
		v.fits = asDate
	case d.Precision == date.YearOnly && exact:
		v.fits = asYear
	default:
		v.fits = asEDTF
	}
	if d.Precision == date.NoYear {
		v.hint |= yearless
	}
	if d.Precision == date.Interval {
		v.hint |= interval
	}
}

// firstDigit is the place of the first digit. Other scripts have theirs, so that a
// letter of one counts as well.
func firstDigit(text string) int {
	for i := range len(text) {
		if c := text[i]; c >= '0' && c <= '9' || c >= 0x80 {
			return i
		}
	}
	return len(text) + longest
}

// score says whether a text is two short numbers with a dash between, as in 3–2.
// No column of numbers or dates has such values, and a column of scores has many.
func score(text string) bool {
	i := numberEnd(text, 0)
	if i == 0 || i > 3 || i == len(text) {
		return false
	}
	j := i
	for _, dash := range [...]string{"-", "–", "−"} {
		if strings.HasPrefix(text[i:], dash) {
			j += len(dash)
		}
	}
	end := numberEnd(text, j)
	return j > i && end > j && end-j <= 3 && end == len(text)
}

// numberEnd is where the digits at i end.
func numberEnd(text string, i int) int {
	for i < len(text) && text[i] >= '0' && text[i] <= '9' {
		i++
	}
	return i
}

func hasLetter(text string) bool {
	for i := range len(text) {
		if c := text[i] | 0x20; c >= 'a' && c <= 'z' || c >= 0x80 {
			return true
		}
	}
	return false
}

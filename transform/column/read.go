package column

import (
	"strings"

	"github.com/tidywiki/tidywiki/transform/date"
	"github.com/tidywiki/tidywiki/transform/number"
)

// longest is how many bytes a text may have that is wholly a number or a date.
const longest = 64

// latestYear is the last number of four digits that may be a year.
const latestYear = 2999

// A reader reads the texts of one column with what is known of it so far.
type reader struct {
	number number.Hint
	date   date.Hint
	// marked says that a text with a comma, point or slash was read, so that there
	// is evidence to weigh.
	marked bool
}

// read finds out all that a text may be. The value's Type is still open.
func (r *reader) read(text string) Value {
	if v, ok := digits(text); ok {
		return v
	}
	if text == "" || isNull(text) {
		return Value{Null: true, hint: nothing}
	}
	if b, ok := truth(text); ok {
		return Value{Bool: b, fits: setOf(Boolean)}
	}
	if len(text) > longest {
		return Value{}
	}
	if promising(text) {
		if v := r.value(text); v.fits != 0 || v.hint != 0 {
			return v
		}
	}
	rest, mark := cutMarks(text)
	if mark == "" {
		return Value{}
	}
	v := r.read(rest)
	if v.Null || v.fits != 0 {
		v.Mark = mark + v.Mark
	}
	return v
}

// digits reads plain digits, which most cells with a number are.
func digits(text string) (v Value, ok bool) {
	if len(text) == 0 || len(text) > 18 {
		return v, false
	}
	var n int64
	for i := range len(text) {
		d := text[i] - '0'
		if d > 9 {
			return v, false
		}
		n = 10*n + int64(d)
	}
	if text[0] == '0' && len(text) > 1 {
		v.hint = padded
		return v, true
	}
	v.Number, v.fits, v.hint = number.NewDecimal(n, 0), asInteger, plain
	if len(text) == 4 && n <= latestYear {
		v.EDTF = text
		v.fits |= asYear
	}
	return v, true
}

// value reads a text as a number or else as a date. A word behind a number may be
// a month as well as a unit, so that where there are letters the date comes first.
func (r *reader) value(text string) Value {
	r.marked = r.marked || strings.ContainsAny(text, ".,/-")
	letters := hasLetter(text)
	if letters {
		if v := r.dated(text); v.fits != 0 {
			return v
		}
	}
	if n, ok := number.Parse(text, &r.number); ok {
		v := fromNumber(&n, text)
		if n.Approx {
			r.orYear(&v, text)
		}
		return v
	}
	if letters {
		return Value{}
	}
	return r.dated(text)
}

// fromNumber is a number as a column takes it. Ranges and ratios are not one
// number, and stay text.
func fromNumber(n *number.Value, text string) (v Value) {
	if n.Kind == number.Ratio || n.Range {
		return v
	}
	v.Number, v.Unit, v.Mark, v.hint = n.Value, unitName(n), n.Note, numberHint(n, text)
	v.Inexact = n.Approx || n.Comparator != "" || !n.Uncertainty.IsZero()
	switch {
	case n.Kind == number.Ordinal:
		v.fits = asOrdinal
	case n.Value.IsInteger() && (n.Decimals == 0 || v.is(scaled)):
		v.fits = asInteger
	default:
		v.fits = asNumber
	}
	return v
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
func (r *reader) orYear(v *Value, text string) {
	if d := r.dated(text); d.fits != 0 {
		v.fits |= d.fits
		v.EDTF, v.Start, v.End, v.Dated = d.EDTF, d.Start, d.End, d.Dated
	}
}

// dated reads a text as a date.
func (r *reader) dated(text string) (v Value) {
	d, ok := date.Parse(text, &r.date)
	if !ok {
		if _, _, numeric := dateParts(text); numeric {
			v.hint = unordered
		}
		return v
	}
	return fromDate(d)
}

func fromDate(d date.Value) (v Value) {
	v.EDTF, v.Start, v.End, v.Dated = d.EDTF, d.Start, d.End, d.Known
	switch {
	case d.Precision == date.Day && d.Known && !d.Approx && !d.Uncertain:
		v.fits = asDate
	case d.Precision == date.YearOnly && d.Known && !d.Approx && !d.Uncertain:
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
	v.Inexact = false
	return v
}

// promising says whether a text may be a number or date at all: it has a digit,
// a month's name alone, or is in another script.
func promising(text string) bool {
	for i := range len(text) {
		if c := text[i]; c >= '0' && c <= '9' || c >= 0x80 {
			return true
		}
	}
	return false
}

func hasLetter(text string) bool {
	for i := range len(text) {
		if c := text[i] | 0x20; c >= 'a' && c <= 'z' || c >= 0x80 {
			return true
		}
	}
	return false
}

package column

import (
	"strings"

	"github.com/tidywiki/tidywiki/transform/date"
)

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
	if ok && d.ShortYear && !r.months && isDotted(text) {
		// 10.4.11 is rather a version.
		ok = false
	}
	if ok && r.isNameLikeDate(text, v) {
		return
	}
	if ok && d.Approx && d.Precision == date.YearOnly && d.Start < firstBareYear && !r.years {
		// c. 500 is five hundred of something.
		ok = false
	}
	if ok {
		fromDate(&d, v)
		if d.Precision == date.Month && !hasLetter(text) {
			r.spans(v)
		}
		if d.ShortYear && r.near == 0 {
			v.fits = 0
		}
	} else if _, _, numeric := dateParts(text); numeric && date.Orders(text) == date.DMY|date.MDY {
		v.hint = unordered
	}
}

// isNameLikeDate reports whether what reads as a date is rather a name: any short one
// under a header that speaks of names, and SEPT2 unless the header speaks of dates.
func (r *reader) isNameLikeDate(text string, v *Value) bool {
	if r.names {
		return !isFullDate(text)
	}
	if r.months || r.years || !isFusedMonth(text) {
		return false
	}
	v.hint |= nameLike
	return true
}

// firstBareYear is the first day of 1000, from which on a rough number may be a year
// whatever the header says.
var firstBareYear, _ = date.Days(1000, 1, 1)

// isDotted reports whether a date is written as 14.3.99.
func isDotted(text string) bool { return strings.Count(text, ".") == 2 && !hasLetter(text) }

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
		mark := v.Mark
		*v = Value{Completed: true}
		fromDate(&d, v)
		v.Mark = mark
	}
}

// fromDate is a date as a column takes it. A time of day has no place in a column
// of days: it stays in the text of an EDTF.
func fromDate(d *date.Value, v *Value) {
	v.EDTF, v.Start, v.End, v.Dated = d.EDTF, d.Start, d.End, d.Known
	v.setAside(d.Note)
	v.Inexact, v.ShortYear = d.Part != "", d.ShortYear
	exact := d.Known && !d.Approx && !d.Uncertain && d.Clock == "" && d.Part == ""
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

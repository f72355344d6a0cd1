package date

// A point is one end of an interval, or all of a date.
type point struct {
	year, month, day int
	// known is the set of these that are known.
	known field
	// span is what it is other than a year, month or day it is: Quarter, Half, Season,
	// Decade, Century; then part is the number of the quarter, half or season, and
	// year the first of the decade or century.
	span Precision
	part int
	// open is an end that is not there: "present"; unknown one that nobody knows: "?".
	open, unknown bool
	// number is a number that only its neighbour can explain: the 5 of "5–16 March".
	number, digits    int
	approx, uncertain bool
	// bc reports whether the year was counted backwards, so that a bare first year of an
	// interval is too.
	bc bool
}

type field uint8

const (
	hasYear field = 1 << iota
	hasMonth
	hasDay
)

func (p *point) has(f field) bool { return p.known&f == f }

func (p *point) lacksYear() bool { return !p.has(hasYear) && p.has(hasMonth) }

func (p *point) setYear(year int)   { p.year, p.known = year, p.known|hasYear }
func (p *point) setMonth(month int) { p.month, p.known = month, p.known|hasMonth }
func (p *point) setDay(day int)     { p.day, p.known = day, p.known|hasDay }

// empty reports whether p says nothing.
func (p *point) empty() bool { return p.known == 0 && !p.isOpen() }

// isOpen reports whether p is an end of an interval without a date.
func (p *point) isOpen() bool { return p.open || p.unknown }

// valid reports whether there is such a date. Without a year 29 February may be.
func (p *point) valid() bool {
	year := 2000
	if p.has(hasYear) {
		year = p.year
	}
	if year < minYear || year > maxYear || p.has(hasMonth) && (p.month < 1 || p.month > 12) {
		return false
	}
	if !p.has(hasDay) {
		return p.known != 0
	}
	return p.has(hasMonth) && p.day >= 1 && p.day <= daysIn(year, p.month)
}

// before compares two points of equal fields.
func (p *point) before(q point) bool {
	if p.year != q.year {
		return p.year < q.year
	}
	if p.month != q.month {
		return p.month < q.month
	}
	return p.day < q.day
}

func (p *point) precision() Precision {
	switch {
	case p.span != Day:
		return p.span
	case !p.has(hasYear):
		return NoYear
	case p.has(hasDay):
		return Day
	case p.has(hasMonth):
		return Month
	}
	return YearOnly
}

// bounds returns the first and last day.
func (p *point) bounds() (start, end int32, ok bool) {
	firstMonth, lastMonth, lastYear := 1, 12, p.year
	switch p.precision() {
	case NoYear, Season:
		return 0, 0, false
	case Day:
		d := civil(p.year, p.month, p.day)
		return d, d, true
	case Month:
		firstMonth, lastMonth = p.month, p.month
	case Quarter:
		firstMonth, lastMonth = 3*p.part-2, 3*p.part
	case Half:
		firstMonth, lastMonth = 6*p.part-5, 6*p.part
	case Decade:
		lastYear += 9
	case Century:
		lastYear += 99
	}
	return civil(p.year, firstMonth, 1), civil(lastYear, lastMonth, daysIn(lastYear, lastMonth)), true
}

// The codes of ISO 8601-2 for parts of a year.
const (
	seasonCode  = 20 // 21 is spring
	quarterCode = 32 // 33 is the first
	halfCode    = 39 // 40 is the first
)

// append writes p as EDTF.
func (p *point) append(buf []byte) []byte {
	switch {
	case p.open:
		return append(buf, ".."...)
	case p.unknown:
		return buf
	case p.span == Decade:
		buf = appendYear(buf, p.year)
		buf[len(buf)-1] = 'X'
	case p.span == Century:
		buf = p.appendCentury(buf)
	default:
		buf = p.appendFields(buf)
	}
	switch {
	case p.approx && p.uncertain:
		return append(buf, '%')
	case p.approx:
		return append(buf, '~')
	case p.uncertain:
		return append(buf, '?')
	}
	return buf
}

// appendCentury writes 18XX. Years before 1 count backwards, so that the first of
// a century is the greatest: -04XX runs from -0499 to -0400.
func (p *point) appendCentury(buf []byte) []byte {
	year := p.year
	if year < 0 {
		year += 99
		if year == 0 {
			buf = append(buf, '-')
		}
	}
	buf = appendYear(buf, year)
	return append(buf[:len(buf)-2], "XX"...)
}

func (p *point) appendFields(buf []byte) []byte {
	if p.has(hasYear) {
		buf = appendYear(buf, p.year)
	} else {
		buf = append(buf, "XXXX"...)
	}
	switch p.span {
	case Quarter:
		return appendTwo(buf, quarterCode+p.part)
	case Half:
		return appendTwo(buf, halfCode+p.part)
	case Season:
		return appendTwo(buf, seasonCode+p.part)
	}
	if p.has(hasMonth) {
		buf = appendTwo(buf, p.month)
	}
	if p.has(hasDay) {
		buf = appendTwo(buf, p.day)
	}
	return buf
}

func appendTwo(buf []byte, n int) []byte {
	return append(buf, '-', '0'+byte(n/10), '0'+byte(n%10))
}

// build makes the value of a date, or of an interval if there is a last point. ok
// is false if there is no such date or the interval runs backwards.
func build(first, last point) (v Value, ok bool) {
	var space [32]byte
	if last.empty() {
		if !first.valid() {
			return Value{}, false
		}
		v.Precision, v.EDTF = first.precision(), edtf(first.append(space[:0]))
		v.Start, v.End, v.Known = first.bounds()
		if v.Precision == NoYear {
			v.Month, v.DayOfMonth = first.month, first.day
		}
	} else {
		if !first.isOpen() && !first.valid() || !last.isOpen() && !last.valid() || first.isOpen() && last.isOpen() {
			return Value{}, false
		}
		v.Precision = Interval
		v.EDTF = edtf(last.append(append(first.append(space[:0]), '/')))
		if !v.setBounds(&first, &last) {
			return Value{}, false
		}
	}
	v.Approx, v.Uncertain = first.approx || last.approx, first.uncertain || last.uncertain
	v.first, v.last = first, last
	return v, true
}

// setBounds sets the days of an interval, and reports whether it runs forwards.
func (v *Value) setBounds(first, last *point) bool {
	if first.isOpen() || last.isOpen() {
		return true
	}
	if first.lacksYear() != last.lacksYear() {
		return false
	}
	start, _, ok1 := first.bounds()
	_, end, ok2 := last.bounds()
	v.Start, v.End, v.Known = start, end, ok1 && ok2
	return !v.Known || start < end
}

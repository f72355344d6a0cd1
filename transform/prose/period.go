package prose

import "github.com/tidywiki/tidywiki/transform/date"

// period joins two dates. Where only one has a year, the other is in the same or,
// if they would not be in order, in the year before.
func period(a, b date.Value) (date.Value, bool) {
	if a.Precision == date.Interval || b.Precision == date.Interval {
		return a, false
	}
	if a.Precision == date.NoYear && b.Known {
		a = yearFor(a, yearOf(b.Start), b, -1)
	}
	if b.Precision == date.NoYear && a.Known {
		b = yearFor(b, yearOf(a.Start), a, 1)
	}
	if !a.Known || !b.Known || a.Start > b.End {
		return a, false
	}
	return date.Value{EDTF: a.EDTF + "/" + b.EDTF, Precision: date.Interval, Start: a.Start, End: b.End, Known: true,
		Approx: a.Approx || b.Approx, Uncertain: a.Uncertain || b.Uncertain, Rule: "joined"}, true
}

// yearFor completes v with a year, or with the one before or after it (step) if
// that puts it on the right side of other.
func yearFor(v date.Value, year int, other date.Value, step int) date.Value {
	w, ok := v.WithYear(year)
	if ok && (step < 0 && w.Start > other.End || step > 0 && w.End < other.Start) {
		w, ok = v.WithYear(year + step)
	}
	if !ok {
		return v
	}
	return w
}

package column

import "fmt"

// A tally counts the values of a column by the set of types they fit.
type tally struct {
	sets  [1 << 8]int32
	total int32
	// all is what fits every value, hints what any of them gave away.
	all   set
	hints hint
	// intervals is the number of values from one date to another.
	intervals int32
}

// earlyYears lets plain numbers below 1000 be years where the header speaks of
// years and most numbers have four digits.
func (in *inference) earlyYears() {
	if !in.header.years {
		return
	}
	late, early := 0, 0
	for i := range in.values {
		if v := &in.values[i]; v.fits.has(Year) {
			late++
		} else if v.is(plain) {
			early++
		}
	}
	if early == 0 || early > late {
		return
	}
	for i := range in.values {
		v := &in.values[i]
		if n, ok := v.Number.Int64(); ok && v.is(plain) && n > 0 && n < 1000 {
			v.EDTF = fmt.Sprintf("%04d", n)
			v.fits |= asYear
		}
	}
}

// tally counts the values that say something about the type.
func (in *inference) tally() *tally {
	t := &tally{all: ^set(0)}
	for i := range in.values {
		v := &in.values[i]
		t.hints |= v.hint
		if v.is(nothing | remark) {
			continue
		}
		fits := v.fits
		if v.is(misfit | aside) {
			fits = 0
		}
		if v.is(interval) {
			t.intervals++
		}
		t.sets[fits]++
		t.total++
		t.all &= fits
	}
	if t.total == 0 {
		t.all = 0
	}
	return t
}

// of is the number of values that fit a type.
func (t *tally) of(typ Type) (n int32) {
	for s, count := range t.sets {
		if count > 0 && set(s).has(typ) {
			n += count
		}
	}
	return n
}

// spans reports whether most values run from one date to another: seasons and the like
// are no dates.
func (t *tally) spans() bool { return 2*t.intervals > t.total }

// choose is the type that all values fit. a boolean is one only beside its
// opposite.
func (in *inference) choose(t *tally) Type {
	typ := t.all.best(in.areYears(t))
	if typ == Boolean && !in.bothBooleans() || typ == EDTF && t.spans() {
		return String
	}
	return typ
}

// near is the type that at least nine in ten values fit, String if there is none.
// Digits with a leading zero make a column of identifiers, which is not near to
// anything.
func (in *inference) near(t *tally) Type {
	if t.hints&padded != 0 {
		return String
	}
	best, most := String, (t.total*9+9)/10-1
	for typ := Ordinal; typ <= Duration; typ++ {
		if typ == Year && !in.header.years {
			continue
		}
		if n := t.of(typ); n > most && n < t.total {
			best, most = typ, n
		}
	}
	if best == EDTF && t.spans() {
		return String
	}
	return best
}

func (in *inference) any(h hint) bool {
	for i := range in.values {
		if in.values[i].is(h) {
			return true
		}
	}
	return false
}

func (in *inference) bothBooleans() bool {
	var yes, no bool
	for i := range in.values {
		if v := &in.values[i]; v.fits.has(Boolean) {
			yes, no = yes || v.Bool, no || !v.Bool
		}
	}
	return yes && no
}

// firstYear and lastYear are what four digits under a header that does not tell
// have to stay within to be years.
const firstYear, lastYear = 1600, 2099

// areYears reports whether the values are years rather than other numbers of four
// digits: the header says so, or it says nothing and all are years a page is
// likely to be about.
func (in *inference) areYears(t *tally) bool {
	if in.header.years || !t.all.has(Year) {
		return in.header.years
	}
	if in.header.counts || in.header.names || in.header.measures() {
		return false
	}
	for i := range in.values {
		v := &in.values[i]
		if n, ok := v.Number.Int64(); ok && v.fits.has(Integer) && (n < firstYear || n > lastYear) {
			return false
		}
	}
	return true
}

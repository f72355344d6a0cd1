package column

// settleUnit finds the one unit of the column's numbers, and marks the numbers
// that do not share it as misfits.
func (in *inference) settleUnit() string {
	in.doubtPercent()
	common, numbers := in.commonUnit()
	name, bare := in.header.Unit, true
	switch {
	case common.n == 0 || common.name == name:
	case name == "" && common.money:
		// Often only the first row has the sign of the currency.
		name = common.name
	case 2*common.n >= numbers:
		name, bare = common.name, common.name == "%"
		if in.header.Unit != "" {
			in.header = in.header.withoutUnit(in.source.Header)
		}
	}
	for i := range in.values {
		v := &in.values[i]
		if v.fits.has(Number) && !fitsUnit(v, name, bare) {
			v.hint |= misfit
		}
	}
	return name
}

// fitsUnit reports whether a number may be in a column of that unit; bare allows
// it to have none.
func fitsUnit(v *Value, name string, bare bool) bool {
	if v.Unit == "" {
		return bare || v.Number.IsZero()
	}
	return v.Unit == name
}

// A unitCount is a unit and the number of values that have it.
type unitCount struct {
	name  string
	n     int
	money bool
}

// commonUnit is the unit that most numbers have, the first of several.
func (in *inference) commonUnit() (common unitCount, numbers int) {
	var counts []unitCount
	for i := range in.values {
		v := &in.values[i]
		if !v.fits.has(Number) {
			continue
		}
		numbers++
		if v.Unit != "" {
			counts = addUnit(counts, v)
		}
	}
	for _, c := range counts {
		if c.n > common.n {
			common = c
		}
	}
	return common, numbers
}

func addUnit(counts []unitCount, v *Value) []unitCount {
	for i := range counts {
		if counts[i].name == v.Unit {
			counts[i].n++
			return counts
		}
	}
	return append(counts, unitCount{v.Unit, 1, v.is(money)})
}

// doubtPercent takes the percent sign of a header back where the numbers are
// printed as .625: that is a fraction, whatever the header calls it.
func (in *inference) doubtPercent() {
	if in.header.Unit == "%" && in.any(pointFirst) {
		in.header = in.header.withoutUnit(in.source.Header)
	}
}

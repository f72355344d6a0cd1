package column

import (
	"strings"

	"github.com/tidywiki/tidywiki/transform/number"
)

// A figure is the digits of a number as English writes them: 1,234.5.
type figure struct {
	value int64 // without the point
	// groups and decimals count the commas and the digits behind the point, lead
	// the digits before the first of either.
	groups, decimals, lead int
}

// maxFigure is how many digits a figure may have.
const maxFigure = 17

// readFigure reads a text of digits, commas and points. ok is false if it is not
// one number by the rules of English.
func readFigure(text string) (f figure, ok bool) {
	digits, run, point := 0, 0, false
	for i := range len(text) {
		c := text[i]
		if c >= '0' && c <= '9' {
			f.value = 10*f.value + int64(c-'0')
			digits, run = digits+1, run+1
			continue
		}
		if c != ',' && c != '.' || run == 0 || point || f.groups > 0 && run != 3 {
			return f, false
		}
		if f.lead == 0 {
			f.lead = digits
		}
		if c == ',' {
			f.groups++
		}
		point, run = c == '.', 0
	}
	if point {
		f.decimals = run
	}
	short := f.groups == 0 || f.lead <= 3 && (point || run == 3)
	zero := text != "" && text[0] == '0' && digits > f.decimals+1
	return f, short && run > 0 && digits <= maxFigure && !zero
}

// weigh adds what a figure says about the decimal mark.
func (f *figure) weigh(e *evidence) {
	switch {
	case f.lead == 0:
	case f.groups == 1 && f.decimals == 0, f.groups == 0 && f.decimals == 3 && f.lead <= 3 && f.value > 999:
		e.open = true
	default:
		e.point++
	}
}

// A pattern is what was around the last number of a column. Most columns write
// the same around each, so that only the digits have to be read again.
type pattern struct {
	known         bool
	before, after string
	factor        number.Decimal
	unit          string
	hint          hint
}

// around splits a text into its digits, commas and points, and what is before
// and behind them. ok is false if there are digits behind.
func around(text string) (before, digits, after string, ok bool) {
	i := strings.IndexAny(text, "0123456789")
	if i < 0 {
		return "", "", "", false
	}
	j := i
	for j < len(text) && (text[j] >= '0' && text[j] <= '9' || text[j] == ',' || text[j] == '.') {
		j++
	}
	return text[:i], text[i:j], text[j:], !strings.ContainsAny(text[j:], "0123456789")
}

// repeat reads a number with the same text around it as the last one.
func (r *reader) repeat(text string, v *Value) bool {
	p := &r.last
	if !p.known || len(text) <= len(p.before)+len(p.after) || !strings.HasPrefix(text, p.before) || !strings.HasSuffix(text, p.after) {
		return false
	}
	f, ok := readFigure(text[len(p.before) : len(text)-len(p.after)])
	if !ok {
		return false
	}
	f.weigh(&r.evidence)
	v.Number, v.Unit, v.hint, v.fits = number.NewDecimal(f.value, int32(-f.decimals)), p.unit, p.hint, asNumber
	if p.factor != one {
		v.Number = v.Number.Mul(p.factor)
	}
	if f.decimals == 0 || v.is(scaled) && v.Number.IsInteger() {
		v.fits = asInteger
	}
	if f.groups > 0 {
		v.hint |= grouped
	}
	return true
}

// learn keeps the pattern of a number that was read at length, if it has one that
// explains its value.
func (r *reader) learn(text string, n *number.Value) {
	simple := n.Kind == number.Plain || n.Kind == number.Percent || n.Kind == number.Money
	if !simple || n.Range || n.Approx || n.Comparator != "" || n.Note != "" || r.byComma || n.HasLower {
		return
	}
	before, digits, after, ok := around(text)
	f, whole := readFigure(digits)
	if !ok || !whole {
		return
	}
	factor := n.Scale
	if n.Value.Sign() < 0 {
		factor = factor.Neg()
	}
	if number.NewDecimal(f.value, int32(-f.decimals)).Mul(factor).Cmp(n.Value) != 0 {
		return
	}
	r.last = pattern{true, before, after, factor, unitName(n), numberHint(n, text) &^ grouped}
}

package column

import (
	"iter"
	"math/big"
	"strconv"

	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/number"
)

// maxDigits is how many digits a decimal128 can have.
const maxDigits = 38

// The scale of a header is refused where it makes of numbers what nobody can mean: more
// people than mostPeople, or all of them of a million or more before a scale of millions.
var (
	mostPeople  = number.NewDecimal(1, 10)
	fullFigures = number.NewDecimal(1, 6)
	mostMoney   = number.NewDecimal(1, 15)
)

// refuseScale takes the scale of the header back where the numbers below it are full
// figures already: "Population (mil)" over 20,186,000.
func (in *inference) refuseScale() (refused bool) {
	h := &in.header
	if h.Scale == one {
		return false
	}
	least, most := number.Decimal{}, number.Decimal{}
	for i := range in.values {
		v := &in.values[i]
		if !v.fits.has(Number) || v.is(scaled) || v.Number.IsZero() {
			continue
		}
		n := v.Number.Abs()
		if least.IsZero() || n.Cmp(least) < 0 {
			least = n
		}
		if n.Cmp(most) > 0 {
			most = n
		}
	}
	switch {
	case h.people && most.Mul(h.Scale).Cmp(mostPeople) > 0:
	case h.currency == "" && !h.finance && least.Cmp(fullFigures) >= 0:
	case least.Mul(h.Scale).Cmp(mostMoney) >= 0:
	default:
		return false
	}
	unit := h.Unit
	in.header = h.withoutUnit(in.source.Header)
	in.header.Unit = unit
	return true
}

// store applies the header's scale and decides how a wide table keeps the numbers.
func (in *inference) store(c *Column) {
	for i := range c.Values {
		if v := &c.Values[i]; !v.is(nothing | remark) {
			in.scale(v)
		}
	}
	all := func(yield func(number.Decimal) bool) {
		for i := range c.Values {
			if v := &c.Values[i]; !v.is(nothing|remark) && !yield(v.Number) {
				return
			}
		}
	}
	whole := areWhole(all)
	if in.header.Scale != one && c.Type == Number && whole {
		c.Type = Integer
	} else if c.Type == Integer && !whole {
		c.Type = Number
	}
	c.Storage, c.Precision, c.Scale = storageOf(all, c.Type == Number)
}

func areWhole(numbers iter.Seq[number.Decimal]) bool {
	for d := range numbers {
		if !d.IsInteger() {
			return false
		}
	}
	return true
}

// storageOf is how a wide table keeps numbers: as integers unless they are fractions, as
// float64 where no value changes by that, as decimals, or as strings if even they cannot
// hold them.
func storageOf(numbers iter.Seq[number.Decimal], fractions bool) (t dataset.Type, precision, scale int32) {
	t = dataset.Integer
	if fractions {
		t = dataset.Number
	}
	for d := range numbers {
		fits := fractions && exactFloat(d)
		if !fractions {
			_, fits = d.Int64()
		}
		if !fits {
			return decimalsOf(numbers)
		}
	}
	return t, 0, 0
}

// decimalsOf finds the decimal type that numbers need.
func decimalsOf(numbers iter.Seq[number.Decimal]) (t dataset.Type, precision, scale int32) {
	var digits, decimals int32
	for d := range numbers {
		n, places := digitsOf(d)
		digits, decimals = max(digits, n), max(decimals, places)
	}
	if digits+decimals > maxDigits {
		return dataset.String, 0, 0
	}
	return dataset.Decimal, maxDigits, decimals
}

// scale applies the header's scale to a number that has none of its own.
func (in *inference) scale(v *Value) {
	if in.header.Scale != one && !v.is(scaled) {
		v.Number = v.Number.Mul(in.header.Scale)
	}
}

// exactFloat reports whether the shortest way to write the nearest float64 is the
// number again. With up to 15 digits it always is.
func exactFloat(d number.Decimal) bool {
	if c, e, ok := d.Small(); ok && c > -1e15 && c < 1e15 && e > -300 && e < 290 {
		return true
	}
	back, ok := number.ParseDecimal(strconv.FormatFloat(d.Float64(), 'g', -1, 64))
	return ok && back.Cmp(d) == 0
}

// digitsOf counts the digits before and behind the decimal mark.
func digitsOf(d number.Decimal) (integral, decimals int32) {
	c, e := d.Big()
	n := int32(len(new(big.Int).Abs(c).String()))
	return max(n+e, 0), max(-e, 0)
}

package number

import (
	"cmp"
	"math"
	"math/big"
	"strconv"
)

// A Decimal is an exact decimal number: coefficient x 10^exponent, with the
// trailing zeros as written (1.50 stays 1.50). The zero Decimal is 0. Decimals
// are values: they may be copied, and no method changes one. Two Decimals of the
// same number may differ in their exponent: compare them with Cmp, not with ==.
type Decimal struct {
	// large is the coefficient where coeff is too small for it, else nil. It is
	// never changed, so that copies may share it.
	large *big.Int
	coeff int64
	exp   int32
}

// NewDecimal returns coeff x 10^exp.
func NewDecimal(coeff int64, exp int32) Decimal { return Decimal{coeff: coeff, exp: exp} }

// newBig returns coeff x 10^exp, in the small form if it fits; it keeps coeff.
func newBig(coeff *big.Int, exp int32) Decimal {
	if coeff.IsInt64() {
		return Decimal{coeff: coeff.Int64(), exp: exp}
	}
	return Decimal{large: coeff, exp: exp}
}

// Big returns coefficient and exponent without loss. The coefficient is the
// caller's own.
func (d Decimal) Big() (*big.Int, int32) {
	if d.large == nil {
		return big.NewInt(d.coeff), d.exp
	}
	return new(big.Int).Set(d.large), d.exp
}

// Small returns coefficient and exponent if the coefficient fits an int64.
func (d Decimal) Small() (coeff int64, exp int32, ok bool) {
	return d.coeff, d.exp, d.large == nil
}

// Exponent returns the power of ten that the coefficient is multiplied by.
func (d Decimal) Exponent() int32 { return d.exp }

// Decimals returns the number of digits that String writes behind the point.
func (d Decimal) Decimals() int {
	return max(0, -int(d.exp))
}

// Sign returns -1, 0 or 1.
func (d Decimal) Sign() int {
	if d.large != nil {
		return d.large.Sign()
	}
	return cmp.Compare(d.coeff, 0)
}

// IsZero reports whether d is 0.
func (d Decimal) IsZero() bool { return d.Sign() == 0 }

// IsInteger reports whether d has no fractional part; 2.00 has none.
func (d Decimal) IsInteger() bool {
	if d.exp >= 0 || d.Sign() == 0 {
		return true
	}
	_, _, ok := d.trim(0)
	return ok
}

// Int64 returns d as an integer if it is one and fits.
func (d Decimal) Int64() (int64, bool) {
	if d.large == nil && d.exp == 0 {
		return d.coeff, true
	}
	c, b, ok := d.trim(0)
	if !ok || b != nil {
		return 0, false
	}
	return c, true
}

// trim returns the coefficient d has at an exponent, as int64 or else as big
// integer. ok is false if digits would be lost.
func (d Decimal) trim(exp int32) (small int64, large *big.Int, ok bool) {
	if d.large == nil {
		small, ok = shift(d.coeff, int64(d.exp)-int64(exp))
		if ok || d.exp <= exp {
			return small, nil, ok
		}
	}
	c, e := d.Big()
	if c.Sign() == 0 {
		return 0, nil, true
	}
	if e >= exp {
		c.Mul(c, pow10(int64(e)-int64(exp)))
	} else if _, r := c.QuoRem(c, pow10(int64(exp)-int64(e)), new(big.Int)); r.Sign() != 0 {
		return 0, nil, false
	}
	if c.IsInt64() {
		return c.Int64(), nil, true
	}
	return 0, c, true
}

// Scaled128 returns d x 10^places as a two's complement integer of 128 bits, as
// decimal columns hold it. ok is false if d has more decimals or does not fit.
func (d Decimal) Scaled128(places int32) (hi int64, lo uint64, ok bool) {
	small, large, ok := d.trim(-places)
	if !ok || large == nil {
		return small >> 63, uint64(small), ok
	}
	if large.BitLen() > 127 {
		return 0, 0, false
	}
	mod := new(big.Int).And(large, new(big.Int).SetUint64(math.MaxUint64))
	return new(big.Int).Rsh(large, 64).Int64(), mod.Uint64(), true
}

// Float64 returns the float64 nearest to d.
func (d Decimal) Float64() float64 {
	const exact = 1 << 53
	if d.large == nil && -exact <= d.coeff && d.coeff <= exact && -22 <= d.exp && d.exp <= 22 {
		// Both factors are exact, so that the one operation rounds correctly.
		if d.exp < 0 {
			return float64(d.coeff) / float10[-d.exp]
		}
		return float64(d.coeff) * float10[d.exp]
	}
	// Out of range is an infinity, as float64 has it.
	f, _ := strconv.ParseFloat(d.scientific(), 64)
	return f
}

var float10 = [...]float64{1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10,
	1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22}

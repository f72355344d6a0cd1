package number

import (
	"cmp"
	"math"
	"math/big"
)

// Neg returns -d.
func (d Decimal) Neg() Decimal {
	if d.large == nil && d.coeff != math.MinInt64 {
		return Decimal{coeff: -d.coeff, exp: d.exp}
	}
	c, e := d.Big()
	return newBig(c.Neg(c), e)
}

// Abs returns d without its sign.
func (d Decimal) Abs() Decimal {
	if d.Sign() < 0 {
		return d.Neg()
	}
	return d
}

// Add returns d + e, exactly, with the decimals of the one that has more.
func (d Decimal) Add(e Decimal) Decimal {
	exp := min(d.exp, e.exp)
	a, ok1 := d.at(exp)
	b, ok2 := e.at(exp)
	if ok1 && ok2 {
		// The sum overflowed if it has the sign of neither.
		if sum := a + b; (a^sum)&(b^sum) >= 0 {
			return Decimal{coeff: sum, exp: exp}
		}
	}
	x, y := d.bigAt(exp), e.bigAt(exp)
	return newBig(x.Add(x, y), exp)
}

// Sub returns d - e, exactly.
func (d Decimal) Sub(e Decimal) Decimal { return d.Add(e.Neg()) }

// Mul returns d x e, exactly, with the decimals of both.
func (d Decimal) Mul(e Decimal) Decimal {
	exp := d.exp + e.exp
	if d.large == nil && e.large == nil {
		if c, ok := mul64(d.coeff, e.coeff); ok {
			return Decimal{coeff: c, exp: exp}
		}
	}
	x, _ := d.Big()
	y, _ := e.Big()
	return newBig(x.Mul(x, y), exp)
}

// Quo returns d / e rounded half up (away from zero) to so many decimals. ok is
// false if e is 0.
func (d Decimal) Quo(e Decimal, places int) (q Decimal, ok bool) {
	if e.Sign() == 0 {
		return Decimal{}, false
	}
	x, xe := d.Big()
	y, ye := e.Big()
	if s := int64(xe) - int64(ye) + int64(places); s >= 0 {
		x.Mul(x, pow10(s))
	} else {
		y.Mul(y, pow10(-s))
	}
	return newBig(quoHalfUp(x, y), int32(-places)), true
}

// Round returns d with exactly so many decimals, rounded half up (away from
// zero). A negative number rounds to tens, hundreds ...
func (d Decimal) Round(places int) Decimal {
	exp := int32(-places)
	if c, ok := d.at(exp); ok {
		return Decimal{coeff: c, exp: exp}
	}
	c, e := d.Big()
	if e >= exp {
		return newBig(c.Mul(c, pow10(int64(e)-int64(exp))), exp)
	}
	return newBig(quoHalfUp(c, pow10(int64(exp)-int64(e))), exp)
}

// Cmp returns -1, 0 or 1 as d is less than, equal to or greater than e.
func (d Decimal) Cmp(e Decimal) int {
	if s, t := d.Sign(), e.Sign(); s != t || s == 0 {
		return cmp.Compare(s, t)
	}
	exp := min(d.exp, e.exp)
	a, ok1 := d.at(exp)
	b, ok2 := e.at(exp)
	if ok1 && ok2 {
		return cmp.Compare(a, b)
	}
	return d.bigAt(exp).Cmp(e.bigAt(exp))
}

// at returns the coefficient d has at a lower exponent, if it fits an int64.
func (d Decimal) at(exp int32) (int64, bool) {
	if d.large != nil || d.exp < exp {
		return 0, false
	}
	return shift(d.coeff, int64(d.exp)-int64(exp))
}

// bigAt is at for any size; exp must not be above d's exponent.
func (d Decimal) bigAt(exp int32) *big.Int {
	c, e := d.Big()
	return c.Mul(c, pow10(int64(e)-int64(exp)))
}

// shift returns c x 10^n if it is exact and fits.
func shift(c, n int64) (int64, bool) {
	for ; n > 0 && c != 0; n-- {
		if c > math.MaxInt64/10 || c < math.MinInt64/10 {
			return 0, false
		}
		c *= 10
	}
	for ; n < 0 && c != 0; n++ {
		if c%10 != 0 {
			return 0, false
		}
		c /= 10
	}
	return c, true
}

func mul64(a, b int64) (int64, bool) {
	if a == 0 || b == 0 {
		return 0, true
	}
	c := a * b
	// The second test is for MinInt64 x -1, which wraps to itself.
	if c/b != a || (c < 0) != ((a < 0) != (b < 0)) {
		return 0, false
	}
	return c, true
}

func pow10(n int64) *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(n), nil)
}

// quoHalfUp returns x / y, rounded away from zero where the rest is a half.
func quoHalfUp(x, y *big.Int) *big.Int {
	q, r := new(big.Int).QuoRem(x, y, new(big.Int))
	if r.Lsh(r, 1).CmpAbs(y) >= 0 {
		q.Add(q, big.NewInt(int64(x.Sign()*y.Sign())))
	}
	return q
}

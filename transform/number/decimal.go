package number

import (
	"math/big"

	"github.com/cockroachdb/apd/v3"
)

// A Decimal is an exact decimal number: coefficient x 10^exponent, with the
// trailing zeros as written (1.50 stays 1.50). The zero Decimal is 0. Decimals
// are values: they may be copied, and no method changes one.
type Decimal struct {
	// coeff and exp hold the number when big is nil.
	coeff int64
	exp   int32
	big   *apd.Decimal
}

// NewDecimal returns coeff x 10^exp.
func NewDecimal(coeff int64, exp int32) Decimal { return Decimal{coeff: coeff, exp: exp} }

// Big returns coefficient and exponent without loss.
func (d Decimal) Big() (*big.Int, int32) {
	if d.big != nil {
		c := d.big.Coeff.MathBigInt()
		if d.big.Negative {
			c.Neg(c)
		}
		return c, d.big.Exponent
	}
	return big.NewInt(d.coeff), d.exp
}

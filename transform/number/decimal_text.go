package number

import (
	"math/big"
	"strconv"
	"strings"
)

// maxExponent limits the exponents that are read from a text. Without a limit
// "1e999999999" would be a number of a thousand million digits.
const maxExponent = 300

// ParseDecimal reads a decimal number as programs write it: -12.50, .5, 1.5e-7.
// It is not for the numbers of a page, which Parse reads.
func ParseDecimal(text string) (d Decimal, ok bool) {
	mantissa, exp := text, 0
	if i := strings.IndexAny(text, "eE"); i >= 0 {
		var err error
		if exp, err = strconv.Atoi(text[i+1:]); err != nil || exp < -maxExponent || exp > maxExponent {
			return Decimal{}, false
		}
		mantissa = text[:i]
	}
	unsigned := strings.TrimPrefix(mantissa, "-")
	if unsigned == mantissa {
		unsigned = strings.TrimPrefix(mantissa, "+")
	}
	whole, fraction, _ := strings.Cut(unsigned, ".")
	if !allDigits(whole) || !allDigits(fraction) || whole+fraction == "" {
		return Decimal{}, false
	}
	d = fromDigits(whole+fraction, int32(exp-len(fraction)))
	if mantissa[0] == '-' {
		d = d.Neg()
	}
	return d, true
}

// long reports whether d needs more than maxDigits to be written out.
func (d Decimal) long() bool {
	if d.large == nil && -maxExponent <= d.exp && d.exp <= maxExponent {
		return false
	}
	return len(d.digits(nil))+max(int(d.exp), 0) > maxDigits || int(d.exp) < -maxDigits
}

func allDigits(text string) bool {
	for i := range len(text) {
		if !isDigit(text[i]) {
			return false
		}
	}
	return true
}

// fromDigits returns the number of ASCII digits, times 10^exp.
func fromDigits(digits string, exp int32) Decimal {
	if c, err := strconv.ParseInt(digits, 10, 64); err == nil {
		return Decimal{coeff: c, exp: exp}
	}
	c, _ := new(big.Int).SetString(digits, 10)
	return newBig(c, exp)
}

// String writes d in full, without an exponent: 26600000000000, -0.50.
func (d Decimal) String() string {
	if d.large == nil && d.exp == 0 {
		return strconv.FormatInt(d.coeff, 10)
	}
	var buf [64]byte
	return string(d.Append(buf[:0]))
}

// Append appends what String returns to buf.
func (d Decimal) Append(buf []byte) []byte {
	var digits [24]byte
	text := d.digits(digits[:0])
	if text[0] == '-' {
		buf, text = append(buf, '-'), text[1:]
	}
	exp := int(d.exp)
	if exp >= 0 {
		buf = append(buf, text...)
		if d.Sign() != 0 {
			buf = appendZeros(buf, exp)
		}
		return buf
	}
	point := len(text) + exp
	if point <= 0 {
		buf = append(buf, "0."...)
		buf = appendZeros(buf, -point)
		return append(buf, text...)
	}
	buf = append(buf, text[:point]...)
	buf = append(buf, '.')
	return append(buf, text[point:]...)
}

func appendZeros(buf []byte, n int) []byte {
	for range n {
		buf = append(buf, '0')
	}
	return buf
}

// digits appends the coefficient.
func (d Decimal) digits(buf []byte) []byte {
	if d.large == nil {
		return strconv.AppendInt(buf, d.coeff, 10)
	}
	return d.large.Append(buf, 10)
}

// scientific writes coefficient and exponent as strconv reads them.
func (d Decimal) scientific() string {
	buf := append(d.digits(nil), 'e')
	return string(strconv.AppendInt(buf, int64(d.exp), 10))
}

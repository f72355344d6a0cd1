// Package text formats values for text formats:
//
//	integer  -9223372036854775808
//	number   26600000000000, 0.1, 1.5e-7, 1e+21
//	decimal  12.50 (all digits of its scale)
//	boolean  true
//	date     2013-03-05, -0043-03-15 (44 BC)
//	year     2013
//
// A number is the shortest that reads back as the same float64, without an
// exponent from 1e-6 to below 1e21, as JavaScript writes it.
package text

import (
	"math"
	"math/bits"
	"strconv"

	"github.com/apache/arrow/go/v15/arrow/decimal128"
)

// AppendNumber appends f. Numbers that are not finite are NaN, Infinity and
// -Infinity.
func AppendNumber(buf []byte, f float64) []byte {
	switch abs := math.Abs(f); {
	case abs >= 1e-6 && abs < 1e21 || f == 0:
		return appendPlain(buf, f)
	case abs > math.MaxFloat64:
		if f < 0 {
			buf = append(buf, '-')
		}
		return append(buf, "Infinity"...)
	}
	start := len(buf)
	buf = strconv.AppendFloat(buf, f, 'e', -1, 64)
	// Go pads the exponent to two digits: e-07.
	if n := len(buf); n-start >= 4 && buf[n-4] == 'e' && buf[n-2] == '0' {
		buf[n-2] = buf[n-1]
		buf = buf[:n-1]
	}
	return buf
}

// appendPlain appends f without an exponent. Most numbers on pages have few digits, for
// which there is a faster way than strconv's: if f is the float64 nearest to n/10^k and
// n is below 10^15, then no other decimal with as few digits is, and n with k decimals
// is the shortest.
func appendPlain(buf []byte, f float64) []byte {
	for k, pow := range [...]float64{1, 10, 100, 1000, 10000} {
		n := math.RoundToEven(f * pow)
		if n/pow == f && math.Abs(n) < 1e15 && n != 0 {
			return appendScaled(buf, int64(n), k)
		}
	}
	return strconv.AppendFloat(buf, f, 'f', -1, 64)
}

// appendScaled appends n with its last k digits after the point.
func appendScaled(buf []byte, n int64, k int) []byte {
	if n < 0 {
		buf, n = append(buf, '-'), -n
	}
	start := len(buf)
	buf = strconv.AppendInt(buf, n, 10)
	return insertPoint(buf, start, k)
}

// AppendDecimal appends n / 10^scale, with scale digits after the point.
func AppendDecimal(buf []byte, n decimal128.Num, scale int32) []byte {
	if n.Sign() < 0 {
		buf, n = append(buf, '-'), n.Negate()
	}
	start := len(buf)
	buf = appendUint128(buf, uint64(n.HighBits()), n.LowBits())
	return insertPoint(buf, start, int(scale))
}

// insertPoint inserts a point before the last k of the digits that begin at start. It
// adds zeros so that at least one digit precedes the point.
func insertPoint(buf []byte, start, k int) []byte {
	if k <= 0 {
		return buf
	}
	for n := len(buf) - start; n <= k; n++ {
		buf = append(buf, 0)
		copy(buf[start+1:], buf[start:])
		buf[start] = '0'
	}
	buf = append(buf, 0)
	at := len(buf) - 1 - k
	copy(buf[at+1:], buf[at:])
	buf[at] = '.'
	return buf
}

// appendUint128 appends hi x 2^64 + lo.
func appendUint128(buf []byte, hi, lo uint64) []byte {
	if hi == 0 {
		return strconv.AppendUint(buf, lo, 10)
	}
	const chunk, digits = 1e19, 19
	quoHi := hi / chunk
	quoLo, rem := bits.Div64(hi%chunk, lo, chunk)
	buf = appendUint128(buf, quoHi, quoLo)
	start := len(buf)
	buf = strconv.AppendUint(buf, rem, 10)
	for len(buf)-start < digits {
		buf = append(buf, 0)
		copy(buf[start+1:], buf[start:])
		buf[start] = '0'
	}
	return buf
}

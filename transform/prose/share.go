package prose

import "github.com/tidywiki/tidywiki/transform/number"

// isShare reports whether "a in b" is a part of a whole: "2 in 5", "3 in 10 people".
func isShare(a, b *quantity) bool {
	x, y := &a.Number, &b.Number
	return a.Kind == kindNumber && x.Comparator == "" && !x.Range && !y.Range && isWhole(x) && isWhole(y) &&
		(b.Kind == kindNumber || b.Kind == kindCount && words.is(y.Unit, personWord)) && x.Value.Sign() > 0 && x.Value.Cmp(y.Value) < 0
}

// isWhole reports whether a number is a whole one without a scale word.
func isWhole(v *number.Value) bool {
	return v.Rule == "integer" || v.Rule == "numeral-word" && v.Value.IsInteger()
}

// divide makes a the share a in b, which bounds what the words at b bound.
func divide(a, b *quantity) {
	// What has no end is rounded here, as the package number rounds fractions.
	const decimals = 16
	v := b.Number
	v.Numerator, _ = a.Number.Value.Int64()
	v.Denominator, _ = v.Value.Int64()
	share, _ := a.Number.Value.Quo(v.Value, decimals)
	for places := 1; places < decimals; places++ {
		if short := share.Round(places); short.Cmp(share) == 0 {
			share = short
			break
		}
	}
	v.Kind, v.Value, v.Printed, v.Unit = number.Ratio, share, share, ""
	v.Approx = v.Approx || a.Number.Approx
	if v.Comparator != "" {
		setBound(&v, v.Comparator)
	}
	a.Kind, a.Number = kindRatio, v
	a.Span.End, a.tail, a.bare = b.Span.End, b.tail, false
}

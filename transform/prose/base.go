package prose

// isBase reports whether b is the number that the rate a is over, by its round
// value: "12.3 per 100,000", "97 men for every 100 women".
func isBase(a, b *quantity) bool {
	n, ok := b.Number.Value.Int64()
	if !ok || b.Kind != kindNumber && b.Kind != kindCount || b.Number.Range || b.Number.Comparator != "" ||
		isDated(a) || a.Kind == kindOrdinal || a.Number.Per != "" {
		return false
	}
	for ; n >= 10 && n%10 == 0; n /= 10 {
		if n == 10 {
			return true
		}
	}
	return false
}

// setPer makes b what a is over.
func setPer(a, b *quantity) {
	a.Number.Per = b.Number.Value.Round(0).String()
	if b.Number.Unit != "" {
		a.Number.Per += " " + b.Number.Unit
	}
	a.Span.End, a.tail, a.bare = b.Span.End, b.tail, false
}

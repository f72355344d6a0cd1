package prose

import "strings"

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

// isOver reports whether "per" is between the two, with no more than what a counts
// before it: "12 deaths per 1,000 births".
func (s *scanner) isOver(a, b *quantity) bool {
	start, _, ok := words.perMany.before(s.text, b.Span.Start)
	if !ok || start < a.Span.End {
		return false
	}
	const most = 2
	counted := s.text[a.Span.End:start]
	return !strings.ContainsAny(counted, ",.;:()") && strings.Count(strings.TrimSpace(counted), " ") < most
}

// setPer makes b what a is over.
func setPer(a, b *quantity) {
	a.Number.Per = b.Number.Value.Round(0).String()
	if b.Number.Unit != "" {
		a.Number.Per += " " + b.Number.Unit
	}
	a.Span.End, a.tail, a.bare = b.Span.End, b.tail, false
}

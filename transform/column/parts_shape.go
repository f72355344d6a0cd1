package column

import (
	"strings"
	"sync"

	"github.com/tidywiki/tidywiki/internal/wordlist"
	"github.com/tidywiki/tidywiki/transform/date"
	"github.com/tidywiki/tidywiki/transform/number"
)

// resultMarks are the marks that may follow a result: 39.87 TR.
var resultMarks = sync.OnceValue(func() map[string]bool { return wordlist.Set(wordFile("marks")) })

// tieWords are what may be before a rank that is shared.
var tieWords = sync.OnceValue(func() map[string]bool { return wordlist.Set(wordFile("ties")) })

// readRank reads a rank that may be shared: 2, 2nd, T2, =2, 2=, 2nd (joint), Joint 2nd.
func readRank(text string, p *parts) {
	rest := text[min(len(text), strings.IndexAny(text+"0", "0123456789")):]
	word := strings.ToLower(strings.TrimSpace(text[:len(text)-len(rest)]))
	tie := word != ""
	if tie && !tieWords()[word] {
		return
	}
	end := numberEnd(rest, 0)
	if end == 0 || end > 6 {
		return
	}
	behind := rest[end:]
	for _, suffix := range [...]string{"st", "nd", "rd", "th", "."} {
		behind = strings.TrimPrefix(behind, suffix)
	}
	switch behind = strings.TrimSpace(behind); {
	case behind == "":
	case behind == "=" || behind == "T" || behind[0] == '(' && behind[len(behind)-1] == ')':
		tie = true
	default:
		return
	}
	p.rank = number.NewDecimal(int64(atoi(rest[:end])), 0)
	p.has |= hasRank
	if tie {
		p.has |= hasTie
	}
}

// seconds reads a time of a race or a work: 58.91, 1:00.12, 4h 45' 01", + 7". A number
// without a unit is one only under a header over times; clock reports whether it is
// written with more than a number.
func (r *reader) seconds(text string, v *Value) (d number.Decimal, clock, ok bool) {
	if v.is(calendar) {
		return d, false, false
	}
	if v.fits.has(Duration) {
		return v.Number, true, true
	}
	if !r.times && !r.durations {
		return d, false, false
	}
	if v.fits.has(Number) && (v.Unit == "" || v.Unit == "s") {
		return v.Number, false, true
	}
	text = strings.TrimLeft(strings.TrimLeft(text, "+"), " \u00a0")
	if d, ok = primes(text); ok {
		return d, true, true
	}
	if len(text) == 0 || text[0] < '0' || text[0] > '9' || len(text) > longestDuration || strings.Count(text, ":") == 1 && !strings.ContainsAny(text, ".,") && !r.durations {
		return d, false, false
	}
	if strings.Count(text, ":") == 2 && !strings.ContainsAny(text, ".,") && !r.race && !r.durations {
		// 14:55:43 may be a time of day.
		return d, false, false
	}
	if rest, mark, found := strings.Cut(text, " "); found && resultMarks()[mark] {
		text = rest
	}
	hint := r.date
	hint.Clock = "ms"
	got, ok := date.ParseDuration(text, &hint)
	if !ok || got.Months.Sign() != 0 {
		return d, false, false
	}
	return got.Seconds, true, true
}

// primes reads hours, minutes and seconds with primes: 4h 45' 01", 1' 02.5", 7".
func primes(text string) (seconds number.Decimal, ok bool) {
	left := 3
	for text != "" {
		end := numberEnd(text, 0)
		if end > 0 && end < len(text) && text[end] == '.' {
			end = numberEnd(text, end+1)
		}
		n, good := number.ParseDecimal(text[:end])
		if end == 0 || !good {
			return seconds, false
		}
		text = strings.TrimLeft(text[end:], " \u00a0")
		place, size := primeAt(text)
		if place == 0 || place >= left+1 {
			return seconds, false
		}
		left = place - 1
		seconds = seconds.Add(n.Mul(number.NewDecimal([...]int64{0, 1, 60, 3600}[place], 0)))
		ok = ok || place < 3
		text = strings.TrimLeft(text[size:], " \u00a0")
	}
	return seconds, ok
}

// primeAt reads the sign of hours (3), minutes (2) or seconds (1).
func primeAt(text string) (place, size int) {
	for _, sign := range [...]struct {
		text  string
		place int
	}{{"h", 3}, {"''", 1}, {"′′", 1}, {`"`, 1}, {"″", 1}, {"”", 1}, {"'", 2}, {"′", 2}, {"’", 2}} {
		if strings.HasPrefix(text, sign.text) {
			return sign.place, len(sign.text)
		}
	}
	return 0, 0
}

// feetInches reads 6-2 as 74 inches. ok is false if nobody is so tall.
func feetInches(text string) (inches number.Decimal, ok bool) {
	feet, rest, ok := cutDigits(text, 1)
	if !ok || !isPair(text) {
		return inches, false
	}
	rest = strings.TrimLeft(rest, "-–−")
	n := atoi(feet)*12 + atoi(rest)
	return number.NewDecimal(int64(n), 0), len(rest) <= 2 && atoi(rest) < 12 && atoi(feet) >= 4 && atoi(feet) < 8
}

// degree reads 48.8567°N or 70°W as degrees, negative in the south and west; east reports
// which half of a place it is. bare allows a number without a degree sign: 33.92 S.
func degree(text string, bare bool) (d number.Decimal, east, ok bool) {
	text = strings.TrimSpace(text)
	if text == "" {
		return d, false, false
	}
	pole := text[len(text)-1]
	if strings.IndexByte("NSEW", pole) < 0 {
		return d, false, false
	}
	text = strings.TrimSpace(text[:len(text)-1])
	if bare && strings.IndexByte(text, '.') > 0 && !strings.ContainsAny(text, "°º") {
		text += "°"
	}
	parts := [...]struct {
		signs string
		per   int64
	}{{"°º", 1}, {"′'’", 60}, {"″\"”", 3600}}
	for k, part := range parts {
		i := strings.IndexAny(text, part.signs)
		if i < 0 {
			if k == 0 {
				return d, false, false
			}
			continue
		}
		n, good := number.ParseDecimal(strings.TrimSpace(text[:i]))
		if !good || n.Sign() < 0 || k > 0 && n.Cmp(number.NewDecimal(60, 0)) >= 0 {
			return d, false, false
		}
		if k > 0 {
			n, _ = n.Quo(number.NewDecimal(part.per, 0), degreeDecimals)
		}
		d = d.Add(n)
		text = strings.TrimLeft(text[i:], part.signs)
		text = strings.TrimSpace(text)
	}
	east = pole != 'N' && pole != 'S'
	limit := int64(90)
	if east {
		limit = 180
	}
	if text != "" || d.Cmp(number.NewDecimal(limit, 0)) > 0 {
		return d, false, false
	}
	if pole == 'S' || pole == 'W' {
		d = d.Neg()
	}
	return d, east, true
}

// degreeDecimals is how many decimals minutes and seconds of arc are given in degrees: a
// tenth of a metre.
const degreeDecimals = 6

// parsePlace reads a latitude and a longitude: 50°30′N 4°28′E, 40.7128° N, 74.0060° W.
func parsePlace(text string) (lat, lon number.Decimal, ok bool) {
	i := strings.IndexAny(text, "NS")
	if i < 0 || strings.IndexByte(text, 0xC2) < 0 {
		return lat, lon, false
	}
	lat, east, ok := degree(text[:i+1], false)
	if !ok || east {
		return lat, lon, false
	}
	rest := strings.TrimLeft(text[i+1:], " ,;/\u00a0\n")
	j := strings.IndexAny(rest, "EW")
	if j < 0 {
		return lat, lon, false
	}
	lon, _, ok = degree(rest[:j+1], false)
	return lat, lon, ok
}

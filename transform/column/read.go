package column

import (
	"strings"

	"github.com/tidywiki/tidywiki/transform/date"
	"github.com/tidywiki/tidywiki/transform/internal/visible"
	"github.com/tidywiki/tidywiki/transform/number"
)

// longest is how many bytes a text may have that is wholly a number or a date;
// dateAhead and numberAhead are how many may be before its first digit, as in
// "Wednesday, September 3" and "approximately 3".
const longest, dateAhead, numberAhead = 64, 22, 16

// A reader reads the texts of one column with what is known of it so far.
type reader struct {
	number number.Hint
	date   date.Hint
	// months reports whether the header speaks of dates, so that a month may be alone,
	// durations that it speaks of lengths of time.
	months, durations bool
	// times reports whether the header speaks of the times of a race, and race whether a
	// rank is beside them.
	times, race bool
	// changes reports whether it speaks of changes, so that ▼ 3 is minus three.
	changes bool
	// years reports whether it speaks of years, so that c. 500 is one.
	years bool
	// names reports whether it speaks of names and codes, so that SEPT2 is not a date and
	// 10K not a number; versions whether 1.10 is not one either.
	names, versions bool
	// measures reports whether it speaks of amounts, so that 5E1 is one.
	measures bool
	// words reports whether the column has numbers in words.
	words bool
	// near is a year near which years of two digits lie, 0 if nothing tells one.
	near int
	// byComma reports whether decimals are behind a comma.
	byComma  bool
	last     pattern
	evidence evidence
}

func newReader(ctx Context) (r reader) {
	r.number.Language, _, _ = strings.Cut(ctx.Language, "-")
	r.date.Language = r.number.Language
	r.byComma = byComma(&r.number)
	r.number.Conversion, r.date.Age = true, true
	r.number.Currency = ctx.Dollar
	r.shortYears(ctx.Year)
	return r
}

// shortYears lets years of two digits lie near a year. Without one they are found all
// the same, but stay text.
func (r *reader) shortYears(near int) {
	if r.near, r.date.ShortYear = near, near; near == 0 {
		r.date.ShortYear = 2000
	}
}

// under lets the reader know what the header speaks of.
func (r *reader) under(h *header) {
	r.months, r.durations, r.years = h.months, h.durations, h.years
	r.names, r.versions, r.times, r.changes = h.names, h.versions, h.times, h.changes
	r.measures = h.measures() || h.counts || h.people
	if h.durations {
		r.date.Clock = "ms"
	}
}

// read finds out all that a text may be, and leaves it in v, which must be zero.
// The type is still open.
func (r *reader) read(text, key string, v *Value) {
	if r.digits(text, v) || r.ordinal(text, v) || key == "" && r.repeat(text, v) || r.word(text, v) || len(text) > longest || isPair(text) {
		return
	}
	if shown := visible.Text(text); len(shown) < len(text) {
		r.read(shown, key, v)
		return
	}
	if rest, mark := cutMarks(text); mark != "" {
		if r.read(rest, key, v); v.Null || v.fits != 0 {
			v.Mark += mark
		}
		return
	}
	if r.trend(text, key, v) {
		return
	}
	if ahead := firstDigit(text); ahead <= dateAhead {
		if strings.ContainsAny(text, ".,/-") {
			r.evidence.weigh(text, key)
		}
		r.value(text, ahead, v)
	} else if r.months {
		r.dated(text, v)
	} else if r.words {
		r.inWords(text, v)
	}
}

// inWords reads a number without digits: two hundred.
func (r *reader) inWords(text string, v *Value) {
	if n, ok := number.Parse(text, &r.number); ok && n.Words {
		fromNumber(&n, text, v)
	}
}

// word reads the words and marks that are for nothing or for a boolean.
func (r *reader) word(text string, v *Value) bool {
	if text == "" || isNull(text) {
		v.Null, v.hint = true, nothing
		return true
	}
	if isZero(text) {
		v.hint = zeroWord
	}
	if b, ok := boolean(text); ok {
		v.Bool, v.fits = b, setOf(Boolean)
		return true
	}
	return false
}

// value reads a text as a number or else as a date. A word behind a number may be
// a month as well as a unit, so that where there are letters the date comes first.
func (r *reader) value(text string, ahead int, v *Value) {
	letters := hasLetter(text)
	if letters {
		if r.dated(text, v); v.fits != 0 || ahead > numberAhead {
			return
		}
	}
	n, ok := number.Parse(text, &r.number)
	if ok && r.isName(text, &n) {
		return
	}
	if ok {
		fromNumber(&n, text, v)
		if n.Approx {
			r.orYear(text, v)
		}
		r.learn(text, &n)
		return
	}
	if !letters {
		r.dated(text, v)
	}
	if v.fits == 0 {
		r.duration(text, v)
	}
}

// isName reports whether what reads as a number is rather a name under this header:
// 10K and 5E1 under Seat, 1.10 under Version.
func (r *reader) isName(text string, n *number.Value) bool {
	switch {
	case r.names && n.Kind == number.Plain && fused(text), r.versions && n.Decimals > 0:
		return true
	}
	return n.Rule == "power-of-ten" && !r.measures && isExponentCode(text)
}

// isExponentCode reports whether a text is digits, an E and digits: 5E1. Codes look like
// that more often than numbers do, which have decimals or a sign.
func isExponentCode(text string) bool {
	before, behind, ok := strings.Cut(text, "E")
	return ok && numberEnd(before, 0) == len(before) && numberEnd(behind, 0) == len(behind)
}

// fused reports whether one letter follows a digit without a space, or a letter is between
// digits: 10K, 5m, 5E1. Two letters are rather a unit: 25mm.
func fused(text string) bool {
	for i := 1; i < len(text); i++ {
		if d := text[i-1]; d < '0' || d > '9' || !isLetter(text[i]) {
			continue
		}
		end := i
		for end < len(text) && isLetter(text[end]) {
			end++
		}
		if end == i+1 || end < len(text) && text[end] >= '0' && text[end] <= '9' {
			return true
		}
	}
	return false
}

// fromNumber is a number as a column takes it. Ranges and ratios are not one
// number, and of 5 ft 11 in neither is printed: they stay text.
func fromNumber(n *number.Value, text string, v *Value) {
	if n.Kind == number.Ratio || n.Range || n.Rule == "compound-unit" {
		return
	}
	v.Number, v.Unit, v.hint = n.Value, unitName(n), numberHint(n, text)
	v.setAside(n.Note)
	v.Inexact = n.Approx || n.HasLower || n.HasUpper
	switch {
	case n.Kind == number.Ordinal:
		v.fits = asOrdinal
	case n.Value.IsInteger() && (n.Decimals == 0 || v.is(scaled)):
		v.fits = asInteger
	default:
		v.fits = asNumber
	}
}

// setAside keeps what is behind a value in parentheses.
func (v *Value) setAside(note string) {
	if note != "" {
		v.Mark = note
		v.hint |= aside
	}
}

func numberHint(n *number.Value, text string) (h hint) {
	if n.Grouped {
		h |= grouped
	}
	if n.Kind == number.Money {
		h |= money
	}
	if n.Rule == "accounting" {
		h |= bracketed
	}
	if n.Scale.Cmp(one) != 0 {
		h |= scaled
	}
	if text[0] == '.' || text[0] == ',' {
		h |= pointFirst
	}
	return h
}

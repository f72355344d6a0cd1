package column

import (
	"strings"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/transform/date"
	"github.com/tidywiki/tidywiki/transform/number"
)

// A facet is one of the things that a text may say.
type facet uint16

const (
	hasValue facet = 1 << iota
	hasRange
	hasSecond
	hasYear // beside a value
	hasDates
	hasDay
	hasSeconds
	hasClock // seconds written with a colon or primes
	hasRank
	hasTie // a rank that is shared: T2
	hasPlace
)

// parts is what a text says, each part only if has has it.
type parts struct {
	has facet
	// value is a number with the scale of the header applied, and lower and upper the
	// bounds of a range or the value twice; unit is theirs.
	value, lower, upper number.Decimal
	unit                string
	second              number.Decimal
	secondUnit          string
	year, seconds, rank number.Decimal
	lat, lon            number.Decimal
	start, end          int32
}

// A partTally counts the cells that have each facet.
type partTally struct {
	all    []parts
	filled int
}

func (t *partTally) of(f facet) (n int) {
	for i := range t.all {
		if t.all[i].has&f != 0 {
			n++
		}
	}
	return n
}

// most reports whether at least six in ten of the cells with a text have one of the
// facets.
func (t *partTally) most(f facet) bool { return 10*t.of(f) >= 6*t.filled }

// allParts reads the texts of the column once more, for what each says.
func (in *inference) allParts() ([]parts, *partTally) {
	t := &partTally{all: make([]parts, len(in.values))}
	for i := range in.values {
		// Beside 1:00.12 a number is a time as well.
		in.reader.times = in.reader.times || in.values[i].fits.has(Duration)
	}
	for i := range in.values {
		v := &in.values[i]
		if v.is(nothing | remark) {
			continue
		}
		t.filled++
		in.parts(i, v, &t.all[i])
	}
	return t.all, t
}

// parts reads text i, whose value as a whole is v.
func (in *inference) parts(i int, v *Value, p *parts) {
	text, _ := cutMarks(in.source.Cells[i].Text)
	if len(text) > longestLead {
		text = text[:cutRune(text, longestLead)]
	}
	if in.header.ranks {
		readRank(text, p)
	}
	if rest, mark, ok := cutResultMark(text); ok && (in.header.times || in.header.ranks) {
		// Under a header of results PB is a personal best, not petabytes.
		var bare Value
		in.reader.read(rest, "", &bare)
		bare.Mark = mark
		v, text = &bare, rest
	}
	if seconds, clock, ok := in.reader.seconds(text, v); ok {
		p.seconds = seconds
		p.has |= hasSeconds
		if clock {
			p.has |= hasClock
		}
	}
	d, _, ok := degree(text, in.header.places)
	switch {
	case ok && in.header.places:
		p.value, p.lower, p.upper, p.unit = d, d, d, "deg"
		p.has |= hasValue
	case v.fits.has(Number) && v.is(scaled) && !v.is(money) && isSeat(text):
	case v.fits.has(Number):
		in.setValue(p, v)
		in.aside(v.Mark, p)
	case v.fits.has(EDTF) || v.fits.has(Date):
	default:
		in.lead(text, p)
	}
	if (v.fits.has(EDTF) || v.fits.has(Date)) && (v.Dated || v.fits.has(Year)) {
		w := *v
		if !w.Dated {
			w.fillYear()
		}
		p.setDates(&w)
	}
}

// isSeat reports whether a text is digits and a letter, as the number of a seat or a flat
// is. Amid other texts 10K is one of those.
func isSeat(text string) bool {
	end := numberEnd(text, 0)
	return end > 0 && end == len(text)-1
}

// cutResultMark cuts the mark of a record off a result.
func cutResultMark(text string) (rest, mark string, ok bool) {
	i := strings.LastIndexByte(text, ' ')
	if i <= 0 || !resultMarks()[text[i+1:]] {
		return text, "", false
	}
	return text[:i], text[i+1:], true
}

// longestLead is how much of a text is read for what it begins with.
const longestLead = 160

func cutRune(text string, at int) int {
	for !utf8.RuneStart(text[at]) {
		at--
	}
	return at
}

func (p *parts) setDates(v *Value) {
	p.start, p.end = v.Start, v.End
	p.has |= hasDates
	if v.Start == v.End {
		p.has |= hasDay
	}
}

// setValue takes in a number.
func (in *inference) setValue(p *parts, v *Value) {
	w := *v
	if in.scale(&w); w.Unit == "" {
		w.Unit = in.header.Unit
	}
	p.value, p.lower, p.upper, p.unit = w.Number, w.Number, w.Number, w.Unit
	p.has |= hasValue
}

// lead reads the number, range, date or place that a text begins with.
func (in *inference) lead(text string, p *parts) {
	if lat, lon, ok := parsePlace(text); ok {
		p.lat, p.lon = lat, lon
		p.has |= hasPlace
		return
	}
	if d, _, ok := degree(text, in.header.places); ok {
		p.value, p.lower, p.upper, p.unit = d, d, d, "deg"
		p.has |= hasValue
		return
	}
	if inches, ok := feetInches(text); ok && in.header.heights {
		p.value, p.lower, p.upper, p.unit = inches, inches, inches, "[in_i]"
		p.has |= hasValue
		return
	}
	if isPair(text) && !in.header.measures() {
		return
	}
	shown, way := cutTrend(text)
	if rest, spaced := strings.CutPrefix(text, "− "); spaced && way == 0 {
		shown, way = rest, -2 // − US$3 million
	}
	v, rest, ok := in.reader.lead(shown)
	in.reader.turn(&v, way)
	switch {
	case ok && v.Dated:
		p.setDates(&v)
	case ok:
		in.setValue(p, &v)
		in.aside(rest, p)
	default:
		in.interval(text, p)
	}
}

// lead reads the number or date that a text begins with, and returns what is behind it.
// ok is false if there is none, or if it is rather the beginning of a name: 10 Downing
// Street.
func (r *reader) lead(text string) (v Value, rest string, ok bool) {
	if firstDigit(text) > dateAhead {
		return v, "", false
	}
	if hasLetter(text) {
		if d, end, ok := date.Scan(text, 0, &r.date); ok && d.Known && d.Precision != date.YearOnly && d.Precision != date.NoYear && isAside(text[end:]) {
			fromDate(&d, &v)
			return v, text[end:], v.fits != 0
		}
	}
	n, end, ok := number.Scan(text, 0, &r.number)
	if !ok || r.isName(text[:end], &n) || !isAside(text[end:]) && !(n.Decimals > 0 && isNoted(text[end:])) {
		return v, "", false
	}
	rest = text[end:]
	if n.Rule == "compound-unit" {
		n.Rule = "unit"
	}
	if n.Kind == number.Ordinal && !strings.HasPrefix(strings.TrimLeft(rest, " "), "(") {
		return v, "", false
	}
	fromNumber(&n, text, &v)
	return v, rest, v.fits != 0
}

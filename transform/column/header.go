package column

import (
	"slices"
	"strings"
	"sync"

	"github.com/tidywiki/tidywiki/internal/wordlist"
	"github.com/tidywiki/tidywiki/transform/internal/visible"
	"github.com/tidywiki/tidywiki/transform/number"
)

// A header is what the header texts of a column say.
//
//	readHeader("Area (km²)")          Texts "Area", Unit "km2"
//	readHeader("High °C (°F)")        Texts "High", Unit "Cel", Second "[degF]"
//	readHeader("2012", "Share %")     Texts "2012", "Share"; Unit "%"
//	readHeader("Sold (thousand)")     Texts "Sold", Scale 1000
//	readHeader("Name (in English)")   Texts "Name (in English)"
type header struct {
	// Texts are the texts from the top row down, without the unit.
	Texts []string
	// Unit is the unit of all numbers of the column, or empty; Second the one of a
	// second number in each cell.
	Unit, Second string
	// Scale is what the printed numbers have to be multiplied by, 1 as a rule.
	Scale number.Decimal

	currency string
	kinds
}

// kinds are the kinds of words that header texts have.
type kinds struct {
	years, counts, months, durations, times, ranks, finance, people, changes, places, heights bool
	// names speak of names and codes, versions of numbers that count levels: they
	// forbid the readings that would make dates and scaled numbers of those.
	names, versions bool
	// bracketed reports whether the whole header is in parentheses: (Gls).
	bracketed bool
}

// readHeader reads the header texts of a column from the top row down. A unit in
// a lower row overrides one above it.
func readHeader(path ...string) header {
	h := header{Texts: make([]string, 0, len(path)), Scale: one}
	for i, text := range path {
		text = visible.Text(text)
		rest, u, ok := cutUnit(strings.Join(strings.Fields(text), " "))
		if !ok {
			rest, u, ok = cutUnit(clean(text))
		}
		if !ok && i > 0 {
			u, ok = lowerUnit(rest)
		}
		if ok {
			h.Unit, h.Second, h.Scale, h.currency = u.name, u.second, u.scale, u.currency
		}
		h.Texts = append(h.Texts, rest)
		h.add(rest)
	}
	h.years = h.years && !h.counts && h.Unit == ""
	return h
}

// add takes in the words of one header text.
func (k *kinds) add(text string) {
	f := findKinds(text)
	years, counts := f.yearsOrCounts(text)
	k.years, k.counts = k.years || years, k.counts || counts
	k.durations = k.durations || f.has(durationKind)
	k.months = k.months || f.has(monthKind)
	k.times = k.times || f.has(timeKind)
	k.ranks = k.ranks || f.has(rankKind)
	k.finance = k.finance || f.has(financeKind)
	k.people = k.people || f.has(peopleKind)
	k.places = k.places || f.has(placeKind)
	k.heights = k.heights || f.has(heightKind)
	k.changes = k.changes || f.has(changeKind) || hasPlusMinus(text)
	k.bracketed = len(text) > 2 && text[0] == '(' && text[len(text)-1] == ')'
	k.addNames(&f)
}

// hasPlusMinus reports whether a header has the sign of what goes up or down: ±, +/−.
func hasPlusMinus(text string) bool {
	if strings.Contains(text, "±") {
		return true
	}
	_, rest, found := strings.Cut(text, "+/")
	return found && (strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "−") || strings.HasPrefix(rest, "–"))
}

// addNames decides whether a header speaks of names. Where it has words of other
// kinds too, the last one is what it is about: "Gene length", "Version date". Of two
// rows the lower one decides.
func (k *kinds) addNames(f *kindFinding) {
	names, versions := f.last[nameKind], f.last[versionKind]
	other := max(f.last[yearKind], f.last[monthKind], f.last[durationKind], f.last[peopleKind])
	if counts := f.last[countKind]; counts > names {
		other = max(other, counts)
	}
	switch {
	case max(names, versions) > other:
		k.names, k.versions = true, versions > other
	case other > 0:
		k.names, k.versions = false, false
	}
}

// yearsOrCounts reports which of the two a header speaks of. Where it has words for
// both, the last one is what it is about: "Population year".
func (f *kindFinding) yearsOrCounts(text string) (years, counts bool) {
	years, counts = f.has(yearKind), f.has(countKind) || isYear(text)
	if years && counts {
		years = f.last[yearKind] == f.words
		counts = !years
	}
	return years, counts
}

// decide gives a dollar sign the currency that it means on the page.
func (h *header) decide(dollar string) {
	if dollar != "" && h.Unit == "$" {
		h.Unit, h.currency = dollar, dollar
	}
}

// withoutUnit takes back what was read as a unit.
func (h header) withoutUnit(path []string) header {
	h.Texts, h.Unit, h.Second, h.Scale = cleaned(path), "", "", one
	return h
}

// clean is a header text on one line and without footnote marks.
func clean(text string) string {
	text = strings.Join(strings.Fields(visible.Text(text)), " ")
	if rest, _ := cutMarks(text); rest != "" {
		return rest
	}
	return text
}

func cleaned(path []string) []string {
	texts := make([]string, len(path))
	for i, text := range path {
		texts[i] = clean(text)
	}
	return texts
}

// measures reports whether the header gives its numbers a unit or a scale.
func (h *header) measures() bool { return h.Unit != "" || h.Scale != one }

// isYear reports whether a header is itself a year, so that the numbers below it
// were counted in that year.
func isYear(text string) bool {
	return len(text) == 4 && (text[0] == '1' || text[0] == '2') && strings.Trim(text, "0123456789") == ""
}

// keyUnits are the endings of keys that name a unit, the longest first.
var keyUnits = sync.OnceValue(func() (list [][2]string) {
	for ending, code := range wordlist.Pairs(wordFile("keys")) {
		list = append(list, [2]string{ending, code})
	}
	slices.SortStableFunc(list, func(a, b [2]string) int { return len(b[0]) - len(a[0]) })
	return list
})

// readKey reads the key of a value in an infobox or template: a header, or words with
// underscores that may end with a unit. The density of population_density_km2 is one
// over the area.
//
//	readKey("elevation_ft")            Texts "elevation", Unit "[ft_i]"
//	readKey("population_density_km2")  Texts "population density", Unit "/km2"
//	readKey("Jan high F")              Texts "Jan", Unit "[degF]"
func readKey(key string) header {
	lower := strings.ToLower(key)
	spaced := strings.ReplaceAll(lower, " ", "_")
	for _, e := range keyUnits() {
		text := spaced
		if len(e[0]) == 1 { // Feb precipitation mm, but not Group C
			text = lower
		}
		name, found := strings.CutSuffix(text, e[0])
		if !found || name == "" && !strings.Contains(e[0], "_") || name != "" && name[len(name)-1] != '_' {
			continue
		}
		h := readHeader(strings.ReplaceAll(name, "_", " "))
		if h.Unit = e[1]; isArea(h.Unit) && densityWords().in(h.Texts[0]) {
			h.Unit = "/" + h.Unit
		}
		h.years = false
		return h
	}
	return readHeader(strings.ReplaceAll(key, "_", " "))
}

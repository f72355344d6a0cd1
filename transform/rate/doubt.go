package rate

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/internal/wordlist"
)

//go:embed words/games.txt
var gamesFile string

var gameNames = sync.OnceValue(func() map[string]bool { return wordlist.Set(gamesFile) })

// isGame reports whether the name of a column has a word for games: regular_season_won.
func isGame(name string) bool {
	for word := range strings.SplitSeq(name, "_") {
		if gameNames()[word] {
			return true
		}
	}
	return false
}

// ofGames reports whether a formula is about games.
func (f formula) ofGames(l *ledger) bool {
	if isGame(l.columns[f.numerator].name) {
		return true
	}
	for _, c := range f.by.terms() {
		if isGame(l.columns[c].name) {
			return true
		}
	}
	return false
}

// severity is that of a row that the formula does not explain. It is an error only where
// the page shows a contradiction: a share of a whole that it prints, which nearly all
// other rows agree with. A quotient of two columns, or of a number that only the
// percentages give, may be an accident.
func (c candidate) severity(l *ledger) source.Severity {
	_, found := c.by.(constant)
	share := c.withinDenominator() || c.by.terms() == nil && !found
	if !share || c.down || c.ofGames(l) || 4*c.telling < 3*c.tellingRows {
		return source.Warning
	}
	return source.Error
}

// excused reports whether something explains why a row does not follow its formula: its
// counts are rounded, so that 69,600 of 196,900 may be 35.4 %, or draws count half, or it
// is no part of the whole: the electorate below the votes cast.
func (f formula) excused(l *ledger, row int, v printed) bool {
	n, d, ok := f.parts(l, row)
	if !ok {
		return false
	}
	if _, found := f.by.(constant); found && n > d {
		return true
	}
	return f.withinRounding(l, n, d, v) || f.halvesDraws(l, row, n, d, v)
}

// withinRounding reports whether counts that round to those of a row give its percentage.
func (f formula) withinRounding(l *ledger, n, d uint64, v printed) bool {
	above := l.columns[f.numerator].grain / 2
	below := uint64(0)
	for _, c := range f.by.terms() {
		below += l.columns[c].grain / 2
	}
	if above+below == 0 || n < above || d <= below {
		return false
	}
	low, ok1 := f.compute(n-above, d+below, v.decimals)
	high, ok2 := f.compute(n+above, d-below, v.decimals)
	return ok1 && ok2 && low <= v.units && v.units <= high
}

// halvesDraws reports whether a further column of the row counts half.
func (f formula) halvesDraws(l *ledger, row int, n, d uint64, v printed) bool {
	if !f.ofGames(l) {
		return false
	}
	for c := range l.columns {
		draws := l.columns[c].values[row]
		if draws == none || draws == 0 || draws > d || !isGame(l.columns[c].name) {
			continue
		}
		for _, all := range [...]uint64{2 * d, 2 * (d + draws)} {
			if units, ok := f.compute(2*n+draws, all, v.decimals); ok && units == v.units {
				return true
			}
		}
	}
	return false
}

// grainOf is the power of ten that all of at least five counts are multiples of, 1 if
// they are not rounded.
func grainOf(values []uint64) (grain uint64) {
	given := 0
	grain = 1 << 40
	for _, v := range values {
		if v == none || v == 0 {
			continue
		}
		given++
		power := uint64(1)
		for v%10 == 0 {
			v, power = v/10, power*10
		}
		grain = min(grain, power)
	}
	if given < 5 {
		return 1
	}
	return grain
}

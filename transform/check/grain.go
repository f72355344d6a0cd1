package check

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/tidywiki/tidywiki/internal/wordlist"
	"github.com/tidywiki/tidywiki/transform/number"
)

//go:embed words/averages.txt
var averagesFile string

var averageNames = sync.OnceValue(func() map[string]bool { return wordlist.Set(averagesFile) })

// addsUp reports whether the numbers of a column can be added up: not averages, rates,
// ranks and years, which their names or their unit show.
func addsUp(name, unit string) bool {
	if strings.Contains(unit, "/") {
		return false
	}
	for word := range strings.SplitSeq(name, "_") {
		if averageNames()[word] {
			return false
		}
	}
	return true
}

// A number is rounded if it is a multiple of a thousand, as all of its column are.
var thousand = number.NewDecimal(1, 3)

// grainOf is the power of ten from a thousand on that all of at least three numbers are
// multiples of, 1 if they are exact.
func grainOf(values []value) number.Decimal {
	grain, given := int32(15), 0
	for _, v := range values {
		if !v.given || v.IsZero() {
			continue
		}
		n, ok := v.Int64()
		if !ok {
			return number.NewDecimal(1, 0)
		}
		given++
		zeros := int32(0)
		for ; n%10 == 0; n /= 10 {
			zeros++
		}
		grain = min(grain, zeros)
	}
	if given < 3 {
		grain = 0
	}
	return number.NewDecimal(1, grain)
}

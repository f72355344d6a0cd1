package column

import (
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/internal/wordlist"
)

// trends are the signs and words before a number that went up or down, and the factor
// that they give it.
var trends = sync.OnceValue(func() map[string]int {
	m := map[string]int{}
	for sign, way := range wordlist.Pairs(wordFile("trends")) {
		m[sign] = map[string]int{"up": 1, "level": 1, "down": -1, "minus": -2}[way]
	}
	return m
})

// longestTrend is the length in bytes of the longest sign or word.
const longestTrend = len("decrease")

// cutTrend cuts the sign or word of a trend off the front of a number: ▼ 0.22. way is -1
// for down, -2 for a loss, 1 for up and level, and 0 if there is none.
func cutTrend(text string) (rest string, way int) {
	r, size := utf8.DecodeRuneInString(text)
	if size == 1 {
		for size < len(text) && size <= longestTrend && 'a' <= text[size]|0x20 && text[size]|0x20 <= 'z' {
			size++
		}
		if !strings.ContainsRune("idsnpglIDSNPGL", r) || size < 4 {
			return text, 0
		}
	}
	way = trends()[strings.ToLower(text[:size])]
	rest = strings.TrimLeft(text[size:], " \u00a0\ufe0e\ufe0f\n")
	if way == 0 || rest == "" {
		return text, 0
	}
	return rest, way
}

// trend reads a number behind the sign of a trend. Under a header that speaks of changes
// down is minus, and a loss is minus everywhere; else the sign only says that the number was
// another. What has a sign of its own keeps it.
func (r *reader) trend(text, key string, v *Value) bool {
	rest, way := cutTrend(text)
	if way == 0 {
		return false
	}
	if r.read(rest, key, v); !v.fits.has(Number) {
		*v = Value{}
		return false
	}
	v.fits &^= asYear
	r.turn(v, way)
	v.hint &^= plain | padded
	v.Mark = strings.TrimSpace(text[:len(text)-len(rest)]) + v.Mark
	return true
}

// turn gives a number the sign of a trend.
func (r *reader) turn(v *Value, way int) {
	if (way < -1 || way < 0 && r.changes) && v.fits.has(Number) && v.Number.Sign() > 0 {
		v.Number = v.Number.Neg()
	}
}

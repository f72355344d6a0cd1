package column

import (
	"strings"

	"github.com/tidywiki/tidywiki/transform/date"
)

// longestDuration is how many bytes a duration may have.
const longestDuration = 40

// duration reads a length of time in more than one unit: 1:23.456, 2 h 5 min.
// Without decimals 14:55:43 may be a time of day and 3:45 a ratio, so that they
// are durations only where the header speaks of such.
func (r *reader) duration(text string, v *Value) {
	if len(text) > longestDuration || text[0] < '0' || text[0] > '9' {
		return
	}
	clock := strings.IndexByte(text, ':') >= 0
	if clock && !r.durations && !strings.Contains(text, ".") {
		return
	}
	d, ok := date.ParseDuration(text, &r.date)
	if !ok || !clock && text[0] == '0' {
		// 04h 26m 16.3s is a place in the sky.
		return
	}
	v.fits = setOf(Duration)
	v.Number, v.Inexact = d.Seconds, d.Approx
	if d.Months.Sign() != 0 {
		v.hint |= calendar
	}
}

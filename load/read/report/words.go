package report

import (
	"cmp"
	"fmt"
	"math"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/dustin/go-humanize"
)

// grouped writes a number with a comma between groups of three digits.
func grouped(n int64) string { return people(strconv.FormatInt(n, 10)) }

// people writes a number for people: groups of digits, the sign of minus. What
// has an exponent stays as it is.
func people(number string) string {
	sign, digits := "", number
	if rest, negative := strings.CutPrefix(number, "-"); negative {
		sign, digits = "−", rest
	}
	whole, fraction, point := strings.Cut(digits, ".")
	if strings.Trim(whole, "0123456789") != "" {
		return number
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if point {
		whole += "." + fraction
	}
	return sign + whole
}

// rounded writes a mean with four digits, or all of those before the point.
func rounded(v float64) string {
	if v == 0 {
		return "0"
	}
	digits := 3 - int(math.Floor(math.Log10(math.Abs(v))))
	if digits > 12 || digits < -20 {
		return strconv.FormatFloat(v, 'g', 4, 64)
	}
	return people(trimZeros(strconv.FormatFloat(v, 'f', max(0, digits), 64)))
}

// share is part in percent of whole, 0 of nothing.
func share(part, whole int64) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) * 100 / float64(whole)
}

// percent writes a share. Only all is 100 %, and only nothing is 0 %.
func percent(part, whole int64) string {
	switch s := share(part, whole); {
	case part > 0 && s < 0.1:
		return "under 0.1 %"
	case part < whole && s > 99.9:
		return "over 99.9 %"
	default:
		return strings.TrimSuffix(strconv.FormatFloat(s, 'f', 1, 64), ".0") + " %"
	}
}

// decimals writes a coordinate.
func decimals(v float64) string {
	return trimZeros(strconv.FormatFloat(v, 'f', 2, 64))
}

// trimZeros takes the zeros at the end of a fraction off.
func trimZeros(number string) string {
	if !strings.Contains(number, ".") {
		return number
	}
	return strings.TrimSuffix(strings.TrimRight(number, "0"), ".")
}

// size writes a number of bytes for people.
func size(n int64) string { return humanize.Bytes(uint64(max(0, n))) }

// plural writes a number with its noun in the right form.
func plural(n any, noun string) string {
	count := fmt.Sprint(n)
	if count != "1" {
		noun += "s"
	}
	return people(count) + " " + noun
}

// linkTo is the escaped address of a folder.
func linkTo(link, dir string) string {
	link = cmp.Or(link, filepath.Base(dir))
	return escaped(link) + "/"
}

// escaped escapes each part of a path.
func escaped(path string) string {
	parts := strings.Split(path, "/")
	for i, p := range parts {
		parts[i] = url.PathEscape(p)
	}
	return strings.Join(parts, "/")
}

// An idSet makes names for places of a page, each only once.
type idSet map[string]bool

func (s idSet) of(name string) string {
	id := strings.Trim(strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r == '_':
			return r
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		}
		return '-'
	}, name), "-")
	free := id
	for n := 2; s[free]; n++ {
		free = id + "-" + strconv.Itoa(n)
	}
	s[free] = true
	return free
}

// shortest writes a sum in as few digits as tell it apart.
func shortest(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

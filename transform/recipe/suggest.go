package recipe

import (
	"fmt"
	"slices"
	"strings"
)

// suggest returns the known word most similar to an unknown one, or a list of the known
// words if they are few: "; did you mean \"columns\"?".
func suggest(word string, known []string) string {
	best, least := "", len(word)+2
	for _, k := range known {
		d := 2 * distance(strings.ToLower(word), strings.ToLower(k))
		if word != "" && !strings.HasPrefix(k, word[:1]) {
			d++ // typing errors in the first letter are rare
		}
		if d < least {
			best, least = k, d
		}
	}
	switch {
	case best != "":
		return fmt.Sprintf("; did you mean %q?", best)
	case len(known) == 0:
		return ""
	case len(known) <= 12:
		sorted := slices.Clone(known)
		slices.Sort(sorted)
		return "; known are " + strings.Join(slices.Compact(sorted), ", ")
	}
	return ""
}

// distance returns the number of letters to insert, delete or change to turn a into b.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j+1]+1, row[j]+1)
		}
	}
	return row[len(b)]
}

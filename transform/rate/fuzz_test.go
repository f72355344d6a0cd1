package rate

import (
	"strings"
	"testing"
)

// FuzzStep checks any page: it must not fail, and every row it reports on must
// have what its message says.
func FuzzStep(f *testing.F) {
	f.Add("| a | b | c % |\n| 1 | 2 | 33.3 |\n| 2 | 2 | 50.0 |\n| 3 | 1 | 75.0 |\n| 4 | 1 | 1.0 |\n")
	f.Add("| a | p |\n| 1 | 10.00 % |\n| 9007199254740993 | 0.000000001 % |\n| 0 | 0 % |\n| 5 | 100 % |\n")
	f.Add("| v | w | share |\n| 1,5 | 2 | ,5 |\n| — | 2 | .25 |\n| Total | 4 | 1.0 |\n")
	f.Fuzz(func(t *testing.T, page string) {
		in, out := check(t, page)
		for _, n := range out.Notes[len(in.Notes):] {
			switch n.Code {
			case "rate_mismatch":
				if n.Observed == n.Expected {
					t.Errorf("%q agrees with what is expected", n.Observed)
				}
			case "rate_repairs":
				if strings.Count(n.Field, "|") != strings.Count(n.Expected, "|") {
					t.Errorf("fields %s, repairs %s", n.Field, n.Expected)
				}
			}
		}
	})
}

package collection

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// TestMatchFindsTheMostSimilar compares the search by rare names with one over all leaders.
func TestMatchFindsTheMostSimilar(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var groups []*group
	seen := map[string]bool{}
	for i := range 300 {
		var names []string
		for n := 1 + r.IntN(8); len(names) < n; {
			if name := string(rune('a' + min(r.IntN(14), r.IntN(14)))); !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
		slices.Sort(names)
		if key := strings.Join(names, " "); !seen[key] {
			seen[key] = true
			groups = append(groups, &group{names: names, headed: names, tables: 1000 - i, first: i, last: i})
		}
	}
	match(groups)
	var leaders []*group
	joined := 0
	for _, g := range groups {
		var to *group
		best := 0.0
		for _, l := range leaders {
			both, all := g.common(l)
			if part := float64(both) / float64(all); 10*both >= 6*all && part > best {
				to, best = l, part
			}
		}
		if to == nil {
			to = g
			leaders = append(leaders, g)
		} else {
			joined++
		}
		if g.to != to {
			t.Errorf("%v is with %v, want %v", g.names, g.to.names, to.names)
		}
	}
	if joined < 30 || len(leaders) < 30 {
		t.Errorf("%d groups joined %d leaders: the test shows little", joined, len(leaders))
	}
}

func TestKinds(t *testing.T) {
	for _, tt := range []struct {
		kinds  kinds
		atOdds bool
		text   bool
	}{
		{0, false, false}, {text, false, true}, {numeric | year, false, false}, {numeric | text, false, true},
		{numeric | day, true, true}, {numeric | edtf, true, true}, {year | day, false, false}, {day | edtf | year, false, false},
		{boolean, false, false}, {boolean | numeric, true, true}, {boolean | day, true, true}, {boolean | text, false, true},
	} {
		if tt.kinds.atOdds() != tt.atOdds || tt.kinds.isText() != tt.text {
			t.Errorf("%b: at odds %v, text %v", tt.kinds, tt.kinds.atOdds(), tt.kinds.isText())
		}
	}
}

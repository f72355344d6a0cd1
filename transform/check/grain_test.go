package check

import "testing"

func TestAddsUp(t *testing.T) {
	for _, c := range []struct {
		name, unit string
		want       bool
	}{
		{"votes", "", true}, {"gross", "USD", true}, {"seats_total", "", true},
		{"batting_average", "", false}, {"year", "", false}, {"rank", "", false}, {"density", "/km2", false}, {"goals_per_game", "", false},
	} {
		if addsUp(c.name, c.unit) != c.want {
			t.Errorf("%s %s: %v", c.name, c.unit, !c.want)
		}
	}
}

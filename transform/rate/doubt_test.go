package rate

import "testing"

func TestIsGame(t *testing.T) {
	for name, want := range map[string]bool{
		"w": true, "regular_season_won": true, "losses": true,
		"votes": false, "for": false, "winner": false, "population": false,
	} {
		if isGame(name) != want {
			t.Errorf("%s: %v", name, !want)
		}
	}
}

func TestGrainOf(t *testing.T) {
	for _, c := range []struct {
		values []uint64
		want   uint64
	}{
		{[]uint64{69600, 12300, 900, 100, 44000}, 100},
		{[]uint64{70000, 20000, none, 10000, 40000, 0, 30000}, 10000},
		// Not rounded, or too few to tell.
		{[]uint64{69600, 12300, 900, 101, 44000}, 1},
		{[]uint64{69600, 12300}, 1},
	} {
		if got := grainOf(c.values); got != c.want {
			t.Errorf("%d: %d, want %d", c.values, got, c.want)
		}
	}
}

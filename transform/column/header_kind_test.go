package column

import "testing"

func TestFindKinds(t *testing.T) {
	for _, c := range []struct {
		text string
		kind kind
		want int
	}{
		{"Gene length", nameKind, 1}, {"Gene length", durationKind, 2}, {"Version", versionKind, 1}, {"Section", versionKind, 1},
		{"Einwohnerzahl", peopleKind, 1}, {"To par (score)", timeKind, 0},
		{"Eredmény", nameKind, 1}, {"Rozdział", versionKind, 1}, {"Väkiluku", peopleKind, 1}, {"매출액", financeKind, 1},
		{"Čas závodu", timeKind, 1}, {"Размер", nameKind, 1}, {"Размер населения", nameKind, 0}, {"Vol", nameKind, 1}, {"Vol horaire", nameKind, 0},
		// A word that must be alone, and one that is part of another.
		{"Section length", versionKind, 0}, {"Partner", nameKind, 0}, {"", nameKind, 0}, {"123", rankKind, 0},
	} {
		if f := findKinds(c.text); f.last[c.kind] != c.want {
			t.Errorf("%q: kind %s at %d, want %d", c.text, kindFiles[c.kind], f.last[c.kind], c.want)
		}
	}
}

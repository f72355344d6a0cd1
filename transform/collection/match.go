package collection

import (
	"cmp"
	"slices"
	"strings"
)

// A group is tables with the same columns by name.
type group struct {
	names, headed []string
	kinds         map[string]kinds // of headed
	shapes        []*shape
	tables        int
	first, last   int
	// to is the leader of the collection it belongs to, itself perhaps; near the most
	// similar leader of those it does not belong to.
	to, near *group
}

// groupShapes puts shapes with the same names together. Groups of many tables come first.
func groupShapes(shapes []*shape) []*group {
	byNames := map[string]*group{}
	var groups []*group
	for _, s := range shapes {
		if s.tables == 0 {
			continue
		}
		key := strings.Join(s.names, "\x00")
		g := byNames[key]
		if g == nil {
			g = &group{names: s.names, headed: s.headed, kinds: map[string]kinds{}, first: s.first}
			byNames[key] = g
			groups = append(groups, g)
		}
		g.shapes = append(g.shapes, s)
		g.tables += s.tables
		g.last = max(g.last, s.last)
		for i, own := range s.own {
			if own {
				g.kinds[s.fields[i]] |= s.kindOf(i)
			}
		}
	}
	for _, g := range groups {
		slices.SortStableFunc(g.shapes, func(a, b *shape) int { return b.tables - a.tables })
	}
	slices.SortStableFunc(groups, func(a, b *group) int { return cmp.Or(b.tables-a.tables, a.first-b.first) })
	return groups
}

// In tenths of all names of two groups: those that they have in common if they belong
// together, and if they are near to it.
const (
	alike = 6
	near  = 4
)

// common counts the names that two groups have in common, and all names.
func (g *group) common(o *group) (both, all int) {
	i, k := 0, 0
	for i < len(g.headed) && k < len(o.headed) {
		switch c := strings.Compare(g.headed[i], o.headed[k]); {
		case c == 0:
			i, k, both = i+1, k+1, both+1
		case c < 0:
			i++
		default:
			k++
		}
	}
	return both, len(g.headed) + len(o.headed) - both
}

// fits reports whether no column of two groups has kinds that are at odds.
func (g *group) fits(o *group) bool {
	for name, a := range g.kinds {
		b := o.kinds[name]
		if (a | b).atOdds() && !a.atOdds() && !b.atOdds() {
			return false
		}
	}
	return true
}

// match decides which groups belong together: each with the most similar of the larger
// groups, if that leads a collection.
func match(groups []*group) {
	ranks := rankNames(groups)
	leaders := map[string][]*group{} // by the rarest of their names
	for _, g := range groups {
		rare := ranks.rarest(g)
		g.to, g.near = g.best(leaders, rare)
		if g.to == nil {
			g.to = g
			for _, name := range rare {
				leaders[name] = append(leaders[name], g)
			}
		}
	}
}

// best returns the leader that a group belongs to and the one that it is near to.
func (g *group) best(leaders map[string][]*group, rare []string) (to, beside *group) {
	seen := map[*group]bool{}
	toBoth, toAll, besideBoth, besideAll := 0, 1, 0, 1
	for _, name := range rare {
		for _, l := range leaders[name] {
			if seen[l] {
				continue
			}
			seen[l] = true
			both, all := g.common(l)
			switch {
			case 10*both < near*all:
			case 10*both >= alike*all && g.fits(l):
				if to == nil || closer(both, all, l, toBoth, toAll, to) {
					to, toBoth, toAll = l, both, all
				}
			case beside == nil || closer(both, all, l, besideBoth, besideAll, beside):
				beside, besideBoth, besideAll = l, both, all
			}
		}
	}
	return to, beside
}

// closer reports whether the first leader is more similar, or comes before the other.
func closer(both, all int, g *group, both2, all2 int, g2 *group) bool {
	return cmp.Or(both*all2-both2*all, g.tables-g2.tables, g2.first-g.first, strings.Compare(g2.headed[0], g.headed[0])) > 0
}

// ranks are names in the order of how many groups have them, the rarest first.
type ranks map[string]int

func rankNames(groups []*group) ranks {
	count := map[string]int{}
	var names []string
	for _, g := range groups {
		for _, name := range g.headed {
			if count[name]++; count[name] == 1 {
				names = append(names, name)
			}
		}
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(count[a]-count[b], strings.Compare(a, b)) })
	r := ranks{}
	for i, name := range names {
		r[name] = i
	}
	return r
}

// rarest are so many of the rarest names of a group that another group of which near
// tenths are the same has one of them among its own.
func (r ranks) rarest(g *group) []string {
	names := slices.Clone(g.headed)
	slices.SortFunc(names, func(a, b string) int { return r[a] - r[b] })
	needed := (near*len(names) + 9) / 10
	return names[:len(names)-needed+1]
}

package recipe

import (
	"fmt"
	"slices"

	"github.com/tidywiki/tidywiki/extract/source"
)

// misplaced reports keys of a row that are apart from the run of consecutive keys around
// the key that names the row. If more than half of the keys of a page are, that is its
// own order (all names, then all terms), and none is reported.
func (s *keysSource) misplaced(p *view, rows []record) {
	type stray struct {
		group *keyGroup
		key   groupKey
	}
	var strays []stray
	others := 0
	for _, row := range rows {
		g := row[ownGroup].(*keyGroup)
		first, last := g.run()
		for _, k := range g.keys {
			if k.row < first || k.row > last {
				strays = append(strays, stray{g, k})
			}
		}
		others += len(g.keys) - 1
	}
	if 2*len(strays) > others {
		return
	}
	slices.SortStableFunc(strays, func(a, b stray) int { return a.key.row - b.key.row })
	for _, st := range strays {
		p.notes = append(p.notes, st.group.misplacedNote(p, st.key))
	}
}

// run returns the first and last row of infobox in the run of keys around the one that
// names the group.
func (g *keyGroup) run() (first, last int) {
	first = g.keys[g.name].row
	last = first
	for i := g.name - 1; i >= 0 && g.keys[i].row == first-1; i-- {
		first--
	}
	for i := g.name + 1; i < len(g.keys) && g.keys[i].row == last+1; i++ {
		last++
	}
	return first, last
}

// misplacedNote returns a note with the place where a key is and where it should be:
// "before Che (25)", "after Cheimage (26)".
func (g *keyGroup) misplacedNote(p *view, k groupKey) source.Note {
	box := p.data.Table("infobox")
	at := func(row int) string {
		return fmt.Sprintf("%s (%d)", box.Column("key").Str(row), box.Column("line").Int(row))
	}
	name := g.keys[g.name].row
	_, last := g.run()
	stands := "before " + at(name)
	if k.row > name {
		stands = "after " + at(k.row-1)
	}
	key := box.Column("key").Str(k.row)
	return source.Note{Severity: source.Warning, Code: "misplaced_key", Where: "infobox",
		Line: int(box.Column("line").Int(k.row)), Field: key, Observed: stands, Expected: "after " + at(last),
		Message: fmt.Sprintf("%s belongs to %s but does not stand with it: it was joined by its name", key, at(name))}
}

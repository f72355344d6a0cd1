package collection

import (
	"fmt"
	"slices"
	"strings"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

// how is how the columns of a group's tables match those of its collection.
func (g *group) how() string {
	if g == g.to {
		return "same headers"
	}
	both, all := g.common(g.to)
	if both == all {
		return "same headers, but for columns without one"
	}
	return fmt.Sprintf("%d of %d columns in common%s", both, all, g.differences(g.to))
}

// differences lists the columns that a group lacks and those that it adds to a leader's.
func (g *group) differences(leader *group) string {
	var b strings.Builder
	list := func(label string, names []string) {
		if len(names) > 0 {
			b.WriteString("; " + label + " " + strings.Join(names, ", "))
		}
	}
	list("lacks", without(leader.headed, g.headed))
	list("adds", without(g.headed, leader.headed))
	return b.String()
}

// without are the names that others do not have.
func without(names, others []string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(n string) bool { return slices.Contains(others, n) })
}

// A judge knows the notes on each table of a shape, Table and Line apart.
type judge struct {
	notes map[*shape][]source.Note
	how   map[*shape]string
	in    map[*shape]*collection
}

func newJudge(groups []*group, all []*collection) *judge {
	j := &judge{notes: map[*shape][]source.Note{}, how: map[*shape]string{}, in: map[*shape]*collection{}}
	led := map[*group]*collection{}
	for _, c := range all {
		led[c.leader] = c
		for _, g := range c.groups {
			for _, s := range g.shapes {
				j.in[s], j.how[s] = c, g.how()
			}
			j.checkMatch(c, g)
		}
		for i := range c.fields {
			j.checkKinds(c, &c.fields[i])
			j.checkUnits(c, &c.fields[i])
		}
	}
	for _, g := range groups {
		if c := led[g.near]; c != nil && led[g.to] == nil {
			j.checkNear(c, g)
		}
	}
	return j
}

func (j *judge) add(s *shape, n source.Note) { j.notes[s] = append(j.notes[s], n) }

// checkMatch notes tables that are alike, not the same.
func (j *judge) checkMatch(c *collection, g *group) {
	both, all := g.common(c.leader)
	if both == all {
		return
	}
	n := source.Note{Severity: source.Info, Code: "collection_match", Where: "table", Field: c.slug, Observed: strings.Join(without(g.headed, c.leader.headed), ", "),
		Expected: strings.Join(without(c.leader.headed, g.headed), ", "),
		Message:  fmt.Sprintf("the table is in the collection %s with %s", c.slug, g.how())}
	if n.Observed != "" && n.Expected != "" {
		n.Severity = source.Warning
		n.Message += "; a column with another header may be the same"
	}
	for _, s := range g.shapes {
		j.add(s, n)
	}
}

// checkNear notes tables that nearly belong to a collection.
func (j *judge) checkNear(c *collection, g *group) {
	both, all := g.common(c.leader)
	why := g.differences(c.leader)
	if 10*both >= alike*all {
		why = "; columns of the same name hold values of other types"
	}
	for _, s := range g.shapes {
		j.add(s, source.Note{Severity: source.Info, Code: "collection_left_out", Where: "table", Field: c.slug, Expected: strings.Join(c.leader.headed, ", "),
			Observed: strings.Join(g.headed, ", "),
			Message:  fmt.Sprintf("the table is not in the collection %s: %d of %d columns in common%s", c.slug, both, all, why)})
	}
}

// checkKinds notes tables in which a column is not what it is in most: text and not a
// number, say.
func (j *judge) checkKinds(c *collection, f *field) {
	if f.extra || !f.kinds.isText() || f.kinds == text {
		return
	}
	tables := map[kind]int{}
	var most kind
	var usual dataset.Type
	c.each(f, func(s *shape, o origin) {
		k := s.kindOf(o.index).broad()
		if tables[k] += s.stats[o.index].tables; k != 0 && tables[k] > tables[most] {
			most, usual = k, s.schema.Fields[o.index].Type
		}
	})
	c.each(f, func(s *shape, o origin) {
		k := s.kindOf(o.index).broad()
		if k == 0 || k == most || !s.own[o.index] {
			return
		}
		typ := s.schema.Fields[o.index].Type
		j.add(s, source.Note{Severity: source.Warning, Code: "collection_type", Where: "column", Field: f.Name, Observed: typ.String(), Expected: usual.String(),
			Message: fmt.Sprintf("the column is of type %s here and of type %s in most tables of the collection %s, where it is text", typ, usual, c.slug)})
	})
}

// checkUnits notes tables whose values have another unit than most.
func (j *judge) checkUnits(c *collection, f *field) {
	if !f.mixed {
		return
	}
	tables := map[string]int{}
	most := ""
	c.each(f, func(s *shape, o origin) {
		unit := s.schema.Fields[o.index].Unit
		if tables[unit] += s.stats[o.index].tables; tables[unit] > tables[most] {
			most = unit
		}
	})
	c.each(f, func(s *shape, o origin) {
		if unit := s.schema.Fields[o.index].Unit; unit != most && s.stats[o.index].tables > 0 {
			j.add(s, source.Note{Severity: source.Warning, Code: "collection_unit", Where: "column", Field: f.Name, Observed: unit, Expected: most,
				Message: fmt.Sprintf("the values have another unit than in most tables of the collection %s: its column of units tells which", c.slug)})
		}
	})
}

// each calls do for each shape that has values of a field, in a fixed order.
func (c *collection) each(f *field, do func(*shape, origin)) {
	for _, s := range c.shapes {
		if o, has := f.from[s]; has && o.take == takeValue {
			do(s, o)
		}
	}
}

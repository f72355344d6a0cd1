package collection

import (
	"fmt"
	"slices"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// A collection is like tables of several pages.
type collection struct {
	leader *group
	groups []*group // the leader first
	shapes []*shape
	tables int
	rows   int64
	slug   string
	title  string
	pages  int // that have such tables
	schema *dataset.Schema
	fields []field
	// year tells whether there is the column year of the tables.
	year bool
}

// name is the name of the collection's table.
func (c *collection) name() string { return dataset.CollectionName(c.slug) }

// collect makes collections of groups that are matched: of the leaders whose tables are
// on two pages or more.
func collect(groups []*group) []*collection {
	byLeader := map[*group]*collection{}
	var all []*collection
	for _, g := range groups {
		c := byLeader[g.to]
		if c == nil {
			c = &collection{leader: g.to}
			byLeader[g.to] = c
			all = append(all, c)
		}
		c.groups = append(c.groups, g)
		c.shapes = append(c.shapes, g.shapes...)
		c.tables += g.tables
	}
	all = slices.DeleteFunc(all, func(c *collection) bool {
		first, last := c.leader.first, c.leader.last
		for _, g := range c.groups {
			first, last = min(first, g.first), max(last, g.last)
		}
		return first == last
	})
	slices.SortStableFunc(all, func(a, b *collection) int { return b.tables - a.tables })
	names := map[string]bool{}
	for _, c := range all {
		c.call(names)
		c.makeFields()
	}
	return all
}

// call gives the collection a name of its own and a title.
func (c *collection) call(names map[string]bool) {
	var all titles
	for _, s := range c.shapes {
		c.rows += s.rows
		for _, t := range s.titles {
			all.merge(t)
		}
	}
	var columns []string
	for i, own := range c.shapes[0].own {
		if name := c.shapes[0].fields[i]; own && !unheaded.MatchString(name) {
			columns = append(columns, name)
		}
	}
	most := all.most(c.tables)
	if most.slug == "" || most.slug == "table" {
		most = titleCount{slug: slugOf(columns)}
	}
	if slices.Contains(reserved, most.slug) {
		most.slug += "-table"
	}
	c.slug, c.title = most.slug, most.text
	for n := 2; names[c.slug]; n++ {
		c.slug = fmt.Sprintf("%s-%d", most.slug, n)
	}
	names[c.slug] = true
}

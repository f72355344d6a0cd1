package collection

import (
	"slices"
	"strings"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// A field is a column of a collection, and where each shape has its values.
type field struct {
	dataset.Field
	// extra is set for what is not a column of the page, nor beside one.
	extra bool
	// mixed is set for values of several units.
	mixed bool
	// kinds are those of the columns of pages that it is made of, 0 for others.
	kinds kinds
	from  map[*shape]origin
}

// An origin is where a field has its values from in the tables of a shape.
type origin struct {
	index int // of the shape's field
	take  take
}

// A take is what a field takes of a value.
type take uint8

const (
	takeValue take = iota
	takeUnit       // the unit of the shape's field, where there is a value
	takeStart      // the first and last day of a year or day
	takeEnd
)

// front are the names of the fields before those of the pages.
var front = []string{"page_id", "page_title", "table", "section", "caption"}

const yearField = "year"

// makeFields makes the fields that the tables have: those of all shapes in the order
// of the first, each further one beside its neighbor.
func (c *collection) makeFields() {
	for _, s := range c.shapes {
		at, next := 0, c.nextKnown(s, -1)
		for i := range len(s.own) - 1 { // the last is the line
			if next <= i {
				next = c.nextKnown(s, i)
			}
			if next < len(s.own) {
				at = c.index(s.fields[next], false)
			} else if s.own[i] {
				at = c.behindCompanions(at)
			}
			at = c.place(s.fields[i], s.extra(i), at)
			c.fields[at].add(s, i, takeValue)
			at++
		}
		c.year = c.year || s.hasYear
	}
	for i := 0; i < len(c.fields); i++ {
		c.fields[i].settle()
		c.addBeside(i)
	}
	if i := c.index(kindField, true); i >= 0 {
		kind := c.fields[i]
		kind.Nullable = false
		c.fields = append(slices.Delete(c.fields, i, i+1), kind)
	}
	c.year = c.year && c.index(yearField, false) < 0
	c.rename()
}

// behindCompanions is the index at or after an index that is not between a field and what
// is beside it.
func (c *collection) behindCompanions(at int) int {
	if at > 0 {
		for base := c.fields[at-1].Name + "_"; at < len(c.fields) && strings.HasPrefix(c.fields[at].Name, base); {
			at++
		}
	}
	return at
}

// nextKnown is the field of a shape behind field i, a column of the page, that the
// collection has already; the number of fields if there is none.
func (c *collection) nextKnown(s *shape, i int) int {
	for i++; i < len(s.own); i++ {
		if s.own[i] && c.index(s.fields[i], false) >= 0 {
			break
		}
	}
	return i
}

// place returns the index of the field of that name, which is made at an index unless it
// is there.
func (c *collection) place(name string, extra bool, at int) int {
	if i := c.index(name, extra); i >= 0 {
		return i
	}
	c.fields = slices.Insert(c.fields, at, field{Field: dataset.Field{Name: name, Nullable: true}, extra: extra, from: map[*shape]origin{}})
	return at
}

func (c *collection) index(name string, extra bool) int {
	return slices.IndexFunc(c.fields, func(f field) bool { return f.Name == name && f.extra == extra })
}

// rename gives fields other names whose own are those of fields before them.
func (c *collection) rename() {
	taken := map[string]bool{lineField: true}
	for _, name := range front {
		taken[name] = true
	}
	for _, extra := range [...]bool{false, true} {
		for i := range c.fields {
			f := &c.fields[i]
			if f.extra != extra {
				continue
			}
			for taken[f.Name] || extra && c.index(f.Name, false) >= 0 {
				f.Name += "_2"
			}
			taken[f.Name] = true
		}
	}
}

// add says where a shape has values of the field.
func (f *field) add(s *shape, i int, t take) {
	if _, known := f.from[s]; known {
		return
	}
	f.from[s] = origin{i, t}
	was := &s.schema.Fields[i]
	if t == takeValue && f.Title == "" {
		f.Title = was.Title
	}
	if t == takeValue && f.Description == "" {
		f.Description = was.Description
	}
}

// settle decides on the type of a field: one that holds the values of all shapes.
func (f *field) settle() {
	var all stat
	types, units := map[dataset.Type]bool{}, map[string]bool{}
	f.kinds, f.Unit = 0, ""
	for s, o := range f.from {
		switch st := &s.stats[o.index]; {
		case st.tables == 0:
		case o.take == takeUnit:
			f.kinds |= text
		case o.take == takeStart || o.take == takeEnd:
			f.kinds |= day
		default:
			f.kinds |= s.kindOf(o.index)
			all.merge(*st)
			types[s.schema.Fields[o.index].Type] = true
			units[s.schema.Fields[o.index].Unit] = true
		}
	}
	if f.Type, f.Scale = f.kinds.storage(types, &all); f.Type == dataset.Decimal {
		f.Precision = maxDigits
	}
	if len(units) == 1 && f.Type != dataset.String {
		for u := range units {
			f.Unit = u
		}
	}
	f.mixed = len(units) > 1 && f.Type != dataset.String
}

// addBeside adds the fields that go with field i where its tables differ: beside texts
// the values of tables where it is a value, beside values of several units the unit.
func (c *collection) addBeside(i int) {
	f := c.fields[i]
	switch {
	case f.extra:
	case f.kinds.isDated():
		c.beside(i, f.Name+"_start", "first day it covers", takeStart, day|year)
		c.beside(i, f.Name+"_end", "last day it covers", takeEnd, day|year)
	case f.kinds.isText():
		c.beside(i, f.Name+"_value", "the number, from tables where the column is one", takeValue, numeric|year)
		c.beside(i, f.Name+"_date", "the day, from tables where the column is one", takeValue, day)
	case f.mixed:
		c.beside(i, strings.TrimSuffix(f.Name, "_value")+"_unit", "unit of the value", takeUnit, numeric)
	}
}

// beside gives the field of that name, which is made behind field i unless it is there,
// what it takes of the values of field i that are of some kinds.
func (c *collection) beside(i int, name, description string, take take, want kinds) {
	f := c.fields[i]
	at := c.index(name, false)
	for _, s := range c.shapes {
		o, has := f.from[s]
		if !has || o.take != takeValue || s.kindOf(o.index)&want == 0 || take == takeUnit && s.schema.Fields[o.index].Unit == "" {
			continue
		}
		if at < 0 {
			at = c.place(name, false, i+1)
			c.fields[at].Description = description
		}
		c.fields[at].add(s, o.index, take)
	}
	if at >= 0 {
		c.fields[at].settle()
	}
}

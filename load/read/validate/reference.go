package validate

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/tidywiki/tidywiki/load/datapackage"
)

// A collector gathers the keys of a table for one group of fields.
type collector struct {
	fields  []int
	names   []string
	list    *keyList
	primary bool // no part of it may be missing
	unique  bool
	scratch []string
}

// add gathers the key of the row read last. A key that is not whole is none.
func (k *collector) add(s *stream) error {
	k.scratch = k.scratch[:0]
	for _, i := range k.fields {
		v := s.values[i]
		if v.null {
			if k.primary {
				s.fail("primary-key", s.schema.fields[i], i, nil, "has no value and is part of the primary key")
			}
			return nil
		}
		k.scratch = append(k.scratch, v.text)
	}
	return k.list.add(k.scratch, s.row)
}

// demand makes a collector for fields of a table, or returns the one there is.
func (c *check) demand(r *resource, names []string) *collector {
	for _, k := range c.collect[r] {
		if slices.Equal(k.names, names) {
			return k
		}
	}
	k := &collector{names: names, list: c.keys.list()}
	for _, name := range names {
		k.fields = append(k.fields, r.schema.Index(name))
	}
	c.collect[r] = append(c.collect[r], k)
	return k
}

// demandKeys finds out which keys have to be gathered, before rows are read. firsts
// are the resources whose keys count.
func (c *check) demandKeys(firsts []*resource) {
	for _, r := range firsts {
		if r.schema == nil {
			continue
		}
		if len(r.schema.PrimaryKey) > 0 {
			k := c.demand(r, r.schema.PrimaryKey)
			k.primary, k.unique = true, true
		}
		for _, names := range r.schema.uniqueGroups() {
			c.demand(r, names).unique = true
		}
		for _, key := range r.schema.ForeignKeys {
			if to := c.readable(r, key, firsts); to != nil {
				c.demand(r, key.Fields)
				c.demand(to, key.Reference.Fields)
			}
		}
	}
	for _, collectors := range c.collect {
		for _, k := range collectors {
			k.list.repeats = k.unique
		}
	}
}

// uniqueGroups are fields, and groups of them, whose values must differ.
func (s *schema) uniqueGroups() [][]string {
	groups := slices.Clone(s.UniqueKeys)
	for _, f := range s.fields {
		if f.unique {
			groups = append(groups, []string{f.Name})
		}
	}
	return groups
}

// readable returns the table that a foreign key leads to, nil if its rows are not
// read.
func (c *check) readable(r *resource, k datapackage.ForeignKey, firsts []*resource) *resource {
	to := c.target(r, k)
	if to == nil || to.schema == nil || !slices.Contains(firsts, to) {
		return nil
	}
	for _, name := range k.Reference.Fields {
		if to.schema.Index(name) < 0 {
			return nil
		}
	}
	return to
}

// checkKeys compares the keys that were gathered.
func (c *check) checkKeys(ctx context.Context, firsts []*resource) error {
	for _, r := range firsts {
		if r.schema == nil {
			continue
		}
		for _, k := range c.collect[r] {
			if err := c.checkTwice(ctx, r, k); err != nil {
				return err
			}
		}
		for _, key := range r.schema.ForeignKeys {
			to := c.readable(r, key, firsts)
			if to == nil {
				continue
			}
			var missing firstRows
			if err := c.demand(r, key.Fields).list.without(c.demand(to, key.Reference.Fields).list, missing.add); err != nil {
				return err
			}
			words := fmt.Sprintf("leads to %s (%s), which has no such row", to.Name, strings.Join(key.Reference.Fields, ", "))
			if err := c.reportRows(ctx, r, "foreign-key", key.Fields, &missing, func(int) string { return words }); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *check) checkTwice(ctx context.Context, r *resource, k *collector) error {
	if !k.unique {
		return nil
	}
	var again firstRows
	before := map[int64]int64{}
	err := k.list.twice(func(row, first int64) {
		if again.add(row); len(before) < 10*MaxErrors {
			before[row] = first
		}
	})
	if err != nil {
		return err
	}
	typ := "unique-error"
	if k.primary {
		typ = "primary-key"
	}
	return c.reportRows(ctx, r, typ, k.names, &again, func(row int) string {
		if first, ok := before[int64(row)]; ok {
			return fmt.Sprintf("is in row %d, too", first)
		}
		return "is in a row before, too"
	})
}

// firstRows are the first of some rows that come in any order, and their number.
type firstRows struct {
	rows  []int
	count int
}

func (f *firstRows) add(row int64) {
	f.count++
	if len(f.rows) == MaxErrors && int(row) > f.rows[MaxErrors-1] {
		return
	}
	i, _ := slices.BinarySearch(f.rows, int(row))
	f.rows = slices.Insert(f.rows, i, int(row))
	f.rows = f.rows[:min(len(f.rows), MaxErrors)]
}

// reportRows reports rows by the values of some fields, for which the table is read
// once more: only hashes were kept.
func (c *check) reportRows(ctx context.Context, r *resource, typ string, names []string, found *firstRows, words func(row int) string) error {
	if found.count == 0 {
		return nil
	}
	silent := *r
	silent.task = &Task{}
	s := c.open(&silent)
	if s == nil {
		return nil
	}
	defer s.close()
	for _, row := range found.rows {
		for s.row < row {
			if more, err := s.next(ctx); !more || err != nil {
				return err
			}
		}
		var values []string
		for _, name := range names {
			values = append(values, s.values[r.schema.Index(name)].text)
		}
		cell := strings.Join(values, ", ")
		r.task.fail(typ, place{row, strings.Join(names, ", "), r.schema.Index(names[0]) + 1, &cell},
			"%s, row %d: %s %s %s", r.place(), row, strings.Join(names, ", "), quote(cell), words(row))
	}
	r.task.errors += found.count - len(found.rows)
	return nil
}

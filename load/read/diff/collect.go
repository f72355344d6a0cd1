package diff

import "bytes"

// A collector gathers what became of the rows of one table.
type collector struct {
	plan    *plan
	table   *Table
	options Options
	kept    [Moved + 1]int
	cells   []int64 // changed cells by column of the plan
	found   *findings
}

func newCollector(p *plan, t *Table, o Options, report *Report) *collector {
	c := &collector{plan: p, table: t, options: o, cells: make([]int64, len(p.columns))}
	if t.Name == "findings" {
		c.found = newFindings(p, o.limit(), &report.Findings)
	}
	return c
}

// take notes one row. Rows are not kept.
func (c *collector) take(kind Kind, old, new *row) error {
	n := &c.table.Counts
	switch kind {
	case Same:
		n.Same++
		return nil
	case Added:
		n.Added++
	case Removed:
		n.Removed++
	case Changed:
		n.Changed++
		c.countCells(old, new)
	case Moved:
		n.Moved++
	}
	if c.found != nil {
		c.found.take(kind, old, new)
	}
	keep := kind != Moved && c.kept[kind] < c.options.limit()
	if !keep && c.options.Each == nil {
		return nil
	}
	change := c.plan.change(kind, old, new)
	if keep {
		c.kept[kind]++
		c.table.Changes = append(c.table.Changes, change)
	}
	if c.options.Each != nil {
		return c.options.Each(c.table.Name, change)
	}
	return nil
}

func (c *collector) countCells(old, new *row) {
	a, b := old.data, new.data
	for i := range c.plan.content {
		var x, y []byte
		var xok, yok bool
		x, xok, a = next(a)
		y, yok, b = next(b)
		if xok != yok || !bytes.Equal(x, y) {
			c.cells[i]++
		}
	}
}

// done completes the table.
func (c *collector) done() {
	for _, i := range c.plan.shown {
		if c.cells[i] > 0 {
			c.table.Cells = append(c.table.Cells, CellCount{c.plan.columns[i], c.cells[i]})
		}
	}
	if c.found != nil {
		c.found.done()
	}
}

// change describes what became of a row; the one that is not there is nil.
func (p *plan) change(kind Kind, old, new *row) *Change {
	a, b := make([]*string, len(p.columns)), make([]*string, len(p.columns))
	c := &Change{Kind: kind}
	if old != nil {
		old.values(a)
		c.OldRow = old.number
	}
	if new != nil {
		new.values(b)
		c.NewRow = new.number
	}
	for _, i := range p.shown {
		if !sameText(a[i], b[i]) {
			c.Cells = append(c.Cells, Cell{p.columns[i], a[i], b[i], i >= p.content})
		}
	}
	named := b
	if new == nil {
		named = a
	}
	for _, i := range p.key {
		c.Key = append(c.Key, Value{p.columns[i], named[i]})
	}
	return c
}

func sameText(a, b *string) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}

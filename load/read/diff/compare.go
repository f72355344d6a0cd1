package diff

import (
	"context"
	"fmt"
	"math"
	"slices"

	"github.com/tidywiki/tidywiki/load/read"
)

// Options are the settings of [Compare].
type Options struct {
	// Limit is how many changes of each kind a table keeps, and how many findings
	// are listed. The default, 0, is 20; a negative one is no limit, and then
	// memory grows with the changes.
	Limit int
	// Each is called for each row that is not the same, moved ones included, table
	// after table. An error ends the comparison.
	Each func(table string, c *Change) error

	sizes sizes // the usual ones if zero
}

func (o Options) limit() int {
	switch {
	case o.Limit == 0:
		return 20
	case o.Limit < 0:
		return math.MaxInt
	}
	return o.Limit
}

// Compare compares the datasets in two folders. Differences are not errors: errors
// are for folders that are not datasets and files that cannot be read.
func Compare(ctx context.Context, oldDir, newDir string, o Options) (*Report, error) {
	old, err := openEdition(oldDir)
	if err != nil {
		return nil, err
	}
	new, err := openEdition(newDir)
	if err != nil {
		return nil, err
	}
	c := &comparison{ctx: ctx, old: old, new: new, options: o, report: &Report{Old: old.side(), New: new.side(), Tables: []*Table{}}}
	if c.sameSums() {
		c.report.Compared = len(new.Tables)
		c.report.finish(old.Version)
		return c.report, nil
	}
	if err := c.tables(); err != nil {
		return nil, err
	}
	c.report.finish(old.Version)
	return c.report, nil
}

// An edition is one of the two datasets.
type edition struct{ *read.Dataset }

func openEdition(dir string) (edition, error) {
	p, err := read.Open(dir)
	return edition{p}, err
}

func (e edition) side() Side {
	return Side{Path: e.Dir, Title: e.Title, Version: e.Version, Tables: len(e.Tables)}
}

// A comparison is one call of Compare.
type comparison struct {
	ctx      context.Context
	old, new edition
	options  Options
	report   *Report
	pages    *pageOrder
}

func (c *comparison) tables() error {
	oldPages, err := c.old.pageIDs(c.ctx)
	if err != nil {
		return err
	}
	newPages, err := c.new.pageIDs(c.ctx)
	if err != nil {
		return err
	}
	c.pages = newPageOrder(oldPages, newPages)
	for _, n := range c.new.Tables {
		if o := c.old.Table(n.Name); o != nil {
			err = c.table(o, n)
		} else {
			err = c.alone(n, Added)
		}
		if err != nil {
			return fmt.Errorf("table %q: %w", n.Name, err)
		}
	}
	for _, o := range c.old.Tables {
		if c.new.Table(o.Name) == nil {
			if err := c.alone(o, Removed); err != nil {
				return fmt.Errorf("table %q: %w", o.Name, err)
			}
		}
	}
	return nil
}

// pageIDs reads the pages of an edition in their order; others than ours have none.
func (e edition) pageIDs(ctx context.Context) ([]string, error) {
	t := e.Table("pages")
	if t == nil || !e.Ours {
		return nil, nil
	}
	var ids []string
	err := t.Each(ctx, func(columns []read.Column, b *read.Batch) {
		column := indexOf(columns, pageID)
		for row := 0; row < b.Rows && column >= 0; row++ {
			id, _ := b.Columns[column].Get(row)
			ids = append(ids, string(id))
		}
	})
	return ids, err
}

// alone notes a table that only one edition has.
func (c *comparison) alone(t *read.Table, kind Kind) error {
	var rows int64
	if err := t.Each(c.ctx, func(_ []read.Column, b *read.Batch) { rows += int64(b.Rows) }); err != nil {
		return err
	}
	out := &Table{Name: t.Name, Title: t.Title, Kind: kind}
	if kind == Added {
		out.NewRows = rows
	} else {
		out.OldRows = rows
	}
	if page := pageOf(t.Name); page != "" && !c.pages.has(page) {
		out.Page = page
	}
	c.report.Tables = append(c.report.Tables, out)
	return nil
}

// table compares a table that both editions have.
func (c *comparison) table(old, new *read.Table) (err error) {
	c.report.Compared++
	oldFormat, newFormat := read.Common(old, new)
	if oldFormat == newFormat && sameDescription(old, new) {
		same, err := sameFiles(c.ctx, old.Files[oldFormat], new.Files[newFormat])
		if same || err != nil {
			return err
		}
	}
	oldFile, err := old.Open(oldFormat)
	if err != nil {
		return err
	}
	defer oldFile.Close()
	newFile, err := new.Open(newFormat)
	if err != nil {
		return err
	}
	defer newFile.Close()
	oldColumns, newColumns := oldFile.Columns(), newFile.Columns()
	if old.Described && new.Described {
		oldColumns, newColumns = described(old, oldColumns), described(new, newColumns)
	}
	p := newPlan(old, new, oldColumns, newColumns, c.old.Ours && c.new.Ours)
	t := &Table{Name: new.Name, Title: new.Title, Kind: Changed, Columns: columnChanges(old, new, oldColumns, newColumns), MatchedBy: p.matchedBy()}
	if err := c.rows(p, t, oldFile, newFile); err != nil {
		return err
	}
	t.OldRows = t.Counts.Same + t.Counts.Moved + t.Counts.Changed + t.Counts.Removed
	t.NewRows = t.OldRows - t.Counts.Removed + t.Counts.Added
	if t.Counts.Differ() || len(t.Columns) > 0 {
		c.report.Total.add(t.Counts)
		c.report.Tables = append(c.report.Tables, t)
	}
	return nil
}

// rows compares the rows of a table.
func (c *comparison) rows(p *plan, t *Table, oldFile, newFile read.Rows) error {
	sizes := c.options.sizes
	if sizes.first == 0 {
		sizes = usualSizes
	}
	wait := &pending{plan: p, limit: sizes.pending}
	defer wait.file.Close()
	collect := newCollector(p, t, c.options, c.report)
	m := &merge{plan: p, sizes: sizes, pages: c.pages, pending: wait, out: collect.take,
		old: &stream{ctx: c.ctx, plan: p, table: oldFile, order: p.old},
		new: &stream{ctx: c.ctx, plan: p, table: newFile, order: p.new}}
	if err := m.run(); err != nil {
		return err
	}
	collect.done()
	return wait.file.Close()
}

// described are the columns of a file, with what its edition declares of them.
func described(t *read.Table, columns []read.Column) []read.Column {
	columns = slices.Clone(columns)
	for i, c := range columns {
		if at := indexOf(t.Columns, c.Name); at >= 0 {
			columns[i] = t.Columns[at]
		}
	}
	return columns
}

func (p *plan) matchedBy() []string {
	if !p.byIdentity {
		return nil
	}
	return p.columns[:p.identity]
}

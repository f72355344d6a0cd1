package diff

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"

	"github.com/tidywiki/tidywiki/load/diff/internal/read"
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

// Compare compares the datasets in two folders. Differences are no error: errors
// are for folders that are no datasets and files that cannot be read.
func Compare(ctx context.Context, oldDir, newDir string, o Options) (*Report, error) {
	old, err := open(oldDir)
	if err != nil {
		return nil, err
	}
	new, err := open(newDir)
	if err != nil {
		return nil, err
	}
	c := &comparison{ctx: ctx, old: old, new: new, options: o, report: &Report{Old: old.side(), New: new.side(), Tables: []*Table{}}}
	if c.sameSums() {
		c.report.Compared = len(new.tables)
		c.report.finish(old.version)
		return c.report, nil
	}
	if err := c.tables(); err != nil {
		return nil, err
	}
	c.report.finish(old.version)
	return c.report, nil
}

func (e *edition) side() Side {
	return Side{Path: e.dir, Title: e.title, Version: e.version, Tables: len(e.tables)}
}

// A comparison is one call of Compare.
type comparison struct {
	ctx      context.Context
	old, new *edition
	options  Options
	report   *Report
	pages    *pageOrder
}

func (c *comparison) tables() error {
	oldPages, err := c.old.pageIDs()
	if err != nil {
		return err
	}
	newPages, err := c.new.pageIDs()
	if err != nil {
		return err
	}
	c.pages = newPageOrder(oldPages, newPages)
	for _, n := range c.new.tables {
		if o := c.old.byName[n.name]; o != nil {
			err = c.table(o, n)
		} else {
			err = c.alone(n, Added)
		}
		if err != nil {
			return fmt.Errorf("table %q: %w", n.name, err)
		}
	}
	for _, o := range c.old.tables {
		if c.new.byName[o.name] == nil {
			if err := c.alone(o, Removed); err != nil {
				return fmt.Errorf("table %q: %w", o.name, err)
			}
		}
	}
	return nil
}

// pageIDs reads the pages of an edition in their order; others than ours have none.
func (e *edition) pageIDs() ([]string, error) {
	t := e.byName["pages"]
	if t == nil || !e.ours {
		return nil, nil
	}
	in, err := t.open(t.best())
	if err != nil {
		return nil, err
	}
	defer in.Close()
	column := indexOf(in.Columns(), pageID)
	if column < 0 {
		return nil, nil
	}
	var ids []string
	var b read.Batch
	for {
		err := in.Next(&b)
		if errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
			return ids, nil
		}
		if err != nil {
			return nil, err
		}
		for row := range b.Rows {
			id, _ := b.Columns[column].Get(row)
			ids = append(ids, string(id))
		}
	}
}

// alone notes a table that only one edition has.
func (c *comparison) alone(t *table, kind Kind) error {
	in, err := t.open(t.best())
	if err != nil {
		return err
	}
	defer in.Close()
	rows, err := countRows(c.ctx, in)
	if err != nil {
		return err
	}
	out := &Table{Name: t.name, Title: t.title, Kind: kind}
	if kind == Added {
		out.NewRows = rows
	} else {
		out.OldRows = rows
	}
	if page := pageOf(t.name); page != "" && !c.pages.has(page) {
		out.Page = page
	}
	c.report.Tables = append(c.report.Tables, out)
	return nil
}

func countRows(ctx context.Context, in read.Table) (rows int64, err error) {
	var b read.Batch
	for {
		if err := ctx.Err(); err != nil {
			return 0, err
		}
		err := in.Next(&b)
		if errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
			return rows, nil
		}
		if err != nil {
			return 0, err
		}
		rows += int64(b.Rows)
	}
}

// table compares a table that both editions have.
func (c *comparison) table(old, new *table) (err error) {
	c.report.Compared++
	oldFormat, newFormat := formats(old, new)
	if oldFormat == newFormat && sameDescription(old, new) {
		same, err := sameBytes(c.ctx, old.files[oldFormat], new.files[newFormat])
		if same || err != nil {
			return err
		}
	}
	oldFile, err := old.open(oldFormat)
	if err != nil {
		return err
	}
	defer oldFile.Close()
	newFile, err := new.open(newFormat)
	if err != nil {
		return err
	}
	defer newFile.Close()
	oldColumns, newColumns := oldFile.Columns(), newFile.Columns()
	if old.described && new.described {
		oldColumns, newColumns = described(old, oldColumns), described(new, newColumns)
	}
	p := newPlan(old, new, oldColumns, newColumns, c.old.ours && c.new.ours)
	t := &Table{Name: new.name, Title: new.title, Kind: Changed, Columns: columnChanges(old, new, oldColumns, newColumns), MatchedBy: p.matchedBy()}
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
func (c *comparison) rows(p *plan, t *Table, oldFile, newFile read.Table) error {
	sizes := c.options.sizes
	if sizes.first == 0 {
		sizes = usualSizes
	}
	wait := &pending{plan: p, limit: sizes.pending}
	defer wait.close()
	collect := newCollector(p, t, c.options, c.report)
	m := &merge{plan: p, sizes: sizes, pages: c.pages, pending: wait, out: collect.take,
		old: &stream{ctx: c.ctx, plan: p, table: oldFile, order: p.old},
		new: &stream{ctx: c.ctx, plan: p, table: newFile, order: p.new}}
	if err := m.run(); err != nil {
		return err
	}
	collect.done()
	return wait.close()
}

// described are the columns of a file, with what its edition says of them.
func described(t *table, columns []read.Column) []read.Column {
	columns = slices.Clone(columns)
	for i, c := range columns {
		if at := indexOf(t.columns, c.Name); at >= 0 {
			columns[i] = t.columns[at]
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

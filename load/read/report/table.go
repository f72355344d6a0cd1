package report

import (
	"cmp"
	"context"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/tidywiki/tidywiki/load/datapackage"
	"github.com/tidywiki/tidywiki/load/read"
)

// A Kind is why a table is there.
type Kind string

// The kinds of tables.
const (
	Own  Kind = "own"  // of a recipe, or of a dataset that others made
	Core Kind = "core" // made of every page
	Wide Kind = "wide" // a table of one page
)

// A Table is the profile of one.
type Table struct {
	ID                       string // of its place on the page
	Name, Title, Description string
	Kind                     Kind
	Page, PageTitle          string // of a wide table
	Rows                     int64
	Columns                  []*Column
	Files                    []File

	from *read.Table
}

func newTable(from *read.Table, kind Kind, id string) *Table {
	t := &Table{ID: id, Name: from.Name, Title: from.Title, Description: from.Description, Kind: kind, from: from}
	if kind == Wide {
		t.Page, _, _ = strings.Cut(strings.TrimPrefix(from.Name, datapackage.WidePrefix), "/")
	}
	for _, format := range fileFormats {
		if f, ok := from.Files[format]; ok {
			t.Files = append(t.Files, newFile(f, format))
		}
	}
	for _, f := range from.Unread {
		t.Files = append(t.Files, newFile(f, strings.TrimPrefix(path.Ext(f.Path), ".")))
	}
	return t
}

// A File is one that a table is in: its address from the dataset's folder, and what
// it is called on the page.
type File struct{ Path, Label string }

func newFile(f read.File, format string) File {
	label := format
	if f.Packed != "" {
		label += "." + string(f.Packed)
	}
	if f.Parts > 0 {
		return File{f.Path + "/", fmt.Sprintf("%s, %s", label, plural(f.Parts, "file"))}
	}
	return File{f.Path, label}
}

// fileFormats are the formats of a table, those that people open first.
var fileFormats = []string{"csv", "json", "parquet", "arrow"}

// Heading is what people call the table.
func (t *Table) Heading() string {
	return cmp.Or(t.Title, t.Name)
}

// maxCounted is how many different values are counted in all columns of a table
// together, so that wide tables take no more memory than narrow ones.
const maxCounted = 200_000

// profile reads the table. It passes all rows to more, too, which may be nil.
func (t *Table) profile(ctx context.Context, more func(*rows)) error {
	err := scan(ctx, t.from, func(r *rows) {
		if t.Columns == nil {
			t.begin(r.columns)
		}
		t.Rows += int64(r.batch.Rows)
		for i, c := range t.Columns {
			c.add(&r.batch.Columns[i], r.batch.Rows)
		}
		if more != nil {
			more(r)
		}
	})
	if err != nil {
		return err
	}
	if t.Columns == nil {
		t.begin(t.from.Columns)
	}
	if err := t.secondReading(ctx); err != nil {
		return err
	}
	for _, c := range t.Columns {
		c.finish()
	}
	return nil
}

// begin makes the columns: those of the file, with what is declared of them.
func (t *Table) begin(columns []read.Column) {
	t.Columns = []*Column{}
	limit := min(maxDistinct, max(50, maxCounted/max(1, len(columns))))
	for _, c := range columns {
		var about datapackage.Field
		if i := slices.IndexFunc(t.from.Columns, func(d read.Column) bool { return d.Name == c.Name }); i >= 0 {
			c, about = t.from.Columns[i], t.from.Fields[i]
		}
		t.Columns = append(t.Columns, newColumn(c, about, slices.Contains(t.from.PrimaryKey, c.Name), limit))
	}
}

// secondReading fills the histograms of columns with more values than were counted
// one by one.
func (t *Table) secondReading(ctx context.Context) error {
	var open []int
	for i, c := range t.Columns {
		if c.prepare() {
			open = append(open, i)
		}
	}
	if len(open) == 0 {
		return nil
	}
	return scan(ctx, t.from, func(r *rows) {
		for _, i := range open {
			t.Columns[i].fill(&r.batch.Columns[i], r.batch.Rows)
		}
	})
}

package diff

import "encoding/json"

// A Report is how two datasets differ. Values are text as CSV has them, without
// zeros at the end of a fraction; a nil value is a null.
type Report struct {
	Old Side `json:"old"`
	New Side `json:"new"`
	// Same is true if schemas and rows are equal.
	Same    bool    `json:"same"`
	Suggest Suggest `json:"suggest"`
	// Total are the counts of the tables that both have and that differ.
	Total Counts `json:"total"`
	// Compared is the number of tables that both have.
	Compared int `json:"tables_compared"`
	// Tables are those that differ, in the order of the new dataset, then those
	// that it no longer has.
	Tables   []*Table `json:"tables"`
	Findings Findings `json:"findings"`
}

// A Side is one of the two datasets.
type Side struct {
	Path    string `json:"path"`
	Title   string `json:"title,omitempty"`
	Version string `json:"version,omitempty"`
	Tables  int    `json:"tables"`
}

// Counts are numbers of rows.
type Counts struct {
	Added   int64 `json:"added"`
	Removed int64 `json:"removed"`
	Changed int64 `json:"changed"`
	// Moved rows have the same content, at another line or under another number.
	Moved int64 `json:"moved"`
	Same  int64 `json:"same"`
}

// Differ reports whether any row is not the same.
func (c Counts) Differ() bool { return c.Added+c.Removed+c.Changed+c.Moved > 0 }

func (c *Counts) add(d Counts) {
	c.Added, c.Removed, c.Changed = c.Added+d.Added, c.Removed+d.Removed, c.Changed+d.Changed
	c.Moved, c.Same = c.Moved+d.Moved, c.Same+d.Same
}

// A Kind is what became of a row or a table.
type Kind byte

// The kinds.
const (
	Same Kind = iota
	Added
	Removed
	Changed
	Moved
)

var kindNames = [...]string{"same", "added", "removed", "changed", "moved"}

// String is the kind's name.
func (k Kind) String() string { return kindNames[k] }

// MarshalText implements [encoding.TextMarshaler].
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// A Table is one table that differs.
type Table struct {
	Name  string `json:"name"`
	Title string `json:"title,omitempty"`
	// Kind is Added, Removed or Changed.
	Kind Kind `json:"kind"`
	// Page is the page_id of a wide table that came or went with its page.
	Page string `json:"page,omitempty"`
	// OldRows and NewRows count the rows, 0 where there is no table.
	OldRows int64 `json:"old_rows"`
	NewRows int64 `json:"new_rows"`
	// MatchedBy are the columns that rows were matched by; empty where it was
	// their whole content, in order.
	MatchedBy []string       `json:"matched_by,omitempty"`
	Columns   []ColumnChange `json:"columns,omitempty"`
	Counts    Counts         `json:"rows"`
	// Cells are the numbers of changed cells by column, in the order of the table.
	Cells []CellCount `json:"cells,omitempty"`
	// Changes are the first changes of each kind but Moved; see [Options].
	Changes []*Change `json:"changes,omitempty"`
}

// Omitted is how many changes of that kind are not among Changes.
func (t *Table) Omitted(k Kind) int64 {
	n := map[Kind]int64{Added: t.Counts.Added, Removed: t.Counts.Removed, Changed: t.Counts.Changed}[k]
	for _, c := range t.Changes {
		if c.Kind == k {
			n--
		}
	}
	return n
}

// A CellCount is how many cells of a column changed.
type CellCount struct {
	Column string `json:"column"`
	Count  int64  `json:"count"`
}

// A ColumnChange is a change of the schema. Column is empty where it is about the
// table.
type ColumnChange struct {
	Column string `json:"column,omitempty"`
	// What is added, removed, type, unit, null, key or order.
	What string `json:"what"`
	Old  string `json:"old,omitempty"`
	New  string `json:"new,omitempty"`
}

// A Change is what became of one row.
type Change struct {
	Kind Kind `json:"kind"`
	// Key names the row: its primary key, or page and line where it has none. It
	// is that of the old row if it was removed, else of the new one.
	Key []Value `json:"key,omitempty"`
	// OldRow and NewRow are the numbers of the row in its table, from 1; 0 where it
	// is not.
	OldRow int64 `json:"old_row,omitempty"`
	NewRow int64 `json:"new_row,omitempty"`
	// Cells are those that differ; of an added or removed row, those with a value.
	Cells []Cell `json:"cells"`
}

// A Value is a column and what a row has in it.
type Value struct {
	Column string  `json:"column"`
	Value  *string `json:"value"`
}

// A Cell is a value before and after.
type Cell struct {
	Column string  `json:"column"`
	Old    *string `json:"old"`
	New    *string `json:"new"`
	// Position is true if the column locates the row and is not part of its content.
	Position bool `json:"position,omitempty"`
}

// Findings are what became of the table findings.
type Findings struct {
	Appeared []FindingCount `json:"appeared"`
	Went     []FindingCount `json:"went"`
	// Changed findings are of the same code and place, but with another content.
	Changed []FindingCount `json:"changed"`
	// Fresh are those that were not there before: the ones that appeared, and of
	// the changed ones those that are more severe now, or are about
	// another place.
	Fresh []FindingCount `json:"fresh"`
	// List has the first of them, as many as Changes of a table.
	List []Finding `json:"list"`
}

// NewErrors counts the fresh findings of severity error.
func (f *Findings) NewErrors() int64 { return f.fresh("error") }

// NewWarnings counts the fresh findings of severity warning.
func (f *Findings) NewWarnings() int64 { return f.fresh("warning") }

func (f *Findings) fresh(severity string) (n int64) {
	for _, c := range f.Fresh {
		if c.Severity == severity {
			n += c.Count
		}
	}
	return n
}

// Differ reports whether any finding is not the same.
func (f *Findings) Differ() bool { return len(f.Appeared)+len(f.Went)+len(f.Changed) > 0 }

// A FindingCount is how many findings of a code there are.
type FindingCount struct {
	Severity string `json:"severity"`
	Code     string `json:"code"`
	Count    int64  `json:"count"`
}

// A Finding is one that appeared (Added), went (Removed) or changed; then it is
// as it is now.
type Finding struct {
	Kind     Kind   `json:"kind"`
	Page     string `json:"page_id"`
	Line     string `json:"line,omitempty"`
	Severity string `json:"severity"`
	Code     string `json:"code"`
	Message  string `json:"message"`
}

// MarshalJSON writes lists as lists even where they are empty.
func (f Findings) MarshalJSON() ([]byte, error) {
	type plain Findings
	for _, list := range []*[]FindingCount{&f.Appeared, &f.Went, &f.Changed, &f.Fresh} {
		if *list == nil {
			*list = []FindingCount{}
		}
	}
	if f.List == nil {
		f.List = []Finding{}
	}
	return json.Marshal(plain(f))
}

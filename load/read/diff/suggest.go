package diff

import (
	"cmp"
	"fmt"

	"github.com/tidywiki/tidywiki/load/datapackage"
	"github.com/tidywiki/tidywiki/load/internal/figure"
)

// Suggest is the part of the version that two datasets' differences should raise.
type Suggest struct {
	// Level is major, minor, patch or none.
	Level string `json:"level"`
	// Reasons are why, all of that level.
	Reasons []string `json:"reasons"`
	// Version is the next one, if the old dataset has a semantic version.
	Version string `json:"version,omitempty"`
}

// levels ascend.
var levels = []string{"none", "patch", "minor", "major"}

// A reason for a new version.
type reason struct {
	level int // index of levels
	text  string
}

const (
	patch = 1 + iota
	minor
	major
)

// finish completes a report whose tables are complete.
func (r *Report) finish(version string) {
	r.Same = len(r.Tables) == 0
	var all []reason
	for _, t := range r.Tables {
		all = append(all, t.reasons()...)
	}
	top := 0
	for _, why := range all {
		top = max(top, why.level)
	}
	r.Suggest = Suggest{Level: levels[top], Reasons: []string{}}
	if top > 0 {
		r.Suggest.Version = datapackage.NextVersion(version, levels[top])
	}
	for _, why := range all {
		if why.level == top {
			r.Suggest.Reasons = append(r.Suggest.Reasons, why.text)
		}
	}
}

func (t *Table) reasons() []reason {
	switch {
	case t.Kind == Added:
		return []reason{{minor, fmt.Sprintf("table %s was added", t.Name)}}
	case t.Kind == Removed && t.Page != "":
		return []reason{{minor, fmt.Sprintf("table %s went with its page", t.Name)}}
	case t.Kind == Removed:
		return []reason{{major, fmt.Sprintf("table %s was removed", t.Name)}}
	}
	var all []reason
	for _, c := range t.Columns {
		all = append(all, c.reason(t.Name))
	}
	return append(all, t.rowReasons()...)
}

func (c ColumnChange) reason(table string) reason {
	name := table + "." + c.Column
	switch c.What {
	case "added":
		return reason{minor, "column " + name + " was added"}
	case "removed":
		return reason{major, "column " + name + " was removed"}
	case "type":
		return reason{major, fmt.Sprintf("column %s changed from %s to %s", name, c.Old, c.New)}
	case "unit":
		return reason{major, fmt.Sprintf("the unit of column %s changed from %s to %s", name, orNone(c.Old), orNone(c.New))}
	case "null":
		if c.Old == requiredText {
			return reason{major, "column " + name + " may now be null"}
		}
		return reason{patch, "column " + name + " is never null now"}
	case "key":
		return reason{major, fmt.Sprintf("the primary key of table %s changed from (%s) to (%s)", table, c.Old, c.New)}
	}
	return reason{minor, "the columns of table " + table + " are in another order"}
}

func orNone(s string) string {
	return cmp.Or(s, "none")
}

// rowReasons are those of a table's rows. Findings are about the data: more or
// fewer of them do not change it.
func (t *Table) rowReasons() []reason {
	rows := minor
	if t.Name == "findings" {
		rows = patch
	}
	var all []reason
	add := func(level int, n int64, what string) {
		if n > 0 {
			all = append(all, reason{level, fmt.Sprintf("table %s: %s %s", t.Name, figure.Count(n, "row"), what)})
		}
	}
	add(rows, t.Counts.Added, "added")
	add(rows, t.Counts.Removed, "removed")
	add(patch, t.Counts.Changed, "changed")
	add(patch, t.Counts.Moved, "moved")
	return all
}

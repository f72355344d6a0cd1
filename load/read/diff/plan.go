package diff

import (
	"slices"
	"strings"

	"github.com/tidywiki/tidywiki/load/datapackage"
	"github.com/tidywiki/tidywiki/load/read"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

// A plan is how the rows of two tables are compared: the roles of their common
// columns. Encoded rows have the columns in the plan's order.
type plan struct {
	columns []string
	types   []string
	old     []int // where the columns are in the files
	new     []int
	// columns[:identity] identify a row, columns[:content] are its content, and the
	// others its position.
	identity, content int
	// grouped is true if the first column is the page, whose rows are together.
	grouped bool
	// unique is true if no two rows of a table share an identity.
	unique bool
	// byIdentity is true if rows of different identity are different rows; without
	// it only the page has to be the same.
	byIdentity bool
	keyed      bool  // rows have a primary key, so that their order does not matter
	key        []int // the columns of the primary key; of keyless tables, the line
	shown      []int // all columns in the order of the new table
}

// positions are the columns of core tables that locate a row on its page. They move when something else is inserted.
var positions = map[string][]string{
	"sections":    {"section", "parent", "line"},
	"paragraphs":  {"paragraph", "section", "line"},
	"items":       {"item", "section", "list", "line"},
	"infobox":     {"box", "ordinal", "line"},
	"tables":      {"table", "section", "parent", "line", "last_line"},
	"columns":     {"table", "col", "grid_col"},
	"cells":       {"table", "row", "col", "origin_row", "origin_col", "line"},
	"quantities":  {"quantity", "ordinal", "section", "line"},
	"changes":     {"change", "ordinal", "line"},
	"parameters":  {"call", "parent", "section", "ordinal", "line"},
	"references":  {"reference", "line"},
	"citations":   {"reference", "ordinal", "table", "row", "col", "line"},
	"links":       {"ordinal", "table", "row", "col", "line"},
	"collections": {"table", "line"},
	"findings":    {"finding", "table", "row", "col", "line"},
}

// identities are the columns of core tables, beside page_id, that a row keeps
// while its content may change.
var identities = map[string][]string{
	"infobox":    {"key"},
	"parameters": {"template", "key"},
	"findings":   {"code", "where", "field"},
}

// newPlan makes the plan for two tables. The columns are those of the files.
func newPlan(old, new *read.Table, oldColumns, newColumns []read.Column, ours bool) *plan {
	p := &plan{}
	key := commonKey(old, new, oldColumns, newColumns)
	position := positionsOf(new, newColumns, ours)
	identity := identityOf(new.Name, key, position, ours)
	p.keyed = len(key) > 0
	p.byIdentity = len(identity) > 1 || len(identity) == 1 && len(key) == 1
	p.unique = p.keyed && !slices.ContainsFunc(key, func(name string) bool { return slices.Contains(position, name) })
	for pass, in := range []func(string) bool{
		func(name string) bool { return slices.Contains(identity, name) },
		func(name string) bool { return !slices.Contains(identity, name) && !slices.Contains(position, name) },
		func(name string) bool { return !slices.Contains(identity, name) && slices.Contains(position, name) },
	} {
		for i, c := range newColumns {
			if at := indexOf(oldColumns, c.Name); at >= 0 && in(c.Name) {
				p.columns, p.types = append(p.columns, c.Name), append(p.types, c.Type)
				p.old, p.new = append(p.old, at), append(p.new, i)
			}
		}
		switch pass {
		case 0:
			p.identity = len(p.columns)
		case 1:
			p.content = len(p.columns)
		}
	}
	p.grouped = ours && p.identity > 0 && p.columns[0] == pageID
	p.name(key, newColumns)
	return p
}

const pageID = "page_id"

// name decides what a row is called by, and the order in which its values are
// shown.
func (p *plan) name(key []string, columns []read.Column) {
	for _, c := range columns {
		if i := slices.Index(p.columns, c.Name); i >= 0 {
			p.shown = append(p.shown, i)
		}
	}
	if len(key) == 0 {
		key = []string{pageID, "line"}
	}
	for _, name := range key {
		if i := slices.Index(p.columns, name); i >= 0 && (p.keyed || name == pageID || i >= p.content) {
			p.key = append(p.key, i)
		}
	}
}

// commonKey is the primary key of the new table, or else of the old one, whose
// columns both have.
func commonKey(old, new *read.Table, oldColumns, newColumns []read.Column) []string {
	for _, key := range [][]string{new.PrimaryKey, old.PrimaryKey} {
		missing := slices.ContainsFunc(key, func(name string) bool {
			return indexOf(oldColumns, name) < 0 || indexOf(newColumns, name) < 0
		})
		if len(key) > 0 && !missing {
			return key
		}
	}
	return nil
}

// positionsOf returns the columns that locate a row: of core tables,
// those we know; of others, the line, and what refers to such a column.
func positionsOf(t *read.Table, columns []read.Column, ours bool) []string {
	if !ours {
		return nil
	}
	if dataset.CoreSchema(t.Name) != nil {
		return positions[t.Name]
	}
	var found []string
	for _, c := range columns {
		ofPage := strings.HasPrefix(t.Name, datapackage.WidePrefix) // which may have a column Line of its own
		if c.Name == "line" && (c.Type == "" || c.Type == "integer" && (c.Required || !ofPage)) {
			found = append(found, c.Name)
		}
	}
	for _, fk := range t.ForeignKeys {
		for i, name := range fk.Fields {
			if i < len(fk.Reference.Fields) && slices.Contains(positions[fk.Reference.Resource], fk.Reference.Fields[i]) {
				found = append(found, name)
			}
		}
	}
	return found
}

func identityOf(name string, key, position []string, ours bool) []string {
	var identity []string
	for _, k := range key {
		if !slices.Contains(position, k) {
			identity = append(identity, k)
		}
	}
	if ours && dataset.CoreSchema(name) != nil {
		identity = append(identity, identities[name]...)
	}
	if len(key) == 0 && ours && !strings.HasPrefix(name, datapackage.WidePrefix) {
		identity = []string{pageID}
	}
	return identity
}

func indexOf(columns []read.Column, name string) int {
	return slices.IndexFunc(columns, func(c read.Column) bool { return c.Name == name })
}

package release

import (
	"slices"
	"strings"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/load/datapackage"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

// A Release collects what the files about a dataset need.
type Release struct {
	info   Info
	tables []*table // in the order in which they were first seen
	byName map[string]*table
	wide   int // tables that were complete with one Write
	pages  pages
	found  findings
	files  []load.File // of no table
	// exports are tables in other vocabularies, as JSON.
	exports []load.File
	// written are all files there are by now, during Write.
	written []load.File
}

// maxWide is how many tables of pages are described. Where there are more, none
// is: the tables named tables and columns do it.
const maxWide = 1000

// A table is what all its records have in common.
type table struct {
	name   string
	schema *dataset.Schema
	whole  bool
	rows   int64
	odd    []bool // fields with values that their type in a Data Package does not allow
	assets []asset
}

// New returns a release of nothing yet.
func New(info Info) *Release {
	return &Release{info: info, byName: map[string]*table{}, found: findings{}}
}

// Observe records a table that is written. It must be called for each, in
// their order, from one goroutine; t is not retained, its schema is.
func (r *Release) Observe(t *dataset.Table) {
	switch t.Schema {
	case dataset.Pages:
		r.pages.observe(t)
	case dataset.Findings:
		r.found.observe(t)
	}
	if t.Whole {
		if r.wide++; r.wide > maxWide {
			r.forgetWide()
			return
		}
	}
	known := r.byName[t.Name]
	if known == nil {
		known = &table{name: t.Name, schema: t.Schema, whole: t.Whole, odd: make([]bool, len(t.Schema.Fields))}
		r.byName[t.Name] = known
		r.tables = append(r.tables, known)
	}
	known.observe(t)
}

// forgetWide drops the descriptions of wide tables: there are too many.
func (r *Release) forgetWide() {
	if r.wide > maxWide+1 {
		return
	}
	for _, t := range r.tables {
		if t.whole {
			delete(r.byName, t.name)
		}
	}
	r.tables = slices.DeleteFunc(r.tables, func(t *table) bool { return t.whole })
}

// match gives each table its files. The others are returned: workbooks of several
// tables, say.
func (r *Release) match(files []load.File) []load.File {
	var others []load.File
	for _, f := range files {
		p, ok := load.ParseTablePath(f.Path)
		if !ok {
			r.exports = append(r.exports, f)
		} else if t := r.byName[p.Table]; t != nil && formatOf(p.Format) != nil {
			t.addFile(p, f)
		} else if formatOf(p.Format) != nil && !(strings.HasPrefix(p.Table, datapackage.WidePrefix) && r.wide > maxWide) {
			others = append(others, f)
		}
	}
	for _, t := range r.tables {
		t.order()
	}
	return others
}

// A format is a kind of file of tables.
type format struct {
	ext, media, name string
	text             bool // of rows and values as text
}

// formats are the recommended format first.
var formats = []format{
	{"csv", "text/csv", "CSV", true},
	{"json", "application/json", "JSON", true},
	{"parquet", "application/vnd.apache.parquet", "Parquet", false},
	{"arrow", "application/vnd.apache.arrow.file", "Arrow IPC", false},
	{"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel", false},
}

func formatOf(ext string) *format {
	for i := range formats {
		if formats[i].ext == ext {
			return &formats[i]
		}
	}
	return nil
}

func rankOf(ext string) int {
	return slices.IndexFunc(formats, func(f format) bool { return f.ext == ext })
}

// ordered are the tables as people want them: those of recipes, then the core
// tables, then those of pages.
func (r *Release) ordered() []*table {
	tables := slices.Clone(r.tables)
	rank := func(t *table) int {
		switch {
		case t.whole:
			return 2
		case t.core():
			return 1
		}
		return 0
	}
	slices.SortStableFunc(tables, func(a, b *table) int { return rank(a) - rank(b) })
	return tables
}

func (t *table) core() bool { return dataset.CoreSchema(t.name) != nil }

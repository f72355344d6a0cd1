package release

import (
	"fmt"
	"slices"
	"strings"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/load/datapackage"
	"github.com/tidywiki/tidywiki/load/internal/figure"
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

// ordered are the tables as people want them: collections, those of recipes, then the
// core tables, then those of pages.
func (r *Release) ordered() []*table {
	tables := slices.Clone(r.tables)
	rank := func(t *table) int {
		switch {
		case t.whole:
			return 2
		case t.core():
			return 1
		case dataset.IsCollection(t.name):
			return -1
		}
		return 0
	}
	slices.SortStableFunc(tables, func(a, b *table) int { return rank(a) - rank(b) })
	return tables
}

func (t *table) core() bool { return dataset.CoreSchema(t.name) != nil }

// Info is what the tables do not contain. Each field may be empty.
type Info struct {
	// Version is that of tidywiki.
	Version string
	// Name is the dataset's, fit for a URL; default the page_id of its only page,
	// or tidywiki-dataset. Title and Description are for people; by default they
	// name the pages.
	Name, Title, Description string
	// DataVersion is the version of the dataset, Created its date and time in
	// RFC 3339.
	DataVersion, Created string
	Homepage             string
	Keywords             []string
	// License is an SPDX identifier; default those of the pages.
	License string
	// Authors are those of the dataset; default the contributors of the pages,
	// without names.
	Authors []Author
	// FormulaGuard is what the CSV files have before texts that begin like a
	// formula; "" if they have nothing there.
	FormulaGuard string
	// Parameters are what the dataset was made with, for its provenance.
	Parameters []Parameter
}

// An Author is a person or an organisation.
type Author struct {
	Name        string
	ORCID       string // https://orcid.org/0000-0002-1825-0097, or empty
	Affiliation string
}

// A Parameter is one setting of the run that made a dataset, such as formats or a
// recipe. Value is anything that encodes as JSON.
type Parameter struct {
	Name  string
	Value any
}

// name is the dataset's for machines.
func (r *Release) name() string {
	switch {
	case r.info.Name != "":
		return r.info.Name
	case r.pages.count == 1 && r.pages.first != "":
		return r.pages.first
	}
	return "tidywiki-dataset"
}

// title is the dataset's for people.
func (r *Release) title() string {
	switch {
	case r.info.Title != "":
		return r.info.Title
	case r.pages.count == 1 && r.pages.sources[0].title != "":
		return r.pages.sources[0].title
	}
	return figure.Count(r.pages.count, "wiki page")
}

// description is a sentence or more.
func (r *Release) description() string {
	if r.info.Description != "" {
		return r.info.Description
	}
	return fmt.Sprintf("%s as tables of typed columns. Every row names its page, and the line it was read from where it has one. "+
		"What a page says is never corrected: what is doubtful in it is a row of the table findings (%s, %s, %s).",
		figure.Count(r.pages.count, "wiki page"),
		figure.Count(r.found.of("error"), "error"), figure.Count(r.found.of("warning"), "warning"), figure.Count(r.found.of("info"), "info"))
}

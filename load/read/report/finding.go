package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/tidywiki/tidywiki/load/datapackage"
	"github.com/tidywiki/tidywiki/load/read"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

// Findings are those of the dataset.
type Findings struct {
	// Has is true if the dataset has a table of findings, whose rows are counted in
	// Total and, by severity, in Counts. Table is the profile of that table.
	Has    bool
	Total  int64
	Counts map[string]int64
	Codes  []CodeCount
	// List has the first ones of each severity, the worst first.
	List []*Finding
	kept map[string]int
}

// A CodeCount is how often a code occurs.
type CodeCount struct {
	Code, Severity string
	Count          int64
}

// A Finding is a row of the table of findings.
type Finding struct {
	Severity, Code, Page, PageTitle           string
	Where, Field, Observed, Expected, Message string
	Line, TableNumber, Row, Col               string // "" for none
	// Quote is what the page has at that line, as the dataset has it.
	Quote []Piece
	// Table is a link to the table that it is about, or "".
	Table string
}

// Left is how many findings of a severity are not listed.
func (f *Findings) Left(severity string) int64 { return f.Counts[severity] - int64(f.kept[severity]) }

// readFindings counts the findings and keeps the first ones of each severity.
func (m *maker) readFindings() error {
	t := m.pkg.Table("findings")
	if t == nil || !m.pkg.Ours {
		return nil
	}
	f := &m.report.Findings
	f.Has, f.Counts, f.kept = true, map[string]int64{}, map[string]int{}
	codes := map[CodeCount]int64{}
	lists := map[string][]*Finding{}
	err := scan(m.ctx, t, func(r *rows) {
		severity, code := r.column("severity"), r.column("code")
		for row := range r.batch.Rows {
			s := severity.text(row)
			f.Total++
			f.Counts[s]++
			codes[CodeCount{Code: code.text(row), Severity: s}]++
			m.checked.take(code.text(row), m.options.Findings, func() *Finding { return findingOf(r, row) })
			if f.kept[s] < m.options.Findings {
				f.kept[s]++
				lists[s] = append(lists[s], findingOf(r, row))
			}
		}
	})
	if err != nil {
		return fmt.Errorf("table %q: %w", t.Name, err)
	}
	for _, s := range dataset.Severities {
		f.List = append(f.List, lists[s]...)
	}
	f.Codes = sorted(codes)
	for _, found := range f.List {
		m.titles[found.Page] = ""
		m.quotes.want(found)
	}
	m.report.Formulas, m.report.FormulasLeft = m.checked.formulas, m.checked.left
	for _, found := range m.report.Formulas {
		m.titles[found.Page] = ""
	}
	return nil
}

// sorted lists the codes, the worst first, then the most frequent.
func sorted(codes map[CodeCount]int64) []CodeCount {
	var all []CodeCount
	for c, n := range codes {
		all = append(all, CodeCount{c.Code, c.Severity, n})
	}
	slices.SortFunc(all, func(a, b CodeCount) int {
		return cmp.Or(slices.Index(dataset.Severities, a.Severity)-slices.Index(dataset.Severities, b.Severity),
			cmp.Compare(b.Count, a.Count), strings.Compare(a.Code, b.Code))
	})
	return all
}

func findingOf(r *rows, row int) *Finding {
	get := func(name string) string { return r.column(name).text(row) }
	return &Finding{Severity: get("severity"), Code: get("code"), Page: get("page_id"), Where: get("where"), Field: get("field"),
		Observed: get("observed"), Expected: get("expected"), Message: get("message"),
		Line: get("line"), TableNumber: get("table"), Row: get("row"), Col: get("col")}
}

// link leads to the page's table that a finding is about: to its profile, or else to
// its file. wide are the tables of pages, by page and number.
func (m *maker) link(f *Finding, wide map[string]*read.Table) string {
	t := wide[f.Page+"/"+f.TableNumber]
	if t == nil {
		return ""
	}
	for _, p := range m.report.Tables {
		if p.from == t {
			return "#" + p.ID
		}
	}
	if files := newTable(t, Wide, "").Files; len(files) > 0 {
		return m.report.Link + escaped(files[0].Path)
	}
	return ""
}

// wideTables are the tables of pages, the first part of each.
func (m *maker) wideTables() map[string]*read.Table {
	all := map[string]*read.Table{}
	for _, t := range m.pkg.Tables {
		page, file, _ := strings.Cut(strings.TrimPrefix(t.Name, datapackage.WidePrefix), "/")
		digits := len(file) - len(strings.TrimLeft(file, "0123456789"))
		key := page + "/" + strings.TrimLeft(file[:digits], "0")
		if m.kindOf(t) == Wide && digits > 0 && all[key] == nil {
			all[key] = t
		}
	}
	return all
}

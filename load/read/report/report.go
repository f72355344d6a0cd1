package report

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"github.com/tidywiki/tidywiki/load/datapackage"
	"github.com/tidywiki/tidywiki/load/read"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

// Options are the settings of [Make].
type Options struct {
	// Link is the address of the dataset's folder as seen from the page, with
	// slashes and not escaped. The default is the folder's own name: the page then
	// belongs beside it. "." is for a page in the folder.
	Link string
	// Findings is how many findings of each severity are listed; default 100.
	Findings int
	// WideTables is how many tables of pages have a profile; default 50.
	WideTables int
	// Generator names the program in the page's last line; default tidywiki.
	Generator string
}

const (
	defaultFindings = 100
	defaultWide     = 50
)

func (o Options) withDefaults() Options {
	if o.Findings <= 0 {
		o.Findings = defaultFindings
	}
	if o.WideTables <= 0 {
		o.WideTables = defaultWide
	}
	o.Generator = cmp.Or(o.Generator, "tidywiki")
	return o
}

// A Report is the content of the page.
type Report struct {
	datapackage.About
	Generator string
	// Link is the address of the dataset's folder, escaped, with a slash at its
	// end.
	Link string
	// Tables have a profile; Unprofiled is how many tables of pages have none.
	Tables     []*Table
	Unprofiled int
	// Files and Bytes are those that datapackage.json names, Others those of no
	// table.
	Files  int
	Bytes  int64
	Others []read.File
	// Rows are those of the tables with a profile.
	Rows     int64
	Charts   []*Chart
	Findings Findings
	// Formulas are the findings that explain how columns of published rates follow from
	// their rows, FormulasLeft how many are not listed.
	Formulas     []*Finding
	FormulasLeft int64
}

// Make reads a dataset: the folder, or its datapackage.json. An error means that
// it cannot be read, or that ctx was cancelled.
func Make(ctx context.Context, dir string, o Options) (*Report, error) {
	p, err := read.Open(dir)
	if err != nil {
		return nil, err
	}
	m := &maker{ctx: ctx, options: o.withDefaults(), pkg: p, titles: map[string]string{}, quotes: quotes{}}
	m.report = &Report{About: p.About, Generator: m.options.Generator, Link: linkTo(o.Link, p.Dir), Others: p.Others}
	if err := m.make(); err != nil {
		return nil, err
	}
	return m.report, nil
}

// A maker is one call of Make.
type maker struct {
	ctx     context.Context
	options Options
	pkg     *read.Dataset
	report  *Report
	titles  map[string]string // of the pages that the report names, by page_id
	quotes  quotes            // of the lines that findings are about
	checked checked
}

func (m *maker) make() error {
	m.chooseTables()
	for _, step := range []func() error{m.readFindings, m.readCharts, m.readTables} {
		if err := step(); err != nil {
			return err
		}
	}
	m.namePages()
	m.countFiles()
	return nil
}

// chooseTables decides which tables get a profile, and by which id the page knows
// them.
func (m *maker) chooseTables() {
	ids := idSet{}
	for _, kind := range []Kind{Own, Core, Wide} {
		wide := 0
		for _, t := range m.pkg.Tables {
			if m.kindOf(t) != kind {
				continue
			}
			if kind == Wide {
				if wide++; wide > m.options.WideTables {
					m.report.Unprofiled++
					continue
				}
			}
			m.report.Tables = append(m.report.Tables, newTable(t, kind, ids.of("table-"+t.Name)))
		}
	}
	for _, t := range m.report.Tables {
		if t.Page != "" {
			m.titles[t.Page] = ""
		}
	}
}

func (m *maker) kindOf(t *read.Table) Kind {
	switch {
	case !m.pkg.Ours:
		return Own
	case strings.HasPrefix(t.Name, datapackage.WidePrefix):
		return Wide
	case dataset.CoreSchema(t.Name) != nil:
		return Core
	}
	return Own
}

// readTables reads all tables that have a profile, and on the way what findings
// and charts need of them.
func (m *maker) readTables() error {
	for _, t := range m.report.Tables {
		var more func(*rows)
		if m.pkg.Ours {
			more = m.observer(t.Name)
		}
		if err := t.profile(m.ctx, more); err != nil {
			return fmt.Errorf("table %q: %w", t.Name, err)
		}
		m.report.Rows += t.Rows
	}
	return nil
}

// observer is what else is done with the rows of a core table.
func (m *maker) observer(table string) func(*rows) {
	if table == "pages" {
		return m.readTitles
	}
	if q := quoters[table]; q != nil && len(m.quotes) > 0 {
		return func(r *rows) { m.quotes.read(r, q) }
	}
	return nil
}

// readTitles takes down the titles of the pages that are named.
func (m *maker) readTitles(r *rows) {
	id, title := r.column("page_id"), r.column("title")
	for row := range r.batch.Rows {
		if _, named := m.titles[string(id.bytes(row))]; named {
			m.titles[id.text(row)] = title.text(row)
		}
	}
}

// title is what people call a page.
func (m *maker) title(id string) string {
	if t := m.titles[id]; t != "" {
		return t
	}
	return id
}

// namePages puts titles in the place of ids, now that they are known.
func (m *maker) namePages() {
	for _, t := range m.report.Tables {
		t.PageTitle = m.title(t.Page)
	}
	for _, c := range m.report.Charts {
		for i := range c.Groups {
			c.Groups[i].Title = m.title(c.Groups[i].Page)
		}
	}
	wide := m.wideTables()
	for _, f := range m.report.Findings.List {
		f.PageTitle = m.title(f.Page)
		f.Table = m.link(f, wide)
		f.Quote = m.quotes.of(f)
	}
	for _, f := range m.report.Formulas {
		f.PageTitle = m.title(f.Page)
		f.Table = m.link(f, wide)
	}
}

// countFiles counts the files of all tables and those beside them.
func (m *maker) countFiles() {
	add := func(files ...read.File) {
		for _, f := range files {
			m.report.Files += max(1, f.Parts)
			m.report.Bytes += f.Bytes
		}
	}
	for _, t := range m.pkg.Tables {
		for _, f := range t.Files {
			add(f)
		}
		add(t.Unread...)
	}
	add(m.pkg.Others...)
}

package pipeline

import (
	"context"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/page"
	"github.com/tidywiki/tidywiki/transform/page/partfile"
)

// A View is what a person wants to see of a page before converting it.
type View struct {
	PageID    string        `json:"page_id"`
	Title     string        `json:"title"`
	Format    string        `json:"format"`
	Source    string        `json:"source"`
	Bytes     int           `json:"bytes"`
	Lines     int           `json:"lines"`
	Sections  []SectionView `json:"sections"`
	Infoboxes []BoxView     `json:"infoboxes"`
	Tables    []TableView   `json:"tables"`
	// Data are the other tables that a conversion would write, with their rows.
	Data     []DataView    `json:"data"`
	Findings []FindingView `json:"findings"`
}

// A SectionView is one line of the outline, with counts of what is directly in it.
type SectionView struct {
	Level      int    `json:"level"`
	Title      string `json:"title"`
	Line       int    `json:"line"`
	Paragraphs int    `json:"paragraphs"`
	Items      int    `json:"items"`
	Tables     int    `json:"tables"`
}

// A BoxView is one infobox.
type BoxView struct {
	Template string `json:"template,omitempty"`
	Keys     int    `json:"keys"`
	Line     int    `json:"line"`
}

// A TableView is one table of the page with its columns as inferred.
type TableView struct {
	Table    int64        `json:"table"`
	Section  string       `json:"section"`
	Caption  string       `json:"caption,omitempty"`
	Layout   string       `json:"layout"`
	Rows     int64        `json:"rows"`
	Cols     int64        `json:"cols"`
	Line     int64        `json:"line"`
	LastLine int64        `json:"last_line"`
	Columns  []ColumnView `json:"columns"`
}

// A ColumnView is one logical column.
type ColumnView struct {
	Name   string `json:"name"`
	Header string `json:"header"`
	Type   string `json:"type"`
	Unit   string `json:"unit,omitempty"`
	Values int64  `json:"values"`
	Nulls  int64  `json:"nulls"`
}

// A DataView is a table that a conversion would write.
type DataView struct {
	Name string `json:"name"`
	Rows int    `json:"rows"`
}

// A FindingView is one row of the table findings.
type FindingView struct {
	Severity string `json:"severity"`
	Code     string `json:"code"`
	Line     int    `json:"line,omitempty"`
	Field    string `json:"field,omitempty"`
	Observed string `json:"observed,omitempty"`
	Expected string `json:"expected,omitempty"`
	Message  string `json:"message"`
}

// Inspect shows each page of the plan's sources in order, without writing
// anything. Out and Formats do not matter.
func Inspect(ctx context.Context, plan Plan, show func(*View) error) error {
	plan.Strict = true
	return eachPage(ctx, plan, func(p *partfile.Page) error { return show(viewOf(p)) })
}

func viewOf(p *partfile.Page) *View {
	doc := p.Data.Document
	v := &View{PageID: p.Data.ID, Title: doc.Title, Format: doc.Format, Source: p.Name,
		Bytes: int(p.Bytes), Lines: doc.Lines,
		Sections: outline(doc), Infoboxes: boxes(doc), Tables: tablesOf(p.Data), Data: []DataView{},
		Findings: findingsOf(p.Data.Findings())}
	for _, t := range p.Data.WithFindings().Tables {
		if !t.Whole {
			v.Data = append(v.Data, DataView{t.Name, t.NumRows()})
		}
	}
	return v
}

func outline(doc *document.Document) []SectionView {
	views := make([]SectionView, len(doc.Sections))
	for i, s := range doc.Sections {
		views[i] = SectionView{Level: s.Level, Title: s.Title.Plain, Line: s.Line}
	}
	doc.Walk(func(s *document.Section, b document.Block) {
		v := &views[s.Index]
		switch b := b.(type) {
		case *document.Paragraph:
			v.Paragraphs++
		case *document.List:
			v.Items += len(b.Items)
		case *document.Table:
			v.Tables++
		}
	})
	return views
}

func boxes(doc *document.Document) []BoxView {
	views := []BoxView{}
	doc.Walk(func(_ *document.Section, b document.Block) {
		if box, ok := b.(*document.Infobox); ok {
			views = append(views, BoxView{box.Template, len(box.Pairs), box.Line})
		}
	})
	return views
}

func tablesOf(d *page.Page) []TableView {
	t, c := d.Table("tables"), d.Table("columns")
	views := make([]TableView, t.NumRows())
	for i := range views {
		section := t.Column("section").Int(i)
		views[i] = TableView{Table: t.Column("table").Int(i), Section: d.Document.Sections[section].Title.Plain,
			Caption: t.Column("caption").Str(i), Layout: t.Column("layout").Str(i),
			Rows: t.Column("rows").Int(i), Cols: t.Column("cols").Int(i),
			Line: t.Column("line").Int(i), LastLine: t.Column("last_line").Int(i), Columns: []ColumnView{}}
	}
	for i := range c.NumRows() {
		v := &views[c.Column("table").Int(i)-1] // row i is table i+1
		v.Columns = append(v.Columns, ColumnView{Name: c.Column("name").Str(i), Header: c.Column("header").Str(i),
			Type: c.Column("type").Str(i), Unit: c.Column("unit").Str(i),
			Values: c.Column("values").Int(i), Nulls: c.Column("nulls").Int(i)})
	}
	return views
}

func findingsOf(t *dataset.Table) []FindingView {
	views := make([]FindingView, t.NumRows())
	for i := range views {
		views[i] = FindingView{Severity: t.Column("severity").Str(i), Code: t.Column("code").Str(i),
			Line: int(t.Column("line").Int(i)), Field: t.Column("field").Str(i),
			Observed: t.Column("observed").Str(i), Expected: t.Column("expected").Str(i), Message: t.Column("message").Str(i)}
	}
	return views
}

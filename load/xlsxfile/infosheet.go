package xlsxfile

import (
	"cmp"
	"fmt"
	"strconv"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// An infoSheet is a worksheet about the dataset, which is written cell by cell. It has
// few rows, which stay in memory.
type infoSheet struct {
	*worksheet
	store store
}

// row adds a row of texts and integers with their styles, from column A.
func (p *infoSheet) row(cells ...styled) {
	p.lines.start()
	high := 1
	for i, c := range cells {
		switch v := c.value.(type) {
		case int:
			p.lines.integer(columnName(i), c.style, int64(v))
		case string:
			if v != "" || c.style == styleHeader {
				v, _ = cut(v)
				p.lines.str(columnName(i), c.style, v)
			}
			if c.style == styleWrapped {
				_, n := measure(v, p.frame.widths[i])
				high = max(high, n)
			}
		}
	}
	p.lines.finish(heightOf(high))
}

// A styled is a value, which is a string or an int, and its style.
type styled struct {
	style int
	value any
}

func newInfoSheet(w *worksheet, widths ...int) *infoSheet {
	p := &infoSheet{worksheet: w}
	w.lines, w.frame.widths = &lines{store: &p.store}, widths
	return p
}

func (p *infoSheet) title(text string) {
	p.lines.start()
	p.lines.str("A", styleTitle, text)
	p.lines.finish(30)
}

// end sets the size of the worksheet.
func (p *infoSheet) end() { p.frame.ref = ref(len(p.frame.widths), p.lines.row) }

// names adds a header row.
func (p *infoSheet) names(texts ...string) {
	cells := make([]styled, len(texts))
	for i, t := range texts {
		cells[i] = styled{styleHeader, t}
	}
	p.row(cells...)
}

// writeAbout fills the sheet that describes the workbook.
func writeAbout(w *worksheet, o Options, f *facts, sheets []*worksheet) {
	p := newInfoSheet(w, 34, 16, 100)
	p.title(o.Title)
	p.row(styled{styleLead, cmp.Or(o.Description, count(f.pages, "wiki page")+" as tables of typed columns")})
	p.row()
	p.row(styled{styleHeader, "sheet"}, styled{styleHeaderRight, "rows"}, styled{styleHeader, "contents"})
	for _, s := range sheets {
		p.describe(s)
	}
	if len(f.sources) > 0 {
		p.row()
		p.names("source", "licence", "retrieved from")
		for _, s := range f.sources {
			p.row(styled{styleWrapped, s.title}, styled{styleText, s.license}, styled{styleWrapped, s.where})
		}
		if more := f.pages - len(f.sources); more > 0 {
			p.row(styled{styleMuted, fmt.Sprintf("and %d more: see the sheet pages", more)})
		}
	}
	p.row()
	p.names("how to read it", "", "")
	p.explain("findings", f.findings()+". Values of a page are never corrected: each doubtful one is a row of the sheet findings.")
	p.explain("empty cell", "No value. It is neither 0 nor an empty text.")
	p.explain("%", "A percentage keeps its printed value: 95.07 % is 95.07, not 0.9507.")
	p.explain("page_id, line", "Each row has the page that it comes from and, if known, the line of its source.")
	p.explain("made by", o.Generator)
	p.end()
}

// describe adds a row about a worksheet, linked to it.
func (p *infoSheet) describe(s *worksheet) {
	link := link{"A" + strconv.Itoa(p.lines.row+1), s.name}
	p.links = append(p.links, link)
	name := styled{styleLink, s.name}
	switch {
	case len(s.drawings) > 0:
		p.row(name, styled{}, styled{styleText, "Charts of tables."})
	case s.table == nil:
		p.row(name, styled{styleNumber, s.lines.row - 1}, styled{styleText, "One row per column of these tables: its type, unit and meaning."})
	default:
		p.row(name, styled{styleNumber, s.lines.row - 1}, styled{styleWrapped, s.table.schema.Description})
	}
}

func (p *infoSheet) explain(label, text string) {
	p.row(styled{styleLabel, label}, styled{styleText, text})
}

// writeFields fills the sheet that describes the columns.
func writeFields(w *worksheet, tables []*worksheet) {
	p := newInfoSheet(w, 24, 24, 28, 10, 12, 16, 110)
	w.frame.filter = true
	p.names("table", "field", "title", "type", "unit", "may be empty", "description")
	for _, t := range tables {
		if !t.first {
			continue
		}
		for i := range t.table.schema.Fields {
			f := &t.table.schema.Fields[i]
			p.row(styled{styleText, t.table.name}, styled{styleText, f.Name}, styled{styleText, f.Title},
				styled{styleText, f.Type.String()}, styled{styleText, f.Unit}, styled{styleText, mayBeEmpty(f)},
				styled{styleWrapped, f.Description})
		}
	}
	p.end()
}

func mayBeEmpty(f *dataset.Field) string {
	if f.Nullable {
		return "yes"
	}
	return "no"
}

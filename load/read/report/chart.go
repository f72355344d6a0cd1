package report

import (
	"fmt"
	"slices"

	"github.com/tidywiki/tidywiki/load/datapackage"
)

// A Chart is drawn from the first rows of a table.
type Chart struct {
	ID, Kind, Title string
	// Table is the table's heading, TableID the place of its profile.
	Table, TableID string
	Category       string
	Legend         []Key
	Groups         []Group // of the rows that follow one another on a page
	// Shown is how many rows are drawn, Left how many have something to draw and
	// are not, Empty how many have nothing.
	Shown, Left, Empty int64
	// Unequal counts the rows of the kind rates whose rates do not agree, those
	// that are not drawn, too.
	Unequal int64
	// PerSeat is how many votes a seat of a hemicycle represents.
	PerSeat int64
	// Scale is the axis of bars and rates.
	Scale Scale

	spec datapackage.Chart
	rows []*Entry
}

// A Key is an entry of the legend: what a series is called. Its number selects the
// colour and pattern.
type Key struct {
	Number int
	Label  string
}

// A Group is the rows of a page.
type Group struct {
	Page, Title string
	Rows        []*Entry
}

// An Entry is one row of a chart.
type Entry struct {
	Label  string
	Values []string // as the table has them, one a series; "" for none
	Check  string   // true, false or ""
	Page   string

	Bars  []Segment
	Seats []Seats
	// SeatSize is how wide a seat is.
	SeatSize float64
	Total    string
	Plot     Plot
}

// Most rows of each kind of chart. Of rates, as many again are shown if they do
// not agree.
var mostRows = map[string]int64{"bar": 40, "stacked-bar": 40, "hemicycle": 12, "rates": 40}

// readCharts reads the rows of the charts that tables ask for.
func (m *maker) readCharts() error {
	ids := idSet{}
	for _, t := range m.report.Tables {
		var charts []*Chart
		numbers := map[string]int{}
		for _, spec := range t.from.Charts {
			if _, known := mostRows[spec.Kind]; known {
				charts = append(charts, newChart(t, spec, ids, numbers))
			}
		}
		if len(charts) == 0 {
			continue
		}
		err := scan(m.ctx, t.from, func(r *rows) {
			for _, c := range charts {
				c.read(r)
			}
		})
		if err != nil {
			return fmt.Errorf("table %q: %w", t.Name, err)
		}
		for _, c := range charts {
			if c.Shown == 0 {
				continue
			}
			m.addChart(c)
		}
	}
	return m.drawMismatches()
}

// addChart draws a chart whose rows are known.
func (m *maker) addChart(c *Chart) {
	c.draw()
	c.group(m.pkg.Ours)
	for _, g := range c.Groups {
		m.titles[g.Page] = ""
	}
	m.report.Charts = append(m.report.Charts, c)
}

// newChart begins a chart. numbers are those of the table's columns, so that a
// column has the same colour in all charts.
func newChart(t *Table, spec datapackage.Chart, ids idSet, numbers map[string]int) *Chart {
	c := &Chart{Kind: spec.Kind, Title: spec.Title, Table: t.Heading(), TableID: t.ID, spec: spec}
	if c.Title == "" {
		c.Title = t.Heading()
	}
	c.ID = ids.of("chart-" + t.Name + "-" + spec.Kind)
	c.Category = t.nameOf(spec.Category)
	for i, name := range spec.Series {
		label := t.nameOf(name)
		if i < len(spec.Labels) {
			label = spec.Labels[i]
		}
		if numbers[name] == 0 {
			numbers[name] = len(numbers)%seriesKinds + 1
		}
		c.Legend = append(c.Legend, Key{numbers[name], label})
	}
	return c
}

// seriesKinds is how many series have a colour and pattern of their own.
const seriesKinds = 6

// nameOf is what people call a column.
func (t *Table) nameOf(column string) string {
	for i, c := range t.from.Columns {
		if c.Name == column && t.from.Fields[i].Title != "" {
			return t.from.Fields[i].Title
		}
	}
	return column
}

// read keeps the first rows that can be drawn.
func (c *Chart) read(r *rows) {
	label, check, page := r.column(c.spec.Category), r.column(c.spec.Check), r.column("page_id")
	series := make([]values, len(c.spec.Series))
	for i, name := range c.spec.Series {
		series[i] = r.column(name)
	}
	var n numbers
	for row := range r.batch.Rows {
		some := false
		for _, s := range series {
			_, is := n.place(s.bytes(row))
			some = some || is
		}
		if !some {
			c.Empty++
			continue
		}
		unequal := c.Kind == "rates" && string(check.bytes(row)) == "false"
		if unequal {
			c.Unequal++
		}
		if !c.hasSpace(unequal) {
			c.Left++
			continue
		}
		e := &Entry{Label: label.text(row), Check: check.text(row), Page: page.text(row)}
		for _, s := range series {
			e.Values = append(e.Values, s.text(row))
		}
		c.rows = append(c.rows, e)
		c.Shown++
	}
}

// hasSpace reports whether another row may be drawn. Rows whose rates do not agree have
// a limit of their own: they are what the chart is for.
func (c *Chart) hasSpace(unequal bool) bool {
	most := mostRows[c.Kind]
	return c.Shown < most || unequal && c.Shown < 2*most
}

func (c *Chart) draw() {
	switch c.Kind {
	case "hemicycle":
		c.drawSeats()
	case "rates":
		c.drawRates()
	default:
		c.drawBars()
	}
}

// group puts the rows of a page together, if pages are known.
func (c *Chart) group(pages bool) {
	for _, e := range c.rows {
		page := e.Page
		if !pages {
			page = ""
		}
		i := slices.IndexFunc(c.Groups, func(g Group) bool { return g.Page == page })
		if i < 0 {
			i = len(c.Groups)
			c.Groups = append(c.Groups, Group{Page: page})
		}
		c.Groups[i].Rows = append(c.Groups[i].Rows, e)
	}
}

// value is that of a series as a number, 0 for none.
func (e *Entry) value(i int) float64 {
	var n numbers
	v, _ := n.place([]byte(e.Values[i]))
	return v
}

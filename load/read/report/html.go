package report

import (
	"cmp"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"strings"

	"github.com/tidywiki/tidywiki/load/internal/htmltext"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

var (
	//go:embed page.html
	pageSource string
	//go:embed parts.html
	partsSource string
	//go:embed style.css
	style string
)

var page = template.Must(template.New("page").Funcs(template.FuncMap{
	"style":   func() template.CSS { return template.CSS(style) },
	"grouped": grouped, "people": people, "plural": plural, "size": size, "xy": decimals, "legal": htmltext.Legal,
	"escaped": escaped, "web": web,
	"add":    func(a, b int) int { return a + b },
	"mul":    func(a, b int) int { return a * b },
	"inset":  func(v, by float64) float64 { return max(0, v-by) },
	"part":   func(v, of float64) float64 { return v * of },
	"anchor": anchorText,
	"inner":  func(x float64) bool { return anchorText(x) == "middle" },
	"args":   func(t *Table, link string, open bool) tableView { return tableView{t, link, open} },
	"group":  func(g Group, c *Chart) groupView { return groupView{g, c} },
	"seat":   func(number int) Seats { return Seats{number, "M6 6h0"} },
	"seats":  func(s Seats, size float64) seatsView { return seatsView{s, size} },
}).Parse(pageSource))

func init() { template.Must(page.Parse(partsSource)) }

// WriteHTML writes the page.
func (r *Report) WriteHTML(w io.Writer) error { return page.Execute(w, r) }

// Heading is what people call the dataset.
func (r *Report) Heading() string {
	return cmp.Or(r.Title, "Dataset")
}

// Pages is how many pages the dataset is of, 0 if that is not known.
func (r *Report) Pages() int64 {
	for _, t := range r.Tables {
		if t.Kind == Core && t.Name == "pages" {
			return t.Rows
		}
	}
	return 0
}

// Drawn reports whether there is anything in the section of charts.
func (r *Report) Drawn() bool { return len(r.Charts)+len(r.Formulas) > 0 }

// Of are the tables of a kind.
func (r *Report) Of(k Kind) []*Table {
	var some []*Table
	for _, t := range r.Tables {
		if t.Kind == k {
			some = append(some, t)
		}
	}
	return some
}

// TableCount is the number of all tables, those without a profile, too.
func (r *Report) TableCount() int { return len(r.Tables) + r.Unprofiled }

// A tableView is what the page shows of a table: where the files are, and whether
// its columns are shown at once.
type tableView struct {
	Table *Table
	Link  string
	Open  bool
}

// A seatsView is what the page shows of seats: how wide they are.
type seatsView struct {
	Seats
	Size float64
}

// Square reports whether the seats of a series are squares.
func (s seatsView) Square() bool { return s.Number%2 == 0 }

// Hollow reports whether they have a hole.
func (s seatsView) Hollow() bool { return s.Number >= 3 }

// A groupView is the heading of a page's rows in a chart.
type groupView struct {
	Group
	chart *Chart
}

// Titled reports whether there is a heading: where all rows are of one page, there is
// none.
func (g groupView) Titled() bool { return g.Page != "" && len(g.chart.Groups) > 1 }

// Width is how many columns the heading spans.
func (g groupView) Width() int {
	n := 2 + len(g.chart.Legend)
	switch g.chart.Kind {
	case "rates":
		n += 2
	case "stacked-bar":
		n++
	}
	return n
}

// Severities are those of findings with their counts, the worst first.
func (f *Findings) Severities() []SeverityCount {
	var all []SeverityCount
	for _, s := range dataset.Severities {
		all = append(all, SeverityCount{s, f.Counts[s], f.Left(s)})
	}
	return all
}

// A SeverityCount is how many findings are of a severity, and how many of them are
// not listed.
type SeverityCount struct {
	Severity    string
	Count, Left int64
}

// Summary describes a histogram for screen readers.
func (h *Histogram) Summary() string {
	return fmt.Sprintf("from %s to %s; most, %s, at %s", h.From, h.To, grouped(h.Most.Count), h.Most.Span)
}

// Lines is the height of a row's bars in lines: one of a stack, or one a series.
func (c *Chart) Lines() int {
	if c.Kind == "bar" {
		return max(1, len(c.Legend))
	}
	return 1
}

// anchorText returns which end of a text is at a place of an axis.
func anchorText(x float64) string {
	switch {
	case x < 5:
		return "start"
	case x > 95:
		return "end"
	}
	return "middle"
}

// web returns an address of the web, "" for another text.
func web(address string) string {
	if strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "http://") {
		return address
	}
	return ""
}

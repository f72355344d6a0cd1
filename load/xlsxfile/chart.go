package xlsxfile

import (
	"cmp"
	"fmt"

	"github.com/xuri/excelize/v2"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

const (
	// maxBars is how many rows of a table a chart shows.
	maxBars = 40
	// Sizes of charts in pixels. The frame has the title, the axis and the legend.
	chartWidth, chartFrame, barHeight, thinBar = 960, 150, 22, 10
	// rowPixels is the height of a row of a worksheet.
	rowPixels = 20
)

const inkAxis = "404040"

// chartInks are the colours of series, by their order.
var chartInks = [...]string{"2E75B6", "ED7D31", "A5A5A5", "FFC000", "70AD47", "7030A0", "C00000", "00B0F0"}

// A drawing is a chart of a table's first rows, on the sheet charts.
type drawing struct {
	cell  string
	chart *excelize.Chart
}

// writeCharts places the charts of all tables below each other. It reports whether there
// are any.
func writeCharts(w *worksheet, tables []*worksheet) bool {
	p := newInfoSheet(w, 24)
	p.title("Charts")
	row := 3
	for _, t := range tables {
		for _, c := range t.charts() {
			w.drawings = append(w.drawings, drawing{fmt.Sprintf("A%d", row), c})
			row += int(c.Dimension.Height)/rowPixels + 3
		}
	}
	p.end()
	return len(w.drawings) > 0
}

// charts returns those charts of the table's schema that a workbook can have.
func (s *worksheet) charts() []*excelize.Chart {
	rows := min(s.lines.row-1, maxBars)
	if !s.first || rows == 0 {
		return nil
	}
	var all []*excelize.Chart
	for _, c := range s.table.schema.Charts {
		if c.Kind != "bar" && c.Kind != "stacked-bar" {
			continue
		}
		if drawn := s.chart(c, rows); drawn != nil {
			all = append(all, drawn)
		}
	}
	return all
}

// chart returns one of them, or nil if its columns are missing or not numbers.
func (s *worksheet) chart(c *dataset.Chart, rows int) *excelize.Chart {
	category := s.table.schema.Index(c.Category)
	var series []excelize.ChartSeries
	for _, name := range c.Series {
		if i := s.table.schema.Index(name); i >= 0 && category >= 0 && isNumber(s.table.schema.Fields[i].Type) {
			series = append(series, s.series(i, category, rows, chartInks[len(series)%len(chartInks)]))
		}
	}
	if len(series) == 0 {
		return nil
	}
	font := excelize.Font{Color: inkAxis, Size: 9}
	gap, bars := uint(40), barHeight
	chart := &excelize.Chart{Type: excelize.BarStacked, Series: series,
		Title:  excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: s.chartTitle(c, rows), Font: &excelize.Font{Bold: true, Size: 13, Color: inkAxis}}}},
		Legend: excelize.ChartLegend{Position: "bottom"},
		// Bars are drawn from the bottom up; reversed, the first row is on top.
		XAxis:      excelize.ChartAxis{ReverseOrder: true, Font: font},
		YAxis:      excelize.ChartAxis{MajorGridLines: true, Font: font, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "#,##0"}},
		VaryColors: new(bool), GapWidth: &gap,
	}
	if c.Kind == "bar" {
		chart.Type = excelize.Bar
		bars = max(barHeight, thinBar*(len(series)+1))
	} else { // the length of a stacked bar is a sum: its axis begins at 0
		chart.YAxis.Minimum = new(float64)
	}
	chart.Dimension = excelize.ChartDimension{Width: chartWidth, Height: uint(chartFrame + rows*bars)}
	return chart
}

func (s *worksheet) series(field, category, rows int, ink string) excelize.ChartSeries {
	sheet := quoteSheet(s.name)
	column := func(i int) string {
		name := columnName(i)
		return fmt.Sprintf("%s!$%s$2:$%s$%d", sheet, name, name, rows+1)
	}
	return excelize.ChartSeries{
		Name:       fmt.Sprintf("%s!$%s$1", sheet, columnName(field)),
		Categories: column(category), Values: column(field),
		Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{ink}},
	}
}

func (s *worksheet) chartTitle(c *dataset.Chart, rows int) string {
	title := c.Title
	title = cmp.Or(title, s.table.schema.Title, s.table.name)
	if rows < s.table.rows {
		title += fmt.Sprintf(" (first %d of %d rows)", rows, s.table.rows)
	}
	return title
}

func isNumber(t dataset.Type) bool {
	return t == dataset.Integer || t == dataset.Number || t == dataset.Decimal
}

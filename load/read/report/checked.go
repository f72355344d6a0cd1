package report

import (
	"strings"
)

// The findings about published rates, whatever they are rates of:
// docs/findings.md explains both.
const (
	formulaCode  = "rate_formula"
	mismatchCode = "rate_mismatch"
)

// checked are the findings about rates: the formulas that columns follow, and the
// rates that do not.
type checked struct {
	formulas []*Finding
	left     int64 // formulas that are not kept
	chart    *Chart
}

// take keeps a finding if it is about a rate. Of both kinds some are kept.
func (c *checked) take(code string, limit int, finding func() *Finding) {
	switch {
	case code == formulaCode && len(c.formulas) < limit:
		c.formulas = append(c.formulas, finding())
	case code == formulaCode:
		c.left++
	case code == mismatchCode:
		if c.chart == nil {
			c.chart = &Chart{ID: "chart-of-findings", Kind: "rates", Title: "Published rates that do not follow their formula",
				Table: "Findings", TableID: "table-findings", Category: "rate", Legend: []Key{{1, "Computed"}, {2, "Published"}}}
		}
		c.chart.mismatch(finding())
	}
}

// mismatch adds a row for a rate that differs.
func (c *Chart) mismatch(f *Finding) {
	var n numbers
	_, computed := n.place([]byte(f.Expected))
	_, published := n.place([]byte(f.Observed))
	if !computed || !published {
		c.Empty++
		return
	}
	c.Unequal++
	if c.Shown == mostRows[c.Kind] {
		c.Left++
		return
	}
	label := []string{f.Field}
	for _, p := range []Fact{{"table", f.TableNumber}, {"row", f.Row}} {
		if p.Value != "" {
			label = append(label, p.Name+" "+p.Value)
		}
	}
	c.rows = append(c.rows, &Entry{Label: strings.Join(label, ", "), Values: []string{f.Expected, f.Observed}, Check: "false", Page: f.Page})
	c.Shown++
}

// drawMismatches adds the chart of the rates that differ, unless the charts that
// tables ask for show all of them.
func (m *maker) drawMismatches() error {
	c := m.checked.chart
	if c == nil {
		return nil
	}
	shown := int64(0)
	for _, other := range m.report.Charts {
		shown += other.Unequal
	}
	if c.Shown > 0 && shown < c.Unequal {
		m.addChart(c)
	}
	return nil
}

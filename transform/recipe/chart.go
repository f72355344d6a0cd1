package recipe

import (
	"slices"
	"strings"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// chart checks that what is to be drawn is there and can be drawn.
func (c *compiler) chart(s *chartSpec, fields []dataset.Field) *dataset.Chart {
	chart := &dataset.Chart{Kind: s.kind.text, Category: s.category.text, Title: s.title.text, Check: s.check.text}
	is := func(name string, types ...dataset.Type) bool {
		return slices.ContainsFunc(fields, func(f dataset.Field) bool {
			return f.Name == name && (len(types) == 0 || slices.Contains(types, f.Type))
		})
	}
	if !slices.Contains(dataset.ChartKinds, chart.Kind) {
		c.fail(s.line, "chart: kind is one of %s, not %q", strings.Join(dataset.ChartKinds, ", "), chart.Kind)
	}
	if !is(chart.Category) {
		c.fail(s.line, "chart: category names a field of the table, not %q", chart.Category)
	}
	if len(s.series) == 0 {
		c.fail(s.line, "chart: series names the fields of numbers to be drawn")
	}
	for _, name := range s.series {
		if !is(name.text, dataset.Integer, dataset.Number, dataset.Decimal) {
			c.fail(name.line, "chart: series names fields of numbers, which %q is not", name.text)
		}
		chart.Series = append(chart.Series, name.text)
	}
	for _, label := range s.labels {
		chart.Labels = append(chart.Labels, label.text)
	}
	if n := len(chart.Labels); n > 0 && n != len(chart.Series) {
		c.fail(s.labels[0].line, "chart: %d labels for %d series: give one for each, in their order", n, len(chart.Series))
	}
	rates := chart.Kind == "rates"
	switch {
	case rates && len(s.series) != 2:
		c.fail(s.line, "chart: the series of rates are two: what was computed, and what was published")
	case !rates && chart.Check != "":
		c.fail(s.check.line, "chart: check is for the kind rates")
	case chart.Check != "" && !is(chart.Check, dataset.Boolean):
		c.fail(s.check.line, "chart: check names a field of truth values, which %q is not", chart.Check)
	}
	return chart
}

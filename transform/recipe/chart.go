package recipe

import (
	"slices"
	"strings"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// chart compiles a chart and checks that its fields exist and can be drawn.
func (c *compiler) chart(s *chartSpec, fields []dataset.Field) *dataset.Chart {
	chart := &dataset.Chart{Kind: s.kind.text, Category: s.category.text, Title: s.title.text, Check: s.check.text}
	is := func(name string, types ...dataset.Type) bool {
		return slices.ContainsFunc(fields, func(f dataset.Field) bool {
			return f.Name == name && (len(types) == 0 || slices.Contains(types, f.Type))
		})
	}
	if !slices.Contains(dataset.ChartKinds, chart.Kind) {
		c.fail(s.line, "chart: kind must be one of %s, not %q", strings.Join(dataset.ChartKinds, ", "), chart.Kind)
	}
	if !is(chart.Category) {
		c.fail(s.line, "chart: category must be a field of the table, not %q", chart.Category)
	}
	if len(s.series) == 0 {
		c.fail(s.line, "chart: series must name the number fields to draw")
	}
	for _, name := range s.series {
		if !is(name.text, dataset.Integer, dataset.Number, dataset.Decimal) {
			c.fail(name.line, "chart: series must name number fields, and %q is not one", name.text)
		}
		chart.Series = append(chart.Series, name.text)
	}
	for _, label := range s.labels {
		chart.Labels = append(chart.Labels, label.text)
	}
	if n := len(chart.Labels); n > 0 && n != len(chart.Series) {
		c.fail(s.labels[0].line, "chart: %d labels for %d series: give one label for each, in the same order", n, len(chart.Series))
	}
	rates := chart.Kind == "rates"
	switch {
	case rates && len(s.series) != 2:
		c.fail(s.line, "chart: kind rates needs two series: the computed and the published rate")
	case !rates && chart.Check != "":
		c.fail(s.check.line, "chart: only kind rates can have check")
	case chart.Check != "" && !is(chart.Check, dataset.Boolean):
		c.fail(s.check.line, "chart: check must name a boolean field, and %q is not one", chart.Check)
	}
	return chart
}

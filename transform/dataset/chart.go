package dataset

// A Chart is how a table is best drawn. Formats without charts, or
// without charts of that kind, ignore it, and tables without rows have none.
type Chart struct {
	// Kind is one of [ChartKinds].
	Kind string
	// Category names the field whose values label the bars.
	Category string
	// Series name the fields of numbers that are drawn, in order: of rates, first
	// what was computed, then what was published.
	Series []string
	// Labels are what the legend calls the series; empty for their names.
	Labels []string
	// Check names a boolean field that is true if the rates of a row agree; empty
	// for none.
	Check string
	// Title is the heading; empty for the table's.
	Title string
}

// ChartKinds are the kinds of charts. Bars are horizontal, because names are long.
var ChartKinds = []string{
	"bar",         // bars side by side
	"stacked-bar", // one bar per row, its series end to end
	"hemicycle",   // one half circle of seats per row, divided among its series
	"rates",       // two rates per row, where both should be the same
}

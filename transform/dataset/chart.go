package dataset

// A Chart is how a table is best drawn. It is a wish: formats without charts, or
// without charts of that kind, and tables without rows, go without.
type Chart struct {
	// Kind is one of [ChartKinds].
	Kind string
	// Category names the field whose values stand at the bars.
	Category string
	// Series name the fields of numbers that are drawn, in order: of rates, first
	// what was computed, then what was published.
	Series []string
	// Labels are what the legend calls the series; empty for their names.
	Labels []string
	// Check names a field of truth values that says whether the rates of a row
	// agree; empty for none.
	Check string
	// Title stands above; empty means the table's.
	Title string
}

// ChartKinds are the kinds of charts. Bars lie on their side, as names need room.
var ChartKinds = []string{
	"bar",         // bars side by side
	"stacked-bar", // one bar a row, its series end to end
	"hemicycle",   // one half circle of seats a row, shared out among its series
	"rates",       // two rates a row, where both should be the same
}

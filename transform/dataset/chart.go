package dataset

// A Chart is how a table is best drawn. It is a wish: formats without charts, and
// tables without rows, go without.
type Chart struct {
	// Kind is "bar" (bars side by side) or "stacked-bar" (one bar a row, its
	// series end to end). Bars lie on their side, as names need room.
	Kind string
	// Category names the field whose values stand at the bars.
	Category string
	// Series name the fields of numbers that are drawn, in order.
	Series []string
	// Title stands above; empty means the table's.
	Title string
}

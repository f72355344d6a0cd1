package plain

// An arena hands out slices of larger ones, so that the cells of a table need
// a few allocations and not one for each row.
type arena[T any] struct {
	free []T
	size int // of the last slice it was given
}

const (
	firstArena = 16
	lastArena  = 8192
)

// take returns a slice of n zero values that nobody else has; appending to it
// never runs into another.
func (a *arena[T]) take(n int) []T {
	if n > len(a.free) {
		a.size = min(max(2*a.size, firstArena), lastArena)
		a.free = make([]T, max(n, a.size))
	}
	s := a.free[:n:n]
	a.free = a.free[n:]
	return s
}

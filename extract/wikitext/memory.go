package wikitext

// A block is memory that the parts of a document share, so that a row, a
// paragraph or the links of a text cost no allocation of their own.
type block[T any] struct{ free []T }

const (
	firstBlock = 8
	lastBlock  = 512
)

// room makes sure that n values fit.
func (b *block[T]) room(n int) {
	if cap(b.free)-len(b.free) < n {
		b.free = make([]T, 0, max(min(2*cap(b.free), lastBlock), firstBlock, n))
	}
}

// one returns a place for one value.
func (b *block[T]) one(v T) *T {
	b.room(1)
	b.free = append(b.free, v)
	return &b.free[len(b.free)-1]
}

// keep copies s to where it stays. Appending to the result never runs into
// another.
func (b *block[T]) keep(s []T) []T {
	if len(s) == 0 {
		return nil
	}
	b.room(len(s))
	n := len(b.free)
	b.free = append(b.free, s...)
	return b.free[n:len(b.free):len(b.free)]
}

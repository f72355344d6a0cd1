// Package memory allocates the parts of documents in blocks.
//
//	var b memory.Block[document.Link]
//	links := b.Keep(found)      a copy of found that shares one allocation with others
//	p := b.One(document.Link{}) one more
//
// [Document] has a block for each kind of part. A page has thousands of rows, texts and
// links; one allocation for each would be most of the time it takes to read it.
package memory

import "github.com/tidywiki/tidywiki/extract/document"

// A Block is memory that values of one type share. The zero Block is empty and ready
// for use. It is not safe for concurrent use; what it returned is, like any value.
type Block[T any] struct{ free []T }

const (
	firstBlock = 8
	lastBlock  = 512
)

// grow makes sure that n values fit.
func (b *Block[T]) grow(n int) {
	if cap(b.free)-len(b.free) < n {
		b.free = make([]T, 0, max(min(2*cap(b.free), lastBlock), firstBlock, n))
	}
}

// One stores a value and returns its address.
func (b *Block[T]) One(v T) *T {
	b.grow(1)
	b.free = append(b.free, v)
	return &b.free[len(b.free)-1]
}

// Keep returns a copy of s, nil if s is empty. Appending to the result never overwrites
// another.
func (b *Block[T]) Keep(s []T) []T {
	if len(s) == 0 {
		return nil
	}
	b.grow(len(s))
	n := len(b.free)
	b.free = append(b.free, s...)
	return b.free[n:len(b.free):len(b.free)]
}

// Document has a block for each kind of part. Like a [Block] it may serve one document
// after another.
type Document struct {
	Cells      Block[document.Cell]
	Rows       Block[document.Row]
	Sections   Block[document.Section]
	Paragraphs Block[document.Paragraph]
	Lists      Block[document.List]
	Items      Block[document.Item]
	Asides     Block[document.Aside]
	Links      Block[document.Link]
	Strings    Block[string]
	Numbers    Block[int]
}

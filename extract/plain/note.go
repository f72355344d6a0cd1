package plain

import (
	"fmt"
	"slices"

	"github.com/tidywiki/tidywiki/extract/source"
)

// notes collects the notes of a page, up to max of each code.
type notes struct {
	max   int
	list  []source.Note
	kinds []kind
}

// A kind counts the notes of one code.
type kind struct {
	first, last source.Note // of those left out
	taken, left int
}

func (n *notes) add(note source.Note) {
	k := n.kind(note.Code)
	switch {
	case k.taken < n.max:
		n.list = append(n.list, note)
		k.taken++
		return
	case k.left == 0:
		k.first = note
	}
	k.last = note
	k.left++
}

func (n *notes) kind(code string) *kind {
	for i := range n.kinds {
		if n.kinds[i].first.Code == code {
			return &n.kinds[i]
		}
	}
	n.kinds = append(n.kinds, kind{first: source.Note{Code: code}})
	return &n.kinds[len(n.kinds)-1]
}

// sorted returns the notes in the order of their lines, with one for those that
// were left out.
func (n *notes) sorted() []source.Note {
	for _, k := range n.kinds {
		if k.left > 0 {
			n.list = append(n.list, source.Note{Severity: k.first.Severity, Code: k.first.Code,
				Where: k.first.Where, Line: k.first.Line, Field: k.first.Field,
				Message: fmt.Sprintf("%d more of these on lines %d to %d are not listed", k.left, k.first.Line, k.last.Line)})
		}
	}
	slices.SortStableFunc(n.list, func(a, b source.Note) int { return a.Line - b.Line })
	return n.list
}

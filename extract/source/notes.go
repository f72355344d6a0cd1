package source

import (
	"fmt"
	"slices"
)

// Notes collects the notes of a page, up to Max of each code, so that a page of
// bytes that are not text at all does not make more notes than text. The zero
// value takes [DefaultNotes] of each.
type Notes struct {
	Max   int
	list  []Note
	codes []codeCount
}

// DefaultNotes is how many notes of one code Notes takes where Max is 0.
const DefaultNotes = 1000

// A codeCount counts the notes of one code.
type codeCount struct {
	first, last Note // of those left out
	taken, left int
}

// Add takes a note, or counts it where there are too many of its code.
func (n *Notes) Add(note Note) {
	c := n.count(note.Code)
	limit := n.Max
	if limit <= 0 {
		limit = DefaultNotes
	}
	switch {
	case c.taken < limit:
		n.list = append(n.list, note)
		c.taken++
		return
	case c.left == 0:
		c.first = note
	}
	c.last = note
	c.left++
}

func (n *Notes) count(code string) *codeCount {
	for i := range n.codes {
		if n.codes[i].first.Code == code {
			return &n.codes[i]
		}
	}
	n.codes = append(n.codes, codeCount{first: Note{Code: code}})
	return &n.codes[len(n.codes)-1]
}

// Sorted returns the notes in the order of their lines, with one more for each
// code of which some were left out. It must be called once, at the end.
func (n *Notes) Sorted() []Note {
	for _, c := range n.codes {
		if c.left > 0 {
			n.list = append(n.list, Note{Severity: c.first.Severity, Code: c.first.Code,
				Where: c.first.Where, Line: c.first.Line, Field: c.first.Field,
				Message: fmt.Sprintf("%d more of these on lines %d to %d are not listed", c.left, c.first.Line, c.last.Line)})
		}
	}
	slices.SortStableFunc(n.list, func(a, b Note) int { return a.Line - b.Line })
	return n.list
}

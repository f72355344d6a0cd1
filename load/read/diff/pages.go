package diff

import (
	"strings"

	"github.com/tidywiki/tidywiki/load/datapackage"
)

// A pageOrder knows which pages both editions have, and which of those are in
// the same order.
type pageOrder struct {
	old, new map[string]int
}

// The places of pages that both editions do not have in common order. They come
// first, so that they are passed over at once.
const (
	onlyHere  = -2 // the other edition has no such page
	elsewhere = -1 // the pages are in another order there
)

// newPageOrder compares the pages of two editions in their order.
func newPageOrder(old, new []string) *pageOrder {
	a, b, n := intern(old, new, func(id *string) []byte { return []byte(*id) })
	p := &pageOrder{places(old, new), places(new, old)}
	for i, j := range match(a, b, n) {
		if j >= 0 {
			p.old[old[i]], p.new[new[j]] = i, i
		}
	}
	return p
}

// places records of each page whether the other side has it at all.
func places(pages, other []string) map[string]int {
	m := make(map[string]int, len(pages))
	for _, page := range pages {
		m[page] = onlyHere
	}
	for _, page := range other {
		if _, both := m[page]; both {
			m[page] = elsewhere
		}
	}
	return m
}

// ofOld and ofNew are the places of the page of a row, which may be nil.
func (p *pageOrder) ofOld(r *row) int { return placeOf(p.old, r) }
func (p *pageOrder) ofNew(r *row) int { return placeOf(p.new, r) }

func placeOf(places map[string]int, r *row) int {
	if r == nil {
		return elsewhere
	}
	id, _, _ := next(r.data)
	if place, known := places[string(id)]; known {
		return place
	}
	return elsewhere
}

// has reports whether both editions have a page.
func (p *pageOrder) has(page string) bool {
	place, known := p.old[page]
	return known && place != onlyHere
}

// pageOf is the page of a wide table, or "".
func pageOf(table string) string {
	rest, wide := strings.CutPrefix(table, datapackage.WidePrefix)
	page, _, found := strings.Cut(rest, "/")
	if !wide || !found {
		return ""
	}
	return page
}

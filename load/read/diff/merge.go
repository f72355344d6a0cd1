package diff

import (
	"bytes"
	"cmp"
	"strconv"
)

// A merge goes through two tables side by side. Rows that are the same are passed
// over; where two differ, a window of each side is matched. What finds no match
// there, because it went far away, waits in pending until the end.
type merge struct {
	plan     *plan
	old, new *stream
	sizes    sizes
	pages    *pageOrder
	pending  *pending
	out      func(kind Kind, old, new *row) error
	// split is a page of which rows wait, because it is larger than a window.
	split []byte
}

// sizes are what of two tables is in memory.
type sizes struct {
	// first and last are rows in a window of each side. A window without a match
	// grows from the first size to the last, which is given up.
	first, last int
	// pending is the memory for rows that wait, in bytes.
	pending int
}

var usualSizes = sizes{first: 4096, last: 1 << 16, pending: 64 << 20}

func (m *merge) run() error {
	for {
		o, n, err := m.skipEqual()
		if err != nil {
			return err
		}
		switch {
		case o == nil && n == nil:
			return m.pending.resolve(m.emit)
		case m.plan.grouped:
			err = m.differ(o, n)
		default:
			err = m.window(nil)
		}
		if err != nil {
			return err
		}
	}
}

// skipEqual returns the next two rows that differ; nil is the end of a table.
func (m *merge) skipEqual() (o, n *row, err error) {
	for {
		if o, err = m.old.peek(); err != nil {
			return nil, nil, err
		}
		if n, err = m.new.peek(); err != nil || o == nil || n == nil || !bytes.Equal(o.data, n.data) {
			return o, n, err
		}
		if err := m.out(Same, o, n); err != nil {
			return nil, nil, err
		}
		m.old.drop(1)
		m.new.drop(1)
	}
}

// differ compares a page, or passes over one that the other side does not have
// next.
func (m *merge) differ(o, n *row) error {
	if o != nil && n != nil && bytes.Equal(o.page(), n.page()) {
		return m.window(o.page())
	}
	oldPlace, newPlace := m.pages.ofOld(o), m.pages.ofNew(n)
	switch {
	case o != nil && (n == nil || oldPlace <= newPlace):
		return m.pass(m.old, Removed, oldPlace == onlyHere)
	default:
		return m.pass(m.new, Added, newPlace == onlyHere)
	}
}

// pass takes the rows of the next page of one side. If sure, the other side has
// none of them.
func (m *merge) pass(s *stream, kind Kind, sure bool) error {
	r, err := s.peek()
	if err != nil {
		return err
	}
	page := bytes.Clone(r.page())
	for r != nil && bytes.HasPrefix(r.data, page) {
		if sure {
			err = m.one(kind, r)
		} else {
			err = m.pending.add(kind, r)
		}
		if err != nil {
			return err
		}
		s.drop(1)
		if r, err = s.peek(); err != nil {
			return err
		}
	}
	return nil
}

func (m *merge) one(kind Kind, r *row) error {
	if kind == Removed {
		return m.out(kind, r, nil)
	}
	return m.out(kind, nil, r)
}

// window matches the next rows of both sides, all of one page; nil is any.
func (m *merge) window(page []byte) error {
	page = bytes.Clone(page)
	for size := m.sizes.first; ; size *= 4 {
		old, oldWhole, err := m.old.ahead(page, size)
		if err != nil {
			return err
		}
		new, newWhole, err := m.new.ahead(page, size)
		if err != nil {
			return err
		}
		whole := oldWhole && newWhole
		a := align(m.plan, old, new, whole)
		if len(a.old)+len(a.new) == 0 {
			if size < m.sizes.last && !(oldWhole && len(old) == 0) && !(newWhole && len(new) == 0) {
				continue
			}
			a = m.giveUp(old, new)
		}
		if !whole {
			m.split = page
		}
		m.old.drop(len(a.old))
		m.new.drop(len(a.new))
		return m.emitOr(a, page != nil && whole && !bytes.Equal(page, m.split))
	}
}

// giveUp takes rows that match none of the other side. Where keys ascend, those
// that are behind give way, so that the two sides meet again.
func (m *merge) giveUp(old, new []row) *alignment {
	if len(old) > 0 && len(new) > 0 {
		switch {
		case m.plan.compare(&old[len(old)-1], &new[0]) < 0:
			new = nil
		case m.plan.compare(&new[len(new)-1], &old[0]) < 0:
			old = nil
		}
	}
	return unmatched(m.plan, old, new)
}

// compare orders rows by their identities, numbers as numbers.
func (p *plan) compare(a, b *row) int {
	x, y := a.data, b.data
	for i := range p.identity {
		var s, t []byte
		s, _, x = next(x)
		t, _, y = next(y)
		c := bytes.Compare(s, t)
		if p.types[i] == "integer" || p.types[i] == "number" {
			f, _ := strconv.ParseFloat(string(s), 64) // a null counts as 0
			g, _ := strconv.ParseFloat(string(t), 64)
			c = cmp.Compare(f, g)
		}
		if c != 0 {
			return c
		}
	}
	return 0
}

// emit reports the changes of an alignment that is final.
func (m *merge) emit(a *alignment) error { return m.emitOr(a, true) }

// emitOr reports the changes of an alignment in the order of the new rows, each old
// row that is gone at its place. If it is not final, rows without a match wait.
func (m *merge) emitOr(a *alignment, final bool) error {
	alone := m.one
	if !final {
		alone = m.pending.add
	}
	i, ends := 0, a.gaps()
	for j := 0; j <= len(a.new); j++ {
		for ; i < ends[j]; i++ {
			if a.to[i] < 0 {
				if err := alone(Removed, &a.old[i]); err != nil {
					return err
				}
			}
		}
		if j == len(a.new) {
			break
		}
		var err error
		if from := a.from[j]; from < 0 {
			err = alone(Added, &a.new[j])
		} else {
			err = m.pair(&a.old[from], &a.new[j], a.inOrder[from])
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// pair reports what became of a row.
func (m *merge) pair(old, new *row, inOrder bool) error {
	kind := Changed
	switch {
	case bytes.Equal(old.data, new.data) && (inOrder || m.plan.keyed):
		kind = Same
	case bytes.Equal(old.contentKey(), new.contentKey()):
		kind = Moved
	}
	return m.out(kind, old, new)
}

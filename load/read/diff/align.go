package diff

// An alignment maps old rows to the new rows that they became.
type alignment struct {
	plan     *plan
	old, new []row
	// to is the place among new of each old row, or -1, from the other way round.
	to, from []int32
	// inOrder is true where an old row and its new one are part of one run in which
	// both sides have the same order.
	inOrder []bool
}

// align matches the rows of one page, or a part of them:
//
//  1. rows of the same content, in order; where rows have keys, those of one key
//  2. between two of those, rows of one identity that are similar
//  3. between two of those, all rows, if both sides have the same number
//  4. rows of the same content or identity, wherever they are
//
// If the rows are not the whole page, those behind the last ones of step 1 are
// left for later: old and new are then shorter, and empty if there are none.
func align(p *plan, old, new []row, whole bool) *alignment {
	prefix := (*row).contentKey
	if p.unique {
		prefix = (*row).identityKey
	}
	tokensA, tokensB, n := intern(old, new, prefix)
	to := match(tokensA, tokensB, n)
	if !whole {
		i, j := lastMatch(to)
		old, new, to = old[:i], new[:j], to[:i]
	}
	a := unmatched(p, old, new)
	for i, j := range to {
		if j >= 0 {
			a.set(i, int(j), true)
		}
	}
	if !p.unique {
		a.eachGap(0, len(a.old), 0, len(a.new), a.fillGap)
		a.join((*row).contentKey)
	}
	if p.byIdentity {
		a.join((*row).identityKey)
	}
	return a
}

// unmatched is the alignment of rows that have nothing to do with one another.
func unmatched(p *plan, old, new []row) *alignment {
	a := &alignment{plan: p, old: old, new: new, to: make([]int32, len(old)), from: make([]int32, len(new)), inOrder: make([]bool, len(old))}
	for i := range a.to {
		a.to[i] = -1
	}
	for j := range a.from {
		a.from[j] = -1
	}
	return a
}

// lastMatch returns the places behind the last match.
func lastMatch(to []int32) (i, j int) {
	for i = len(to); i > 0; i-- {
		if to[i-1] >= 0 {
			return i, int(to[i-1]) + 1
		}
	}
	return 0, 0
}

// intern numbers the different texts of two lists; n is how many there are.
func intern[T any](old, new []T, textOf func(*T) []byte) (tokensA, tokensB []int32, n int) {
	tokens := make(map[string]int32, len(old))
	number := func(list []T) []int32 {
		out := make([]int32, len(list))
		for i := range list {
			text := textOf(&list[i])
			t, known := tokens[string(text)]
			if !known {
				t = int32(len(tokens))
				tokens[string(text)] = t
			}
			out[i] = t
		}
		return out
	}
	return number(old), number(new), len(tokens)
}

// eachGap calls fill for each stretch of both sides between two matches.
func (a *alignment) eachGap(i0, i1, j0, j1 int, fill func(i0, i1, j0, j1 int)) {
	for i := i0; i < i1; i++ {
		j := int(a.to[i])
		if j < 0 {
			continue
		}
		if i > i0 && j > j0 {
			fill(i0, i, j0, j)
		}
		i0, j0 = i+1, j+1
	}
	if i1 > i0 && j1 > j0 {
		fill(i0, i1, j0, j1)
	}
}

// gaps are, for each new row and the end, the place of the next old row that is
// matched in order: those before it are reported first.
func (a *alignment) gaps() []int {
	ends := make([]int, len(a.new)+1)
	end := len(a.old)
	for j := len(a.new); j >= 0; j-- {
		if j < len(a.new) {
			if from := a.from[j]; from >= 0 && a.inOrder[from] {
				end = int(from)
			}
		}
		ends[j] = end
	}
	return ends
}

// fillGap matches rows that changed in their place.
func (a *alignment) fillGap(i0, i1, j0, j1 int) {
	for i, j := range a.plan.bestPairs(a.old[i0:i1], a.new[j0:j1]) {
		if j >= 0 {
			a.set(i0+i, j0+j, true)
		}
	}
	if a.plan.byIdentity {
		return
	}
	a.eachGap(i0, i1, j0, j1, func(i0, i1, j0, j1 int) {
		for k := 0; i1-i0 == j1-j0 && k < i1-i0; k++ {
			a.set(i0+k, j0+k, true)
		}
	})
}

func (a *alignment) set(i, j int, inOrder bool) {
	a.to[i], a.from[j], a.inOrder[i] = int32(j), int32(i), inOrder
}

// join matches rows that are left over and whose prefix is left over once on each
// side.
func (a *alignment) join(prefix func(*row) []byte) {
	at := map[string]int{}
	for j := range a.new {
		if a.from[j] < 0 {
			count(at, prefix(&a.new[j]), j)
		}
	}
	if len(at) == 0 {
		return
	}
	from := map[string]int{}
	for i := range a.old {
		if a.to[i] < 0 {
			count(from, prefix(&a.old[i]), i)
		}
	}
	for i := range a.old {
		if a.to[i] >= 0 {
			continue
		}
		text := prefix(&a.old[i])
		if j, found := at[string(text)]; found && j >= 0 && from[string(text)] >= 0 {
			a.set(i, j, false)
		}
	}
}

// count notes the place of a text, or -1 if there is more than one.
func count(places map[string]int, text []byte, place int) {
	if _, again := places[string(text)]; again {
		place = -1
	}
	places[string(text)] = place
}

package diff

// A matcher finds the longest runs that two sequences of tokens share in the same
// order: what is at both ends first, then between the tokens that occur once in
// both (patience diff), then by dynamic programming where the rest is small.
// A stretch that is large and has no such token is left without matches.
type matcher struct {
	a, b []int32
	// match is where each element of a is in b, or -1.
	match []int32
	// seenA and seenB count tokens of the stretch in work; atB is where one is in b.
	seenA, seenB, atB []int32
}

// tableLimit is how large the table of the dynamic programming may be.
const tableLimit = 1 << 18

// match returns where each element of a is in b, or -1. Tokens are below n.
func match(a, b []int32, n int) []int32 {
	m := &matcher{a: a, b: b, match: make([]int32, len(a)),
		seenA: make([]int32, n), seenB: make([]int32, n), atB: make([]int32, n)}
	for i := range m.match {
		m.match[i] = -1
	}
	m.solve(0, len(a), 0, len(b))
	return m.match
}

func (m *matcher) solve(a0, a1, b0, b1 int) {
	for a0 < a1 && b0 < b1 && m.a[a0] == m.b[b0] {
		m.match[a0] = int32(b0)
		a0, b0 = a0+1, b0+1
	}
	for a0 < a1 && b0 < b1 && m.a[a1-1] == m.b[b1-1] {
		a1, b1 = a1-1, b1-1
		m.match[a1] = int32(b1)
	}
	if a0 == a1 || b0 == b1 {
		return
	}
	anchors := m.anchors(a0, a1, b0, b1)
	if len(anchors) == 0 {
		if (a1-a0)*(b1-b0) <= tableLimit {
			m.table(a0, a1, b0, b1)
		}
		return
	}
	for _, c := range anchors {
		m.solve(a0, c.a, b0, c.b)
		m.match[c.a] = int32(c.b)
		a0, b0 = c.a+1, c.b+1
	}
	m.solve(a0, a1, b0, b1)
}

// A crossing is a place of a and the one of b with the same token.
type crossing struct{ a, b int }

// anchors are the tokens that occur once in both stretches, as many of them as
// are in the same order.
func (m *matcher) anchors(a0, a1, b0, b1 int) []crossing {
	for _, t := range m.a[a0:a1] {
		m.seenA[t]++
	}
	for i, t := range m.b[b0:b1] {
		m.seenB[t]++
		m.atB[t] = int32(b0 + i)
	}
	var all []crossing
	for i, t := range m.a[a0:a1] {
		if m.seenA[t] == 1 && m.seenB[t] == 1 {
			all = append(all, crossing{a0 + i, int(m.atB[t])})
		}
	}
	for _, t := range m.a[a0:a1] {
		m.seenA[t] = 0
	}
	for _, t := range m.b[b0:b1] {
		m.seenB[t] = 0
	}
	return ascending(all)
}

// ascending returns the longest run of crossings, sorted by a, whose b ascends.
func ascending(all []crossing) []crossing {
	var tops []int // of each length, the crossing with the lowest b that ends one
	before := make([]int, len(all))
	for i, c := range all {
		lo, hi := 0, len(tops)
		for lo < hi {
			if mid := (lo + hi) / 2; all[tops[mid]].b < c.b {
				lo = mid + 1
			} else {
				hi = mid
			}
		}
		before[i] = -1
		if lo > 0 {
			before[i] = tops[lo-1]
		}
		if lo == len(tops) {
			tops = append(tops, i)
		} else {
			tops[lo] = i
		}
	}
	run := make([]crossing, len(tops))
	if len(tops) > 0 {
		for i, at := tops[len(tops)-1], len(tops)-1; i >= 0; i, at = before[i], at-1 {
			run[at] = all[i]
		}
	}
	return run
}

// table matches a small stretch by the lengths of the longest common
// subsequences of its ends.
func (m *matcher) table(a0, a1, b0, b1 int) {
	width := b1 - b0 + 1
	lengths := make([]int32, (a1-a0+1)*width)
	for i := a1 - a0 - 1; i >= 0; i-- {
		for j := b1 - b0 - 1; j >= 0; j-- {
			if m.a[a0+i] == m.b[b0+j] {
				lengths[i*width+j] = lengths[(i+1)*width+j+1] + 1
			} else {
				lengths[i*width+j] = max(lengths[(i+1)*width+j], lengths[i*width+j+1])
			}
		}
	}
	for i, j := 0, 0; i < a1-a0 && j < b1-b0; {
		switch {
		case m.a[a0+i] == m.b[b0+j]:
			m.match[a0+i] = int32(b0 + j)
			i, j = i+1, j+1
		case lengths[(i+1)*width+j] >= lengths[i*width+j+1]:
			i++
		default:
			j++
		}
	}
}

package diff

import "bytes"

// similarity is how much of two rows is the same, from 0 to 1. Each value
// counts by its length, so that a sentence weighs more than a digit, and texts that
// begin and end alike count in part. Rows of different identity have nothing in
// common.
func (p *plan) similarity(old, new *row) float64 {
	if p.byIdentity && !bytes.Equal(old.data[:old.identity], new.data[:new.identity]) {
		return 0
	}
	a, b := old.data[old.identity:], new.data[new.identity:]
	same, all := 0.0, 0.0
	for range p.content - p.identity {
		var x, y []byte
		var xok, yok bool
		x, xok, a = next(a)
		y, yok, b = next(b)
		if !xok && !yok {
			continue
		}
		weight := float64(max(len(x), len(y), 1))
		all += weight
		if xok && yok {
			same += weight * alike(x, y)
		}
	}
	if all == 0 {
		return 1
	}
	return same / all
}

// alike is the share of two texts that their common ends make up.
func alike(x, y []byte) float64 {
	if bytes.Equal(x, y) {
		return 1
	}
	head, tail := commonEnds(x, y)
	return float64(head+tail) / float64(max(len(x), len(y)))
}

// commonEnds are the lengths of what two texts begin and end with alike, without
// overlap.
func commonEnds[T string | []byte](x, y T) (head, tail int) {
	for head < len(x) && head < len(y) && x[head] == y[head] {
		head++
	}
	for tail < len(x)-head && tail < len(y)-head && x[len(x)-1-tail] == y[len(y)-1-tail] {
		tail++
	}
	return head, tail
}

const (
	// similarEnough is from which similarity two rows may be one that changed.
	similarEnough = 0.5
	// pairLimit is how many pairs of rows are compared in one gap.
	pairLimit = 1 << 16
)

// bestPairs matches rows in order so that the sum of their similarities is the
// highest. It returns where each old row went, or -1; nil where there are too
// many.
func (p *plan) bestPairs(old, new []row) []int {
	if len(old)*len(new) > pairLimit {
		return nil
	}
	width := len(new) + 1
	sums, alike := make([]float64, (len(old)+1)*width), make([]float64, len(old)*width)
	for i := len(old) - 1; i >= 0; i-- {
		for j := len(new) - 1; j >= 0; j-- {
			best := max(sums[(i+1)*width+j], sums[i*width+j+1])
			if s := p.similarity(&old[i], &new[j]); s >= similarEnough {
				alike[i*width+j] = s
				best = max(best, sums[(i+1)*width+j+1]+s)
			}
			sums[i*width+j] = best
		}
	}
	pairs := make([]int, len(old))
	for i, j := 0, 0; i < len(old); i++ {
		pairs[i] = -1
		for j < len(new) && sums[i*width+j] > sums[(i+1)*width+j] {
			s := alike[i*width+j]
			if s > 0 && sums[i*width+j] == sums[(i+1)*width+j+1]+s {
				pairs[i] = j
				j++
				break
			}
			j++
		}
	}
	return pairs
}

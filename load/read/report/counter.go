package report

import (
	"cmp"
	"hash/fnv"
	"slices"
	"unicode/utf8"
)

const (
	// maxDistinct is how many different values of a column are counted one by one.
	maxDistinct = 10_000
	// maxText is how much is kept of a value, in bytes. Longer ones are distinguished
	// by their hash.
	maxText = 80
)

// A counter counts how often each value occurs, up to a limit of different ones.
// Values that came after the limit was reached are not counted; those that came
// before are counted to the end.
type counter struct {
	limit  int
	at     map[string]int
	counts []tally
	over   bool // there are more values than the limit
	key    []byte
}

// A tally is a value and how often it occurs.
type tally struct {
	text  string
	cut   bool // text is the beginning of the value
	count int64
}

func newCounter(limit int) *counter { return &counter{limit: limit, at: map[string]int{}} }

// add counts a value, which is not kept.
func (c *counter) add(value []byte) {
	cut := len(value) > maxText
	key := value
	if cut {
		key = c.hashed(value)
	}
	if i, known := c.at[string(key)]; known {
		c.counts[i].count++
		return
	}
	if len(c.counts) == c.limit {
		c.over = true
		return
	}
	text := string(key)
	c.at[text] = len(c.counts)
	if cut {
		text = string(beginning(value, maxText))
	}
	c.counts = append(c.counts, tally{text, cut, 1})
}

// hashed is a short key for a long value: its beginning, its hash.
func (c *counter) hashed(value []byte) []byte {
	h := fnv.New128a()
	h.Write(value)
	c.key = h.Sum(append(c.key[:0], value[:maxText]...))
	return c.key
}

// beginning is the first n bytes of a longer text at most, in whole characters.
func beginning[T string | []byte](text T, n int) T {
	for n > 0 && !utf8.RuneStart(text[n]) {
		n--
	}
	return text[:n]
}

// top returns the n values that occur most often, of equal ones those that came
// first.
func (c *counter) top(n int) []tally {
	all := slices.Clone(c.counts)
	slices.SortStableFunc(all, func(a, b tally) int { return cmp.Compare(b.count, a.count) })
	return all[:min(n, len(all))]
}

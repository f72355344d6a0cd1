package validate

import (
	"bufio"
	"cmp"
	"container/heap"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"io"
	"slices"
	"strconv"

	"github.com/tidywiki/tidywiki/internal/spill"
)

// A key is the hash of the values of some fields, and the row that has them.
type key struct {
	hash [16]byte
	row  int64
}

func compareKeys(a, b key) int {
	return cmp.Or(slices.Compare(a.hash[:], b.hash[:]), cmp.Compare(a.row, b.row))
}

// hashOf returns the hash of values. Of 2^40 keys no two that differ share one by
// chance, and nobody can make two that do.
func hashOf(h []byte, values []string) ([16]byte, []byte) {
	h = h[:0]
	for _, v := range values {
		h = strconv.AppendInt(h, int64(len(v)), 10)
		h = append(append(h, ':'), v...)
	}
	sum := sha256.Sum256(h)
	return [16]byte(sum[:16]), h
}

// heldKeys is how many keys are in memory at a time, 24 bytes each.
const heldKeys = 2 << 20

// A keyStore holds the keys of all tables: in memory up to a limit, beyond it in
// sorted runs in a temporary file.
type keyStore struct {
	limit int
	held  int
	lists []*keyList
	file  spill.File
}

// A keyList is the keys of one table for one group of fields.
type keyList struct {
	store *keyStore
	held  []key
	runs  []run
	// last is the key added last, and repeats whether keys that equal it count.
	last    [16]byte
	any     bool
	repeats bool
	scratch []byte
}

// A run is a sorted part of a list in the file.
type run struct{ from, keys int64 }

const keySize = 24

func (s *keyStore) list() *keyList {
	l := &keyList{store: s}
	s.lists = append(s.lists, l)
	return l
}

// add adds the key of a row. Where only the set of keys matters, one that follows
// itself is added once: rows of the same page follow one another.
func (l *keyList) add(values []string, row int) error {
	hash, scratch := hashOf(l.scratch, values)
	l.scratch = scratch
	if l.any && hash == l.last && !l.repeats {
		return nil
	}
	l.last, l.any = hash, true
	l.held = append(l.held, key{hash, int64(row)})
	if l.store.held++; l.store.held < l.store.limit {
		return nil
	}
	return l.store.spill()
}

// spill moves all keys to the file.
func (s *keyStore) spill() error {
	s.file.Name = "tidywiki-keys-"
	for _, l := range s.lists {
		slices.SortFunc(l.held, compareKeys)
		r := run{keys: int64(len(l.held))}
		for i, some := range slices.Collect(slices.Chunk(l.held, 1<<14)) {
			buf := make([]byte, 0, len(some)*keySize)
			for _, k := range some {
				buf = binary.LittleEndian.AppendUint64(append(buf, k.hash[:]...), uint64(k.row))
			}
			at, err := s.file.Append(buf)
			if err != nil {
				return err
			}
			if i == 0 {
				r.from = at
			}
		}
		if r.keys > 0 {
			l.runs = append(l.runs, r)
		}
		l.held = l.held[:0]
	}
	s.held = 0
	return nil
}

// sorted returns the keys in order.
func (l *keyList) sorted() *merge {
	slices.SortFunc(l.held, compareKeys)
	m := &merge{}
	m.push(&cursor{held: l.held})
	for _, r := range l.runs {
		m.push(&cursor{file: bufio.NewReaderSize(l.store.file.Section(r.from, r.keys*keySize), 32<<10)})
	}
	heap.Init(m)
	return m
}

// A cursor goes over one sorted run.
type cursor struct {
	now  key
	held []key
	file *bufio.Reader
	err  error
}

// next reports whether there is another key, which is in now then.
func (c *cursor) next() bool {
	if c.file == nil {
		if len(c.held) == 0 {
			return false
		}
		c.now, c.held = c.held[0], c.held[1:]
		return true
	}
	var b [keySize]byte
	if _, err := io.ReadFull(c.file, b[:]); err != nil {
		if !errors.Is(err, io.EOF) {
			c.err = err
		}
		return false
	}
	c.now = key{[16]byte(b[:16]), int64(binary.LittleEndian.Uint64(b[16:]))}
	return true
}

// A merge goes over several sorted runs as if they were one.
type merge struct {
	cursors []*cursor
	err     error
}

func (m *merge) push(c *cursor) {
	if c.next() {
		m.cursors = append(m.cursors, c)
	}
	m.err = errors.Join(m.err, c.err)
}

// next returns the next key; false after the last one or an error, which is in err
// then.
func (m *merge) next() (key, bool) {
	if len(m.cursors) == 0 || m.err != nil {
		return key{}, false
	}
	c := m.cursors[0]
	k := c.now
	if c.next() {
		heap.Fix(m, 0)
	} else {
		heap.Pop(m)
		m.err = c.err
	}
	return k, m.err == nil
}

// Len, Less, Swap, Push and Pop implement [heap.Interface].
func (m *merge) Len() int           { return len(m.cursors) }
func (m *merge) Less(i, j int) bool { return compareKeys(m.cursors[i].now, m.cursors[j].now) < 0 }
func (m *merge) Swap(i, j int)      { m.cursors[i], m.cursors[j] = m.cursors[j], m.cursors[i] }
func (m *merge) Push(c any)         { m.cursors = append(m.cursors, c.(*cursor)) }

// Pop implements [heap.Interface].
func (m *merge) Pop() any {
	last := len(m.cursors) - 1
	c := m.cursors[last]
	m.cursors = m.cursors[:last]
	return c
}

// twice calls f with each key that an earlier row has, too.
func (l *keyList) twice(f func(row, first int64)) error {
	m := l.sorted()
	var before key
	for any := false; ; any = true {
		k, ok := m.next()
		if !ok {
			return m.err
		}
		if any && k.hash == before.hash {
			f(k.row, before.row)
			continue
		}
		before = k
	}
}

// without calls f with each key that the other list has not.
func (l *keyList) without(other *keyList, f func(row int64)) error {
	mine, theirs := l.sorted(), other.sorted()
	have, more := theirs.next()
	for {
		k, ok := mine.next()
		if !ok {
			return errors.Join(mine.err, theirs.err)
		}
		for more && slices.Compare(have.hash[:], k.hash[:]) < 0 {
			have, more = theirs.next()
		}
		if !more || have.hash != k.hash {
			f(k.row)
		}
	}
}

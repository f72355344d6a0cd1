package diff

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"

	"github.com/tidywiki/tidywiki/internal/spill"
)

// pending holds the rows that found no match in their window, of both sides. What
// does not fit into memory goes to a temporary file, divided into parts by what rows
// must share to match.
type pending struct {
	plan  *plan
	limit int // bytes in memory
	rows  []waiting
	bytes int
	file  spill.File
	parts [pendingParts][]*io.SectionReader // of the file, nil as long as there is none
}

// A waiting row was not found on the other side.
type waiting struct {
	kind Kind // Removed or Added
	row  row
}

// pendingParts is into how many parts they are divided.
const pendingParts = 64

// add copies a row.
func (p *pending) add(kind Kind, r *row) error {
	c := *r
	c.data = append([]byte(nil), r.data...)
	p.rows = append(p.rows, waiting{kind, c})
	const overhead = 64
	p.bytes += len(c.data) + overhead
	if p.bytes > p.limit {
		return p.spill()
	}
	return nil
}

// bucket is what two rows must share to match: the page, or else the identity, or
// else all they say.
func (p *pending) bucket(r *row) []byte {
	switch {
	case p.plan.grouped:
		return r.page()
	case p.plan.byIdentity:
		return r.identityKey()
	}
	return r.contentKey()
}

// spill moves the rows in memory to the file.
func (p *pending) spill() error {
	p.file.Name = "tidywiki-diff-"
	var parts [pendingParts][]byte
	for i := range p.rows {
		w := &p.rows[i]
		h := fnv.New64a()
		h.Write(p.bucket(&w.row))
		part := &parts[h.Sum64()%pendingParts]
		*part = binary.AppendUvarint(append(*part, byte(w.kind)), uint64(w.row.number))
		*part = binary.AppendUvarint(*part, uint64(len(w.row.data)))
		*part = append(*part, w.row.data...)
		w.row.data = nil
	}
	for i, data := range parts {
		at, err := p.file.Append(data)
		if err != nil {
			return err
		}
		p.parts[i] = append(p.parts[i], p.file.Section(at, int64(len(data))))
	}
	p.rows, p.bytes = p.rows[:0], 0
	return nil
}

// resolve matches all rows that wait.
func (p *pending) resolve(use func(*alignment) error) error {
	if !p.file.Used() {
		return p.match(use)
	}
	if err := p.spill(); err != nil {
		return err
	}
	for _, sections := range p.parts {
		for _, s := range sections {
			if err := p.load(bufio.NewReader(s)); err != nil {
				return fmt.Errorf("temporary file: %w", err)
			}
		}
		if err := p.match(use); err != nil {
			return err
		}
	}
	return nil
}

// load reads rows back.
func (p *pending) load(in *bufio.Reader) error {
	for {
		kind, err := in.ReadByte()
		if errors.Is(err, io.EOF) {
			return nil
		}
		number, err := binary.ReadUvarint(in)
		if err != nil {
			return err
		}
		size, err := binary.ReadUvarint(in)
		if err != nil {
			return err
		}
		w := waiting{Kind(kind), row{data: make([]byte, size), number: int64(number)}}
		if _, err := io.ReadFull(in, w.row.data); err != nil {
			return err
		}
		p.plan.measure(&w.row)
		p.rows = append(p.rows, w)
	}
}

// match aligns the rows in memory, bucket by bucket in the order in which those
// were met, and forgets them.
func (p *pending) match(use func(*alignment) error) error {
	type bucket struct{ old, new []row }
	var order []*bucket
	byKey := map[string]*bucket{}
	for _, w := range p.rows {
		key := p.bucket(&w.row)
		b := byKey[string(key)]
		if b == nil {
			b = &bucket{}
			byKey[string(key)] = b
			order = append(order, b)
		}
		if w.kind == Removed {
			b.old = append(b.old, w.row)
		} else {
			b.new = append(b.new, w.row)
		}
	}
	p.rows, p.bytes = p.rows[:0], 0
	for _, b := range order {
		a := align(p.plan, b.old, b.new, true)
		clear(a.inOrder) // they were not where the other side has them
		if err := use(a); err != nil {
			return err
		}
	}
	return nil
}

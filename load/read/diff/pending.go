package diff

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"path/filepath"
)

// pending holds the rows that found no match in their window, of both sides. What
// does not fit into memory goes to temporary files, divided by what rows must
// share to match.
type pending struct {
	plan  *plan
	limit int // bytes in memory
	rows  []waiting
	bytes int
	dir   string
	files []*bufio.Writer
	open  []*os.File
}

// A waiting row was not found on the other side.
type waiting struct {
	kind Kind // Removed or Added
	row  row
}

// pendingFiles is into how many files they are divided.
const pendingFiles = 64

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
		return r.is()
	}
	return r.says()
}

// spill moves the rows in memory to files.
func (p *pending) spill() error {
	if p.dir == "" {
		if err := p.create(); err != nil {
			return err
		}
	}
	for i := range p.rows {
		w := &p.rows[i]
		h := fnv.New64a()
		h.Write(p.bucket(&w.row))
		head := binary.AppendUvarint([]byte{byte(w.kind)}, uint64(w.row.number))
		head = binary.AppendUvarint(head, uint64(len(w.row.data)))
		f := p.files[h.Sum64()%pendingFiles]
		_, err := f.Write(head)
		if err == nil {
			_, err = f.Write(w.row.data)
		}
		if err != nil {
			return fmt.Errorf("temporary file: %w", err)
		}
	}
	clear(p.rows)
	p.rows, p.bytes = p.rows[:0], 0
	return nil
}

func (p *pending) create() error {
	dir, err := os.MkdirTemp("", "tidywiki-diff-")
	if err != nil {
		return err
	}
	p.dir = dir
	for i := range pendingFiles {
		f, err := os.Create(filepath.Join(dir, fmt.Sprint(i)))
		if err != nil {
			return err
		}
		p.open = append(p.open, f)
		p.files = append(p.files, bufio.NewWriter(f))
	}
	return nil
}

// close removes the temporary files.
func (p *pending) close() error {
	var errs []error
	for _, f := range p.open {
		errs = append(errs, f.Close())
	}
	if p.dir != "" {
		errs = append(errs, os.RemoveAll(p.dir))
	}
	return errors.Join(errs...)
}

// resolve matches all rows that wait.
func (p *pending) resolve(use func(*alignment) error) error {
	if p.dir == "" {
		return p.match(use)
	}
	if err := p.spill(); err != nil {
		return err
	}
	for i := range p.files {
		if err := p.load(i); err != nil {
			return fmt.Errorf("temporary file: %w", err)
		}
		if err := p.match(use); err != nil {
			return err
		}
	}
	return nil
}

// load reads a file back.
func (p *pending) load(i int) error {
	if err := p.files[i].Flush(); err != nil {
		return err
	}
	if _, err := p.open[i].Seek(0, io.SeekStart); err != nil {
		return err
	}
	in := bufio.NewReader(p.open[i])
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

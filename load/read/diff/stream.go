package diff

import (
	"bytes"
	"context"
	"io"

	"github.com/tidywiki/tidywiki/load/read"
)

// A stream is the rows of one file, and as many of the next ones as were
// asked for. Rows stay valid until they are dropped.
type stream struct {
	ctx    context.Context
	plan   *plan
	table  read.Rows
	order  []int
	batch  read.Batch
	chunk  []byte // holds the rows read last
	rows   []row  // read
	head   int    // dropped
	number int64
	ended  bool
}

// chunkSize is the memory that a stream takes at a time, if no row is larger.
const chunkSize = 1 << 18

// peek returns the next row, nil at the end.
func (s *stream) peek() (*row, error) {
	if s.head == len(s.rows) {
		if ok, err := s.more(); !ok {
			return nil, err
		}
	}
	return &s.rows[s.head], nil
}

// drop passes over the next n rows, which must have been read.
func (s *stream) drop(n int) { s.head += n }

// more reads another batch and reports whether there was one.
func (s *stream) more() (bool, error) {
	if s.ended {
		return false, nil
	}
	if err := s.ctx.Err(); err != nil {
		return false, err
	}
	err := s.table.Next(&s.batch)
	if err == io.EOF {
		s.ended = true
		return false, nil
	}
	if err != nil {
		return false, err
	}
	s.compact()
	for i := range s.batch.Rows {
		if len(s.chunk) > chunkSize {
			s.chunk = make([]byte, 0, chunkSize+chunkSize/4) // its rows keep the last
		}
		var r row
		s.chunk, r = s.plan.appendRow(s.chunk, &s.batch, s.order, i)
		s.number++
		r.number = s.number
		s.rows = append(s.rows, r)
	}
	return true, nil
}

// compact forgets the rows that were dropped.
func (s *stream) compact() {
	if s.head == len(s.rows) {
		s.chunk = s.chunk[:0]
	}
	n := copy(s.rows, s.rows[s.head:])
	clear(s.rows[n:])
	s.rows, s.head = s.rows[:n], 0
}

// ahead returns the next rows, n at most, that are of the page; a nil page is
// any. It reports whether these are all of them.
func (s *stream) ahead(page []byte, n int) (rows []row, whole bool, err error) {
	for seen := 0; ; {
		have := s.rows[s.head:]
		for ; seen < len(have) && page != nil; seen++ {
			if !bytes.HasPrefix(have[seen].data, page) {
				return have[:seen], true, nil
			}
			if seen == n {
				return have[:n], false, nil
			}
		}
		if seen = len(have); seen > n {
			return have[:n], false, nil
		}
		if ok, err := s.more(); !ok {
			return s.rows[s.head:], err == nil, err
		}
	}
}

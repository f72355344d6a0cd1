package read

import (
	"bytes"
	"io"
)

// A scanner holds some bytes of a file ahead of a parser: buf[at:end] have not been
// read yet.
type scanner struct {
	in      io.Reader
	buf     []byte
	at, end int
	before  int64 // bytes of the file before buf
	err     error // why there are no more
}

// newScanner returns a scanner behind the byte order mark, if there is one.
func newScanner(r io.Reader) scanner {
	s := scanner{in: r, buf: make([]byte, 64<<10)}
	s.follows("\uFEFF")
	return s
}

// fill reads more bytes and reports whether there were any.
func (s *scanner) fill() bool {
	s.before += int64(s.at)
	s.end = copy(s.buf, s.buf[s.at:s.end])
	s.at = 0
	for range 100 {
		if s.err != nil || s.end == len(s.buf) {
			return false
		}
		var n int
		n, s.err = s.in.Read(s.buf[s.end:])
		if s.end += n; n > 0 {
			return true
		}
	}
	s.err = io.ErrNoProgress
	return false
}

// peek returns the next byte; ok is false at the end of the file.
func (s *scanner) peek() (b byte, ok bool) {
	if s.at == s.end && !s.fill() {
		return 0, false
	}
	return s.buf[s.at], true
}

// follows reports whether text comes next, and skips it then.
func (s *scanner) follows(text string) bool {
	for s.end-s.at < len(text) && s.fill() {
	}
	if !bytes.HasPrefix(s.buf[s.at:s.end], []byte(text)) {
		return false
	}
	s.at += len(text)
	return true
}

// upTo appends the bytes before the next one that stop has. The row must not be
// longer than maxRow.
func (s *scanner) upTo(dst []byte, stop *[256]bool) []byte {
	for len(dst) <= maxRow && (s.at < s.end || s.fill()) {
		window := s.buf[s.at:s.end]
		n := 0
		for n < len(window) && !stop[window[n]] {
			n++
		}
		dst = append(dst, window[:n]...)
		if s.at += n; n < len(window) {
			break
		}
	}
	return dst
}

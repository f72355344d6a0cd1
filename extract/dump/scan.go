package dump

import (
	"bytes"
	"errors"
	"io"
)

// A scanner finds the tags of an XML text and builds no tree. It skips the text
// between two tags at the speed of memory, because a dump writes every < of a page as
// &lt;. Tags inside comments, CDATA sections, processing instructions and declarations
// do not count. A < that begins no tag is text.
type scanner struct {
	r   io.Reader
	err error // of r, which is not read again after an error
	buf []byte
	// buf[pos:end] is not scanned yet. Bytes before keep, or before pos if keep is -1,
	// may be overwritten.
	pos, end, keep int
	base           int64 // offset of buf[0] in the text
	// limit is the number of bytes to hold after keep. If there are more, keep becomes
	// -1 and lost becomes true.
	limit int
	lost  bool
}

const (
	firstBuffer = 1 << 20
	// maxTag is the longest tag. Without a limit, a text without > would be read into
	// memory as a whole.
	maxTag = 1 << 20
)

var errLongTag = errors.New("a tag is longer than 1 MiB")

func newScanner(r io.Reader, size int) *scanner {
	return &scanner{r: r, buf: make([]byte, size), keep: -1}
}

// A tag is <name attrs>, </name> or <name attrs/>. Its fields are valid until the next
// call to the scanner.
type tag struct {
	name, attrs   []byte
	closes, empty bool
	at            int // index of its < in buf
}

// next returns the next tag, and after the last one the error of the reader.
func (s *scanner) next() (tag, error) {
	for {
		i := bytes.IndexByte(s.buf[s.pos:s.end], '<')
		if i < 0 {
			s.pos = s.end
			if !s.more() {
				return tag{}, s.err
			}
			continue
		}
		s.pos += i
		for s.end-s.pos < 2 {
			if !s.more() {
				return tag{}, s.err
			}
		}
		switch c := s.buf[s.pos+1]; {
		case c == '!' || c == '?':
			if err := s.skipSpecial(c); err != nil {
				return tag{}, err
			}
		case c == '/' || isNameStart(c):
			n, err := s.tagLen()
			if err != nil {
				return tag{}, err
			}
			t := newTag(s.buf[s.pos : s.pos+n])
			t.at = s.pos
			s.pos += n
			return t, nil
		default:
			s.pos++
		}
	}
}

// tagLen returns the length of the tag at pos, up to the first > outside quotes.
func (s *scanner) tagLen() (int, error) {
	var quote byte
	for n := 1; ; n++ {
		for s.pos+n == s.end {
			if n > maxTag {
				return 0, errLongTag
			}
			if !s.more() {
				return 0, s.err
			}
		}
		switch c := s.buf[s.pos+n]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '>':
			return n + 1, nil
		case c == '"' || c == '\'':
			quote = c
		}
	}
}

func newTag(text []byte) tag {
	text = text[1 : len(text)-1]
	var t tag
	if text[0] == '/' {
		t.closes, text = true, text[1:]
	} else if text[len(text)-1] == '/' {
		t.empty, text = true, text[:len(text)-1]
	}
	n := 0
	for n < len(text) && !isSpace(text[n]) {
		n++
	}
	t.name, t.attrs = text[:n], text[n:]
	return t
}

// skipSpecial skips the comment, CDATA section, instruction or declaration at pos,
// which begins with < and c.
func (s *scanner) skipSpecial(c byte) error {
	if c == '?' {
		return s.skip(len("<?"), "?>")
	}
	for _, form := range [...]struct{ begin, end string }{{"<!--", "-->"}, {"<![CDATA[", "]]>"}} {
		for s.end-s.pos < len(form.begin) && bytes.HasPrefix([]byte(form.begin), s.buf[s.pos:s.end]) {
			if !s.more() {
				return s.err
			}
		}
		if bytes.HasPrefix(s.buf[s.pos:s.end], []byte(form.begin)) {
			return s.skip(len(form.begin), form.end)
		}
	}
	return s.skipDeclaration()
}

// skip advances pos by n bytes and then past the next occurrence of end.
func (s *scanner) skip(n int, end string) error {
	s.pos += n
	for {
		if i := bytes.Index(s.buf[s.pos:s.end], []byte(end)); i >= 0 {
			s.pos += i + len(end)
			return nil
		}
		s.pos = max(s.pos, s.end-len(end)+1)
		if !s.more() {
			return s.err
		}
	}
}

// skipDeclaration skips <!DOCTYPE ...>, in which tags and quotes may nest.
func (s *scanner) skipDeclaration() error {
	s.pos += len("<!")
	var quote byte
	for first, depth := true, 0; ; s.pos++ {
		if s.pos == s.end && !s.more() {
			return s.err
		}
		if first { // the first letter of the name may be anything
			first = false
			continue
		}
		switch c := s.buf[s.pos]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '<':
			for s.end-s.pos < len("<!--") && s.more() {
			}
			if bytes.HasPrefix(s.buf[s.pos:s.end], []byte("<!--")) {
				if err := s.skip(len("<!--"), "-->"); err != nil {
					return err
				}
				s.pos--
				continue
			}
			depth++
		case c == '>' && depth == 0:
			s.pos++
			return nil
		case c == '>':
			depth--
		}
	}
}

// hold keeps the bytes that follow until release or drop, but at most limit bytes.
func (s *scanner) hold(limit int) { s.keep, s.limit, s.lost = s.pos, limit, false }

// release returns the held bytes up to at, an index in buf, or false if there were
// more than the limit. The bytes are valid until the next call to the scanner.
func (s *scanner) release(at int) ([]byte, bool) {
	keep := s.keep
	s.keep = -1
	if s.lost || at-keep > s.limit {
		return nil, false
	}
	return s.buf[keep:at], true
}

// drop ends hold without a result.
func (s *scanner) drop() { s.keep = -1 }

// offset returns the offset of pos in the text.
func (s *scanner) offset() int64 { return s.base + int64(s.pos) }

// more reads more bytes, moving those that must be kept to the front of the buffer. It
// returns false if there are none, and sets err.
func (s *scanner) more() bool {
	if s.err != nil {
		return false
	}
	if s.keep >= 0 && s.end-s.keep > s.limit+maxTag {
		s.keep, s.lost = -1, true
	}
	from := s.pos
	if s.keep >= 0 {
		from = s.keep
	}
	if from > 0 {
		copy(s.buf, s.buf[from:s.end])
		s.pos, s.end, s.base = s.pos-from, s.end-from, s.base+int64(from)
		s.keep = min(s.keep, 0)
	}
	if s.end == len(s.buf) {
		s.grow()
	}
	for range maxEmptyReads {
		n, err := s.r.Read(s.buf[s.end:])
		s.end += n
		s.err = err
		if n > 0 {
			return true
		}
		if err != nil {
			return false
		}
	}
	s.err = io.ErrNoProgress
	return false
}

// grow doubles the buffer, up to the size that hold needs.
func (s *scanner) grow() {
	size := 2 * len(s.buf)
	if s.keep >= 0 {
		size = max(min(size, s.limit+2*maxTag), len(s.buf)+maxTag)
	}
	buf := make([]byte, size)
	copy(buf, s.buf[:s.end])
	s.buf = buf
}

const maxEmptyReads = 100

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// isNameStart reports whether an XML name may begin with c.
func isNameStart(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c == '_' || c == ':' || c >= 0x80
}

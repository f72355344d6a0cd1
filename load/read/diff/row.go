package diff

import (
	"encoding/binary"

	"github.com/tidywiki/tidywiki/load/read"
)

// A row is one row of a table in the order of its plan, each value as its length
// plus one and its text, a null as 0. Two rows are equal if their bytes are, and
// so are their identities and contents, which are prefixes of it.
type row struct {
	data []byte
	// identity and content are the lengths of those prefixes.
	identity, content int
	number            int64 // in its table, from 1
}

// appendRow encodes a row of a batch.
func (p *plan) appendRow(buf []byte, b *read.Batch, order []int, at int) ([]byte, row) {
	start := len(buf)
	var r row
	for i, column := range order {
		if i == p.identity {
			r.identity = len(buf) - start
		}
		if i == p.content {
			r.content = len(buf) - start
		}
		text, ok := b.Columns[column].Get(at)
		if !ok {
			buf = append(buf, 0)
			continue
		}
		buf = binary.AppendUvarint(buf, uint64(len(text))+1)
		buf = append(buf, text...)
	}
	r.data = buf[start:len(buf):len(buf)]
	if p.identity == len(order) {
		r.identity = len(r.data)
	}
	if p.content == len(order) {
		r.content = len(r.data)
	}
	return buf, r
}

// measure finds the prefixes of a row of which there are only the bytes.
func (p *plan) measure(r *row) {
	rest := r.data
	for i := 0; i <= len(p.columns); i++ {
		if i == p.identity {
			r.identity = len(r.data) - len(rest)
		}
		if i == p.content {
			r.content = len(r.data) - len(rest)
		}
		if i < len(p.columns) {
			_, _, rest = next(rest)
		}
	}
}

// next reads one value of an encoded row.
func next(data []byte) (text []byte, ok bool, rest []byte) {
	n, size := binary.Uvarint(data)
	data = data[size:]
	if n == 0 {
		return nil, false, data
	}
	return data[:n-1], true, data[n-1:]
}

// identityKey and contentKey are the identity and the content of a row, as bytes.
func (r *row) identityKey() []byte { return r.data[:r.identity] }
func (r *row) contentKey() []byte  { return r.data[:r.content] }

// page is the first value as it is encoded.
func (r *row) page() []byte {
	_, _, rest := next(r.data)
	return r.data[:len(r.data)-len(rest)]
}

// values decodes a row: a nil text is a null.
func (r *row) values(into []*string) {
	rest := r.data
	for i := range into {
		var text []byte
		var ok bool
		text, ok, rest = next(rest)
		into[i] = nil
		if ok {
			s := string(text)
			into[i] = &s
		}
	}
}

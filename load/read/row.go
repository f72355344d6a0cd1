package read

// A textRow is one row of a file of text, with the bytes of all its fields in one
// buffer.
type textRow struct {
	number int // in the file, from 1
	text   []byte
	fields []field
	cells  []Cell
}

// A field is a cell whose text is text[start:end] of its row.
type field struct {
	kind       Kind
	start, end int
}

// Row implements [Reader].
func (r *textRow) Row() int { return r.number }

// Close implements [Reader]: the file is the caller's.
func (r *textRow) Close() error { return nil }

// begin empties the row.
func (r *textRow) begin() { r.text, r.fields = r.text[:0], r.fields[:0] }

// bytes are the text of a field, valid until the next row.
func (r *textRow) bytes(i int) []byte { return r.text[r.fields[i].start:r.fields[i].end] }

// row returns the row as cells, which share one string.
func (r *textRow) row() []Cell {
	r.cells = r.cells[:0]
	text := string(r.text)
	for _, f := range r.fields {
		r.cells = append(r.cells, Cell{f.kind, text[f.start:f.end]})
	}
	return r.cells
}

// line returns the row itself.
func (r *textRow) line() *textRow { return r }

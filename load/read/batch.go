package read

import (
	"bytes"
	"context"
	"io"
	"strconv"

	"github.com/tidywiki/tidywiki/load/internal/text"
)

// A Batch is some rows of a table, column by column.
type Batch struct {
	Rows    int
	Columns []Values
}

// Values are the texts of one column of a batch.
type Values struct {
	text []byte
	ends []int
	null []bool
}

const (
	// batchRows is how many rows a batch has at most where the format does not say,
	// batchValues how many values: wide tables have fewer rows in one.
	batchRows   = 4096
	batchValues = 1 << 20
)

// rowsFor is how many rows a batch of so many columns has.
func rowsFor(columns int) int { return max(16, min(batchRows, batchValues/max(1, columns))) }

// reset empties b for a number of columns.
func (b *Batch) reset(columns int) {
	if cap(b.Columns) < columns {
		b.Columns = make([]Values, columns)
	}
	b.Rows, b.Columns = 0, b.Columns[:columns]
	for i := range b.Columns {
		v := &b.Columns[i]
		v.text, v.ends, v.null = v.text[:0], v.ends[:0], v.null[:0]
	}
}

// Get returns the text in a row, which is valid until the batch is filled again,
// and whether there is one.
func (v *Values) Get(row int) (text []byte, ok bool) {
	if v.null[row] {
		return nil, false
	}
	start := 0
	if row > 0 {
		start = v.ends[row-1]
	}
	return v.text[start:v.ends[row]], true
}

// end completes the value whose text has been appended.
func (v *Values) end() { v.ends, v.null = append(v.ends, len(v.text)), append(v.null, false) }

func (v *Values) add(s []byte) { v.text = append(v.text, s...); v.end() }

func (v *Values) addNull() { v.ends, v.null = append(v.ends, len(v.text)), append(v.null, true) }

// addNumber adds a number as a file has it.
func (v *Values) addNumber(s []byte) {
	if bytes.ContainsAny(s, "eE+") || len(s) > 0 && (s[0] == '.' || s[len(s)-1] == '.') {
		if f, err := strconv.ParseFloat(string(s), 64); err == nil {
			s = text.AppendNumber(nil, f)
		}
	}
	v.add(trimZeros(s))
}

// trimZeros drops what does not change a number: zeros at the end of its
// fraction.
func trimZeros(s []byte) []byte {
	if bytes.IndexByte(s, '.') < 0 || bytes.IndexByte(s, 'e') >= 0 {
		return s
	}
	return bytes.TrimSuffix(bytes.TrimRight(s, "0"), []byte("."))
}

// Each calls use with the rows of a table from the first to the last, some at a time, and
// with its columns. Both are valid until use returns.
func (t *Table) Each(ctx context.Context, use func([]Column, *Batch)) error {
	in, err := t.Open(t.Best())
	if err != nil {
		return err
	}
	defer in.Close()
	var b Batch
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		err := in.Next(&b)
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		use(in.Columns(), &b)
	}
}

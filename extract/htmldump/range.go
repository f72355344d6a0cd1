package htmldump

import (
	"bytes"
	"context"
	"io"
	"os"

	"github.com/tidywiki/tidywiki/extract/dump"
)

// Whole returns the range of all pages.
func (d *Dump) Whole() dump.Range { return dump.Range{End: d.size} }

// Ranges divides a plain dump into ranges of about size bytes, in order, each of whole
// lines. Others have one range. It reads the file near the cuts.
func (d *Dump) Ranges(ctx context.Context, size int64) ([]dump.Range, error) {
	if d.packed || size <= 0 {
		return []dump.Range{d.Whole()}, nil
	}
	f, err := os.Open(d.path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []dump.Range
	start := int64(0)
	for target := size; target < d.size; target = start + size {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		cut, err := nextLine(f, target)
		if err != nil {
			return nil, err
		}
		if cut >= d.size {
			break
		}
		out = append(out, dump.Range{Start: start, End: cut})
		start = cut
	}
	return append(out, dump.Range{Start: start, End: d.size}), nil
}

// nextLine returns where the first line begins that begins behind from, or the end.
func nextLine(f io.ReaderAt, from int64) (int64, error) {
	buf := make([]byte, 1<<20)
	for {
		n, err := f.ReadAt(buf, from)
		if i := bytes.IndexByte(buf[:n], '\n'); i >= 0 {
			return from + int64(i) + 1, nil
		}
		from += int64(n)
		if err == io.EOF {
			return from, nil
		}
		if err != nil {
			return 0, err
		}
	}
}

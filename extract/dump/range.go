package dump

import (
	"bytes"
	"compress/bzip2"
	"context"
	"io"
	"os"
)

// A Range is a part of a dump that can be read separately: the bytes of its file from
// Start up to End. Each page of a dump is in exactly one of its ranges.
type Range struct {
	Start int64 `json:"start"`
	End   int64 `json:"end"`
}

// Whole returns the range of all pages.
func (d *Dump) Whole() Range { return Range{0, d.size} }

// Ranges divides a dump into ranges of about size bytes of its file, in order. Only
// plain dumps and dumps of many bzip2 streams can be divided (multistream; the index
// is not needed). For other dumps it returns one range. It reads the file near the
// cuts, or the whole file if there is no place to cut.
func (d *Dump) Ranges(ctx context.Context, size int64) ([]Range, error) {
	find := findPage
	if d.kind == bzipped {
		find = findStream
	}
	if d.path == "" || d.wide || size <= 0 || d.kind != plain && d.kind != bzipped {
		return []Range{d.Whole()}, nil
	}
	f, err := os.Open(d.path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []Range
	start := int64(0)
	for target := size; target < d.size; {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		cut, err := find(f, target)
		if err != nil {
			return nil, err
		}
		if cut < 0 || cut >= d.size {
			break
		}
		out = append(out, Range{start, cut})
		start = cut
		target = max(target, cut-cut%size) + size
	}
	return append(out, Range{start, d.size}), nil
}

// findPage returns the offset of the first <page> of a plain dump that follows a
// </page> at or after from, or -1.
func findPage(f io.ReaderAt, from int64) (int64, error) {
	return search(f, from, []byte("</page>"), func(at int64, text []byte) (int, bool) {
		i := len("</page>")
		for i < len(text) && isSpace(text[i]) {
			i++
		}
		rest := text[i:]
		return i, bytes.HasPrefix(rest, []byte("<page>")) || bytes.HasPrefix(rest, []byte("<page "))
	})
}

// blockMagic begins each block of bzip2. A stream begins with "BZh", a digit and
// blockMagic, and ends with endMagic.
const (
	blockMagic = "\x31\x41\x59\x26\x53\x59"
	endMagic   = "\x17\x72\x45\x38\x50\x90"
)

// maxTries is how many streams that do not begin with a page are tried. After that the
// file is assumed to come from a parallel compressor, which cuts anywhere.
const maxTries = 16

// findStream returns the offset of the first bzip2 stream at or after from whose text
// begins with a page, or -1.
func findStream(f io.ReaderAt, from int64) (int64, error) {
	tries := 0
	at, err := search(f, from, []byte("BZh"), func(at int64, head []byte) (int, bool) {
		if len(head) < 10 || head[3] < '1' || head[3] > '9' || string(head[4:10]) != blockMagic || tries == maxTries {
			return 0, false
		}
		tries++
		return 0, beginsPage(bzip2.NewReader(io.NewSectionReader(f, at, maxBlock)))
	})
	return at, err
}

// beginsPage reports whether a text begins with a page.
func beginsPage(r io.Reader) bool {
	head := make([]byte, 256)
	n, _ := io.ReadFull(r, head)
	head = bytes.TrimLeft(head[:n], " \t\r\n")
	return bytes.HasPrefix(head, []byte("<page>")) || bytes.HasPrefix(head, []byte("<page "))
}

// search looks for mark in a file from an offset on. It calls accept for each
// occurrence, with the text there: at least 256 bytes unless the file ends. It returns
// the offset of the first that is accepted, plus the number that accept returns, or -1.
func search(f io.ReaderAt, from int64, mark []byte, accept func(at int64, text []byte) (int, bool)) (int64, error) {
	const ahead = 256
	buf := make([]byte, fileBuffer+ahead)
	for {
		n, err := f.ReadAt(buf, from)
		if err != nil && err != io.EOF {
			return 0, err
		}
		text, last := buf[:n], err == io.EOF
		for i := 0; ; i++ {
			j := bytes.Index(text[i:], mark)
			if j < 0 || i+j >= fileBuffer && !last {
				break
			}
			i += j
			if more, ok := accept(from+int64(i), text[i:]); ok {
				return from + int64(i+more), nil
			}
		}
		if last {
			return -1, nil
		}
		from += fileBuffer
	}
}

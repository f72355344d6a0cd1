package dump

import (
	"bufio"
	"context"
	"errors"
	"io"
	"iter"
	"math/bits"

	"github.com/tidywiki/tidywiki/internal/ordered"
)

// A bunzipper decodes the blocks of bzip2 streams in parallel and returns their bytes
// in order. It holds at most two blocks of 900 kB per worker. If the data is cut off or
// damaged, it returns all complete blocks before the error, so that the result does not
// depend on the number of workers.
type bunzipper struct {
	blocks *ordered.Results[unzipped]

	text []byte // the rest of the current block
	sum  uint32 // checksum of the blocks of the stream so far
	err  error
}

// An unzipped block, or the error instead of one.
type unzipped struct {
	block *bzipBlock // nil after the last block
	text  []byte
	crc   uint32
	err   error
}

func newBunzipper(ctx context.Context, r io.Reader, workers int) *bunzipper {
	split := func(context.Context) iter.Seq2[*bzipBlock, error] {
		s := bzipSplitter{r: bufio.NewReader(r)}
		return func(yield func(*bzipBlock, error) bool) {
			for {
				block, err := s.next()
				if !yield(&block, err) || err != nil {
					return
				}
			}
		}
	}
	unzip := func(_ context.Context, b *bzipBlock) (unzipped, error) {
		text, crc, err := b.unzip()
		return unzipped{b, text, crc, err}, nil
	}
	return &bunzipper{blocks: ordered.Start(ctx, workers, workers, split, unzip)}
}

func (b *bunzipper) Read(p []byte) (int, error) {
	for len(b.text) == 0 {
		if b.err != nil {
			return 0, b.err
		}
		b.err = b.advance()
	}
	n := copy(p, b.text)
	b.text = b.text[n:]
	return n, nil
}

// advance moves to the next block. It may set text and return an error: the text is
// read first.
func (b *bunzipper) advance() error {
	u := b.next()
	if u.err != nil && u.block != nil && !u.block.last {
		if next := b.next(); next.block != nil {
			both := u.block.joined(next.block)
			if text, crc, err := both.unzip(); err == nil {
				u = unzipped{both, text, crc, nil}
			}
		}
	}
	if u.err != nil {
		return u.err
	}
	b.text = u.text
	b.sum = bits.RotateLeft32(b.sum, 1) ^ u.crc
	if u.block.last {
		if b.sum != u.block.sum {
			return errors.New("the checksum of a stream is wrong")
		}
		b.sum = 0
	}
	return nil
}

// next waits for the next block.
func (b *bunzipper) next() unzipped {
	u, err := b.blocks.Next()
	if err != nil {
		return unzipped{err: err}
	}
	return u
}

// Close stops all goroutines and waits for them.
func (b *bunzipper) Close() error {
	b.blocks.Close()
	return nil
}

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

// A bunzipper decodes the blocks of bzip2 streams in parallel and gives their bytes in
// order. At most two blocks of 900 kB a worker are held. Where the data ends too early
// or is damaged, all that is whole before is given first: what is read does not depend
// on the number of workers.
type bunzipper struct {
	blocks *ordered.Results[unzipped]

	text []byte // of the block that is being read
	sum  uint32 // of the blocks of its stream up to it
	err  error
}

// An unzipped block, or the error instead of one.
type unzipped struct {
	block *bzipBlock // nil behind the last
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

// advance takes the next block. An error comes once its text has been read.
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

// Close ends the reading. All goroutines have ended when it returns.
func (b *bunzipper) Close() error {
	b.blocks.Close()
	return nil
}

package dump

import (
	"bufio"
	"context"
	"errors"
	"io"
	"math/bits"
	"sync"
)

// A bunzipper decodes the blocks of bzip2 streams in parallel and gives their bytes in
// order. At most two blocks of 900 kB a worker are held. Where the data ends too early
// or is damaged, all that is whole before is given first: what is read does not depend
// on the number of workers.
type bunzipper struct {
	ctx     context.Context
	stop    context.CancelFunc
	results chan chan unzipped
	running sync.WaitGroup

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
	ctx, stop := context.WithCancel(ctx)
	b := &bunzipper{ctx: ctx, stop: stop, results: make(chan chan unzipped, workers)}
	type job struct {
		block  *bzipBlock
		result chan unzipped
	}
	jobs := make(chan job)
	for range workers {
		b.running.Go(func() {
			for j := range jobs {
				text, crc, err := j.block.unzip()
				j.result <- unzipped{j.block, text, crc, err}
			}
		})
	}
	b.running.Go(func() {
		defer close(jobs)
		s := bzipSplitter{r: bufio.NewReader(r)}
		for {
			block, err := s.next()
			result := make(chan unzipped, 1)
			select {
			case b.results <- result:
			case <-ctx.Done():
				return
			}
			if err != nil {
				result <- unzipped{err: err}
				return
			}
			select {
			case jobs <- job{&block, result}:
			case <-ctx.Done():
				return
			}
		}
	})
	return b
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
	select {
	case result := <-b.results:
		select {
		case u := <-result:
			return u
		case <-b.ctx.Done():
		}
	case <-b.ctx.Done():
	}
	return unzipped{err: b.ctx.Err()}
}

// Close ends the reading. All goroutines have ended when it returns.
func (b *bunzipper) Close() error {
	b.stop()
	b.running.Wait()
	return nil
}

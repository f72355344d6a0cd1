package dump

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/cosnicolaou/pbzip2"
)

// A bunzipper decodes the blocks of bzip2 streams in parallel and gives their
// bytes in order. At most a few blocks of 900 kB a worker are held. Where the data
// ends too early or is damaged, all that is whole before is given first: what is
// read does not depend on the number of workers.
type bunzipper struct {
	dec  *pbzip2.Decompressor
	stop context.CancelFunc
	done chan struct{}
	err  error // of the scanner, once done is closed
}

func newBunzipper(ctx context.Context, r io.Reader, workers int) *bunzipper {
	ctx, stop := context.WithCancel(ctx)
	b := &bunzipper{
		dec:  pbzip2.NewDecompressor(ctx, pbzip2.BZConcurrency(workers)),
		stop: stop, done: make(chan struct{}),
	}
	go b.feed(ctx, r)
	return b
}

// feed gives the blocks of r to the decoder.
func (b *bunzipper) feed(ctx context.Context, r io.Reader) {
	defer close(b.done)
	scanner := pbzip2.NewScanner(fullReader{r})
	for scanner.Scan(ctx) {
		if b.err = b.dec.Append(scanner.Block()); b.err != nil {
			break
		}
	}
	if b.err == nil {
		b.err = scanner.Err()
	}
	if err := b.dec.Finish(); b.err == nil {
		b.err = err
	}
}

func (b *bunzipper) Read(p []byte) (int, error) {
	n, err := b.dec.Read(p)
	if err != io.EOF || n > 0 {
		return n, err
	}
	<-b.done
	if b.err == nil {
		return 0, io.EOF
	}
	// The scanner has no errors to compare with for data that ends too early.
	if text := b.err.Error(); strings.Contains(text, "trailer") || strings.Contains(text, "header") {
		return 0, fmt.Errorf("%w: %w", io.ErrUnexpectedEOF, b.err)
	}
	return 0, b.err
}

func (b *bunzipper) Close() error {
	b.stop()
	b.dec.Cancel(context.Canceled)
	<-b.done
	return nil
}

// A fullReader fills what it is given, as the scanner expects of its reader.
type fullReader struct{ r io.Reader }

func (f fullReader) Read(p []byte) (int, error) {
	n, err := io.ReadFull(f.r, p)
	if err == io.ErrUnexpectedEOF {
		err = nil
	}
	return n, err
}

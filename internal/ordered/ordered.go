// Package ordered does work on several goroutines and gives the results in the order
// of the items.
//
//	items            work, 3 at a time       Next
//	1 2 3 4 5   ->   2 1 3 5 4          ->   1 2 3 4 5
package ordered

import (
	"context"
	"io"
	"iter"
	"sync"
)

// Results are those of the items of a sequence, in its order.
type Results[T any] struct {
	ctx     context.Context
	stop    context.CancelFunc
	queue   chan chan outcome[T]
	running sync.WaitGroup
}

type outcome[T any] struct {
	out T
	err error
}

// Start applies work to the items of a sequence, up to n at a time. At most ahead
// results wait to be taken. The sequence must end when the context it is given is
// done; its first error is its last item. The caller must close the results.
func Start[In, Out any](ctx context.Context, n, ahead int, items func(context.Context) iter.Seq2[In, error],
	work func(context.Context, In) (Out, error)) *Results[Out] {

	ctx, stop := context.WithCancel(ctx)
	r := &Results[Out]{ctx: ctx, stop: stop, queue: make(chan chan outcome[Out], ahead)}
	type job struct {
		item   In
		result chan outcome[Out]
	}
	jobs := make(chan job)
	for range n {
		r.running.Go(func() {
			for j := range jobs {
				out, err := work(ctx, j.item)
				j.result <- outcome[Out]{out, err}
			}
		})
	}
	r.running.Go(func() {
		defer close(r.queue)
		defer close(jobs)
		for item, err := range items(ctx) {
			result := make(chan outcome[Out], 1)
			select {
			case r.queue <- result:
			case <-ctx.Done():
				return
			}
			if err != nil {
				result <- outcome[Out]{err: err}
				return
			}
			select {
			case jobs <- job{item, result}:
			case <-ctx.Done():
				return
			}
		}
	})
	return r
}

// Next waits for the next result. Its error is that of the item or of its work,
// [io.EOF] after the last item, or the context's.
func (r *Results[T]) Next() (T, error) {
	var none T
	select {
	case result, open := <-r.queue:
		if !open {
			if err := r.ctx.Err(); err != nil {
				return none, err
			}
			return none, io.EOF
		}
		select {
		case o := <-result:
			return o.out, o.err
		case <-r.ctx.Done():
		}
	case <-r.ctx.Done():
	}
	return none, r.ctx.Err()
}

// Close ends the work. All goroutines have ended when it returns.
func (r *Results[T]) Close() {
	r.stop()
	r.running.Wait()
}

// Each calls done for each result, from the calling goroutine. The first error, of the
// sequence, of work, of done or of ctx, ends it; all goroutines have ended when it
// returns. At most 2n items are held between the sequence and done.
func Each[In, Out any](ctx context.Context, n int, items func(context.Context) iter.Seq2[In, error],
	work func(context.Context, In) (Out, error), done func(Out) error) error {

	r := Start(ctx, n, 2*n, items, work)
	defer r.Close()
	for {
		out, err := r.Next()
		if err == io.EOF {
			return nil
		}
		if err == nil {
			err = done(out)
		}
		if err != nil {
			return err
		}
	}
}

package pipeline

import (
	"context"
	"iter"
	"sync"
)

// inOrder applies work to the items of a sequence with up to n of them in work at
// a time, and calls done for each result in the order of the items, from the
// calling goroutine. At most 2n items are held between the two. The first error,
// of the sequence, of work, of done or of ctx, ends it; all goroutines have ended
// when it returns. The sequence must end when the context it is given is done.
func inOrder[In, Out any](ctx context.Context, n int, items func(context.Context) iter.Seq2[In, error],
	work func(context.Context, In) (Out, error), done func(Out) error) error {

	ctx, stop := context.WithCancel(ctx)
	var running sync.WaitGroup
	defer running.Wait()
	defer stop()

	type job struct {
		item   In
		result chan outcome[Out]
	}
	jobs := make(chan job)
	queue := make(chan chan outcome[Out], 2*n)
	for range n {
		running.Go(func() {
			for j := range jobs {
				out, err := work(ctx, j.item)
				j.result <- outcome[Out]{out, err}
			}
		})
	}
	running.Go(func() {
		defer close(queue)
		defer close(jobs)
		for item, err := range items(ctx) {
			result := make(chan outcome[Out], 1)
			select {
			case queue <- result:
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
	for {
		var result chan outcome[Out]
		var open bool
		select {
		case result, open = <-queue:
			if !open {
				return ctx.Err()
			}
		case <-ctx.Done():
			return ctx.Err()
		}
		select {
		case o := <-result:
			if o.err != nil {
				return o.err
			}
			if err := done(o.out); err != nil {
				return err
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

type outcome[T any] struct {
	out T
	err error
}

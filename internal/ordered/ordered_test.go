package ordered

import (
	"context"
	"errors"
	"iter"
	"runtime"
	"slices"
	"sync/atomic"
	"testing"
)

func count(n int, end error) iter.Seq2[int, error] {
	return func(yield func(int, error) bool) {
		for i := range n {
			if !yield(i, nil) {
				return
			}
		}
		if end != nil {
			yield(0, end)
		}
	}
}

// always is a sequence that takes no notice of its context.
func always(seq iter.Seq2[int, error]) func(context.Context) iter.Seq2[int, error] {
	return func(context.Context) iter.Seq2[int, error] { return seq }
}

func TestEach(t *testing.T) {
	boom := errors.New("boom")
	tests := []struct {
		name    string
		workers int
		items   iter.Seq2[int, error]
		workErr int // item at which work fails, -1 for none
		want    int // results seen
		err     error
	}{
		{"one worker", 1, count(100, nil), -1, 100, nil},
		{"many workers keep the order", 8, count(1000, nil), -1, 1000, nil},
		{"nothing", 4, count(0, nil), -1, 0, nil},
		{"work fails after its forerunners are done", 4, count(100, nil), 37, 37, boom},
		{"sequence fails after what it gave", 4, count(20, boom), -1, 20, boom},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []int
			err := Each(context.Background(), tt.workers, always(tt.items),
				func(_ context.Context, i int) (int, error) {
					if i%7 == 0 {
						runtime.Gosched()
					}
					if i == tt.workErr {
						return 0, boom
					}
					return i, nil
				},
				func(i int) error { got = append(got, i); return nil })
			if !errors.Is(err, tt.err) {
				t.Fatalf("error %v, want %v", err, tt.err)
			}
			want := make([]int, tt.want)
			for i := range want {
				want[i] = i
			}
			if !slices.Equal(got, want) {
				t.Errorf("results %v, want 0 to %d in order", got, tt.want-1)
			}
		})
	}
}

func TestEachHoldsFewItems(t *testing.T) {
	const workers = 3
	var given, done, most atomic.Int64
	items := func(yield func(int, error) bool) {
		for i := range 500 {
			if d := given.Add(1) - done.Load(); d > most.Load() {
				most.Store(d)
			}
			if !yield(i, nil) {
				return
			}
		}
	}
	err := Each(context.Background(), workers, always(items),
		func(_ context.Context, i int) (int, error) { return i, nil },
		func(int) error { done.Add(1); return nil })
	if err != nil {
		t.Fatal(err)
	}
	// 2n wait in the queue, one is with the reader, one with the writer, and one
	// is on its way out of the sequence.
	if limit := int64(2*workers + 3); most.Load() > limit {
		t.Errorf("%d items held at once, want at most %d", most.Load(), limit)
	}
}

func TestEachStopsOnCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	seen := 0
	err := Each(ctx, 4, always(count(1_000_000, nil)),
		func(_ context.Context, i int) (int, error) { return i, nil },
		func(i int) error {
			if seen++; seen == 10 {
				cancel()
			}
			return nil
		})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("error %v, want context.Canceled", err)
	}
	if seen > 100 {
		t.Errorf("%d results after the cancel", seen)
	}
}

package memory_test

import (
	"slices"
	"testing"

	"github.com/tidywiki/tidywiki/extract/internal/memory"
)

func TestBlock(t *testing.T) {
	var b memory.Block[int]
	if b.Keep(nil) != nil {
		t.Error("nothing is kept as something")
	}
	var kept [][]int
	for i := range 1000 {
		kept = append(kept, b.Keep([]int{i, i + 1}))
		*b.One(0) = -1
	}
	_ = append(kept[0], 7) // must not reach the next
	for i, s := range kept {
		if !slices.Equal(s, []int{i, i + 1}) {
			t.Fatalf("%d became %v", i, s)
		}
	}
}

func TestBlockSharesAllocations(t *testing.T) {
	values := []int{1, 2, 3}
	n := testing.AllocsPerRun(10, func() {
		var b memory.Block[int]
		for range 500 {
			b.Keep(values)
		}
	})
	if n > 20 {
		t.Errorf("%v allocations for 500 slices", n)
	}
}

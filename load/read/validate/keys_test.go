package validate

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestKeysInFile: with keys in memory or in runs in a file, the same rows are
// found, and they are those that a map finds.
func TestKeysInFile(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var mine, theirs []string
	for range 5000 {
		mine = append(mine, fmt.Sprint(r.IntN(4000)))
		theirs = append(theirs, fmt.Sprint(r.IntN(4000)))
	}
	wantTwice, wantMissing := expected(mine, theirs)
	for _, limit := range []int{50, 777, 1000, 9000, 1 << 20} {
		store := &keyStore{limit: limit}
		a, b := store.list(), store.list()
		a.repeats = true
		for i := range mine {
			if err := a.add(mine[i:i+1], i); err != nil {
				t.Fatal(err)
			}
			if err := b.add(theirs[i:i+1], i); err != nil {
				t.Fatal(err)
			}
		}
		var twice, missing []int
		if err := a.twice(func(row, first int64) {
			twice = append(twice, int(row))
			if mine[row] != mine[first] || first >= row {
				t.Fatalf("row %d does not repeat row %d", row, first)
			}
		}); err != nil {
			t.Fatal(err)
		}
		if err := a.without(b, func(row int64) { missing = append(missing, int(row)) }); err != nil {
			t.Fatal(err)
		}
		slices.Sort(twice)
		slices.Sort(missing)
		if !slices.Equal(twice, wantTwice) || !slices.Equal(missing, wantMissing) {
			t.Errorf("limit %d: %d rows twice, want %d; %d missing, want %d", limit, len(twice), len(wantTwice), len(missing), len(wantMissing))
		}
		if store.file.Used() != (limit < 10_000) {
			t.Errorf("limit %d: file %v", limit, store.file.Used())
		}
		if err := store.file.Close(); err != nil {
			t.Error(err)
		}
	}
}

func expected(mine, theirs []string) (twice, missing []int) {
	seen := map[string]bool{}
	there := map[string]bool{}
	for _, k := range theirs {
		there[k] = true
	}
	for i, k := range mine {
		if seen[k] {
			twice = append(twice, i)
		}
		seen[k] = true
		if !there[k] {
			missing = append(missing, i)
		}
	}
	return twice, missing
}

// TestKeysAreWhole: values are not run together.
func TestKeysAreWhole(t *testing.T) {
	a, _ := hashOf(nil, []string{"ab", "c"})
	b, _ := hashOf(nil, []string{"a", "bc"})
	c, _ := hashOf(nil, []string{"ab", "c"})
	if a == b || a != c {
		t.Errorf("%x %x %x", a, b, c)
	}
}

func TestFirstRows(t *testing.T) {
	var f firstRows
	for i := range 10 * MaxErrors {
		f.add(int64(10*MaxErrors - i))
	}
	if f.count != 10*MaxErrors || len(f.rows) != MaxErrors || f.rows[0] != 1 || f.rows[MaxErrors-1] != MaxErrors {
		t.Errorf("%d rows, the first %v", f.count, f.rows)
	}
}

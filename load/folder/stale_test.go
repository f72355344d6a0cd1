package folder

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestBeginClearsDeadRuns(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "out")
	write(t, stem(out)+"0123abcd"+lockExt, "")
	write(t, filepath.Join(stem(out)+"0123abcd", "data", "half.csv"), "x")
	write(t, filepath.Join(stem(out)+"4567abcd", "data", "no-lock.csv"), "x")
	write(t, stem(out)+"89ababcd"+lockExt, "")
	kept := []string{".out.tidywiki-", ".out.tidywiki-0123abcd.txt", ".out.tidywiki-letters.", ".outer.tidywiki-0123abcd", "other"}
	for _, name := range kept {
		write(t, filepath.Join(dir, name), "")
	}
	f := begin(t, out, Options{})
	f.Rollback()
	slices.Sort(kept)
	if got := names(t, dir); !slices.Equal(got, kept) {
		t.Errorf("left %v, want %v", got, kept)
	}
}

func TestBeginPutsTheOldDatasetBack(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	write(t, stem(out)+"0123abcd"+lockExt, "")
	write(t, filepath.Join(stem(out)+"0123abcd"+oldExt, "a"), "old")
	write(t, filepath.Join(stem(out)+"0123abcd", "a"), "new")
	clearStale(out)
	if got := tree(t, out)["a"]; got != "old" {
		t.Errorf("folder %v", tree(t, out))
	}
	if got := names(t, filepath.Dir(out)); !slices.Equal(got, []string{"out"}) {
		t.Errorf("left %v", got)
	}
}

func TestBeginLeavesLivingRunsAlone(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	a, b := begin(t, out, Options{}), begin(t, out, Options{Force: true})
	put(t, a, "a", "first")
	put(t, b, "a", "second")
	if err := a.Commit(); err != nil {
		t.Fatal(err)
	}
	if err := b.Commit(); err != nil {
		t.Fatal(err)
	}
	if got := tree(t, out); len(got) != 1 || got["a"] != "second" {
		t.Errorf("folder %v", got)
	}
	if got := names(t, filepath.Dir(out)); !slices.Equal(got, []string{"out"}) {
		t.Errorf("left %v", got)
	}
}

func TestALockThatWasTakenAway(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x"+lockExt)
	l, err := newLock(path)
	if err != nil {
		t.Fatal(err)
	}
	defer l.release()
	if _, dead := abandonedLock(path); dead {
		t.Error("a lock that is held counts as dead")
	}
	if err := os.Remove(path); err != nil {
		t.Skip("an open file cannot be removed here:", err)
	}
	if l.current() {
		t.Error("a lock whose file is gone counts as held")
	}
	write(t, path, "")
	if l.current() {
		t.Error("a lock whose file is another counts as held")
	}
}

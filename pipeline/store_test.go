package pipeline

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/load/folder"
	"github.com/tidywiki/tidywiki/transform/recipe"
)

// run runs the plan or fails the test.
func run(t *testing.T, plan Plan) *Report {
	t.Helper()
	report, err := Run(context.Background(), plan)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// full is the plan without anything kept, into another folder.
func full(t *testing.T, plan Plan) map[string][32]byte {
	t.Helper()
	plan.Incremental, plan.Checkpoint, plan.Resume, plan.Cache = false, false, false, ""
	plan.Out = filepath.Join(t.TempDir(), "out")
	run(t, plan)
	return hashes(t, plan.Out)
}

// edit changes some of the pages of a folder at random: texts, names, what there is.
func edit(t *testing.T, random *rand.Rand, dir string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for range 1 + random.IntN(4) {
		path := filepath.Join(dir, entries[random.IntN(len(entries))].Name())
		switch random.IntN(4) {
		case 0:
			os.Remove(path)
		case 1:
			os.Rename(path, filepath.Join(dir, fmt.Sprintf("page-%02d-moved.txt", random.IntN(60))))
		default:
			writeText(t, path, fmt.Sprintf("= Edited %d =\n| Name | Length |\n| Rhine | %d |\n", random.IntN(5), random.IntN(9999)))
		}
	}
}

func TestIncrementalEqualsFull(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	dir := variedPages(t, 40)
	plan := Plan{Sources: []string{dir}, Formats: []string{"csv", "arrow"}, Incremental: true, UnitPages: 6, Out: filepath.Join(t.TempDir(), "out")}
	if r := run(t, plan); r.Reused != 0 {
		t.Errorf("%d pages of a run before the first", r.Reused)
	}
	for round := range 8 {
		if round > 0 {
			edit(t, random, dir)
		}
		plan.Workers = 1 + round%3
		r := run(t, plan)
		if round == 0 && r.Reused != 40 || r.Reused < r.Pages-8 || r.Reused > r.Pages {
			t.Errorf("round %d: %d of %d pages were there", round, r.Reused, r.Pages)
		}
		same(t, hashes(t, plan.Out), full(t, plan))
	}
	kept, err := filepath.Glob(filepath.Join(filepath.Dir(plan.Out), ".out.tidywiki-cache", "*"))
	if err != nil || len(kept) < 5 || len(kept) > 8 {
		t.Errorf("kept: %v", kept)
	}
}

func TestIncrementalLeavesPartsThatStay(t *testing.T) {
	dir, cache := variedPages(t, 12), t.TempDir()
	plan := Plan{Sources: []string{dir}, Formats: []string{"csv"}, Cache: cache, UnitPages: 4, Out: filepath.Join(t.TempDir(), "out")}
	run(t, plan)
	before := inodes(t, cache)
	writeText(t, filepath.Join(dir, "page-05.txt"), "= Another =\n")
	if r := run(t, plan); r.Reused != 11 {
		t.Errorf("%d pages were there", r.Reused)
	}
	after := inodes(t, cache)
	stayed := 0
	for name, info := range after {
		if old, ok := before[name]; ok && os.SameFile(old, info) {
			stayed++
		}
	}
	if len(after) != 3 || stayed != 2 {
		t.Errorf("of %d parts %d stayed, want 2 of 3", len(after), stayed)
	}
}

func inodes(t *testing.T, dir string) map[string]os.FileInfo {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]os.FileInfo{}
	for _, e := range entries {
		if all[e.Name()], err = e.Info(); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// stopped runs the plan until that many pages are done.
func stopped(t *testing.T, plan Plan, pages int) error {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	plan.Progress = func(p Progress) {
		if p.Pages == pages {
			cancel()
		}
	}
	_, err := Run(ctx, plan)
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("error %v", err)
	}
	return err
}

func TestResume(t *testing.T) {
	dir := variedPages(t, 30)
	plan := Plan{Sources: []string{dir}, Formats: []string{"csv", "xlsx"}, Checkpoint: true, UnitPages: 5, Out: filepath.Join(t.TempDir(), "out")}
	want := full(t, plan)
	var kept *KeptError
	if err := stopped(t, plan, 13); !errors.As(err, &kept) || kept.Units != 2 {
		t.Errorf("error %v, want one that says that 2 units are kept", err)
	}
	again := plan
	again.Checkpoint, again.Resume, again.Workers = false, true, 1
	stopped(t, again, 22)
	r := run(t, again)
	if r.Reused != 20 {
		t.Errorf("%d pages were there, want 20", r.Reused)
	}
	same(t, hashes(t, plan.Out), want)
	if left, _ := os.ReadDir(filepath.Dir(plan.Out)); len(left) != 1 {
		t.Errorf("left beside out: %v", left)
	}
	if r := run(t, again); r.Reused != 0 {
		t.Errorf("nothing to resume, but %d pages were there", r.Reused)
	}
}

func TestResumeSeesWhatChanged(t *testing.T) {
	dir := variedPages(t, 10)
	plan := Plan{Sources: []string{dir}, Formats: []string{"csv"}, Checkpoint: true, UnitPages: 2, Out: filepath.Join(t.TempDir(), "out")}
	stopped(t, plan, 7)
	writeText(t, filepath.Join(dir, "page-01.txt"), "= Changed meanwhile =\n")
	plan.Resume = true
	if r := run(t, plan); r.Reused != 5 {
		t.Errorf("%d pages were there, want 5", r.Reused)
	}
	same(t, hashes(t, plan.Out), full(t, plan))
}

func TestResumeOfAnotherRun(t *testing.T) {
	dir := variedPages(t, 10)
	plan := Plan{Sources: []string{dir}, Formats: []string{"csv"}, Checkpoint: true, UnitPages: 2, Out: filepath.Join(t.TempDir(), "out")}
	stopped(t, plan, 7)
	other := plan
	other.Resume, other.From = true, "plain"
	var wrong *UsageError
	if _, err := Run(context.Background(), other); !errors.As(err, &wrong) || !strings.Contains(err.Error(), "input format changed") {
		t.Errorf("error %v", err)
	}
	r, err := recipe.Load([]byte("recipe: rivers\ntables:\n  rivers:\n    rows: {from: tables, columns: {river: text}}\n    fields:\n      river: string\n"), "rivers.yaml")
	if err != nil {
		t.Fatal(err)
	}
	other = plan
	other.Resume, other.Recipes = true, []*recipe.Recipe{r}
	if _, err := Run(context.Background(), other); err == nil || !strings.Contains(err.Error(), "recipe rivers is new") {
		t.Errorf("error %v", err)
	}
	if r := run(t, plan); r.Reused != 0 || len(r.Remarks) != 1 || !strings.Contains(r.Remarks[0], "was dropped") {
		t.Errorf("without resume: %d pages were there, remarks %q", r.Reused, r.Remarks)
	}
	same(t, hashes(t, plan.Out), full(t, plan))
}

func TestDamagedPartsAreNotUsed(t *testing.T) {
	dir, cache := variedPages(t, 12), t.TempDir()
	plan := Plan{Sources: []string{dir}, Formats: []string{"csv"}, Cache: cache, UnitPages: 3, Out: filepath.Join(t.TempDir(), "out")}
	run(t, plan)
	parts, err := filepath.Glob(filepath.Join(cache, "*.part"))
	if err != nil || len(parts) != 4 {
		t.Fatalf("parts %v, %v", parts, err)
	}
	data, err := os.ReadFile(parts[1])
	if err != nil {
		t.Fatal(err)
	}
	data[len(data)/2] ^= 4
	writeText(t, parts[1], string(data))
	if err := os.Truncate(parts[2], 100); err != nil {
		t.Fatal(err)
	}
	writeText(t, filepath.Join(cache, "letter.txt"), "not ours")
	r := run(t, plan)
	if r.Reused != 6 || len(r.Remarks) != 2 || !strings.Contains(r.Remarks[0], "is damaged") {
		t.Errorf("%d pages were there, remarks %q", r.Reused, r.Remarks)
	}
	same(t, hashes(t, plan.Out), full(t, plan))
	if _, err := os.Stat(filepath.Join(cache, "letter.txt")); err != nil {
		t.Error("a file that is not ours is gone")
	}
	if r := run(t, plan); r.Reused != 12 {
		t.Errorf("then %d pages were there", r.Reused)
	}
}

func TestCacheIsForOneRunAtATime(t *testing.T) {
	plan := Plan{Sources: []string{variedPages(t, 2)}, Formats: []string{"csv"}, Cache: t.TempDir(), Out: filepath.Join(t.TempDir(), "out")}
	release, err := folder.Reserve(filepath.Join(plan.Cache, "lock"))
	if err != nil {
		t.Fatal(err)
	}
	defer release()
	if _, err := Run(context.Background(), plan); !errors.Is(err, folder.ErrInUse) {
		t.Errorf("error %v", err)
	}
}

func TestLook(t *testing.T) {
	dir := variedPages(t, 6)
	plan := Plan{Sources: []string{dir}, Formats: []string{"csv"}, Incremental: true, UnitPages: 4, Out: filepath.Join(t.TempDir(), "out")}
	look := func(plan Plan) *Preview {
		t.Helper()
		p, err := Look(context.Background(), plan)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	if p := look(plan); len(p.Units) != 2 || p.Kept.WhyAll != "nothing is kept of an earlier run" {
		t.Errorf("before the first run: %v", p)
	}
	run(t, plan)
	cache := filepath.Join(filepath.Dir(plan.Out), ".out.tidywiki-cache")
	before := inodes(t, cache)
	if k := look(plan).Kept; k.WhyAll != "" || k.Unchanged != 6 || len(k.Changed)+len(k.New)+len(k.Gone) != 0 {
		t.Errorf("after it: %v", k)
	}
	writeText(t, filepath.Join(dir, "page-01.txt"), "= Changed =\n")
	writeText(t, filepath.Join(dir, "page-99.txt"), "= New =\n")
	if err := os.Remove(filepath.Join(dir, "page-03.txt")); err != nil {
		t.Fatal(err)
	}
	k := look(plan).Kept
	if got, want := fmt.Sprint(k.Unchanged, k.Changed, k.New, k.Gone), "4 [page-01.txt] [page-99.txt] [page-03.txt]"; got != want {
		t.Errorf("after edits: %s, want %s", got, want)
	}
	other := plan
	other.Limits.PageBytes = 5000
	if k := look(other).Kept; k.WhyAll != "limits changed" {
		t.Errorf("with another limit: %v", k)
	}
	plan.Incremental = false
	if p := look(plan); p.Kept != nil {
		t.Errorf("a plan that keeps nothing: %v", p.Kept)
	}
	if after := inodes(t, cache); len(after) != len(before) {
		t.Errorf("looking changed what is kept: %v, before %v", after, before)
	}
}

// TestIncrementalDump: of a dump that has changed every page is read, and those are
// converted that are not as they were. Of one that has not, nothing is.
func TestIncrementalDump(t *testing.T) {
	path := filepath.Join(t.TempDir(), "d.xml")
	dumpOf := func(lengths ...int) {
		text := "<mediawiki><siteinfo><dbname>rivers</dbname></siteinfo>\n"
		for i, n := range lengths {
			text += fmt.Sprintf("<page><title>River %d</title><ns>0</ns><revision><id>%d</id><text>{|\n! Length\n|-\n| %d\n|}</text></revision></page>\n", i, i+1, n)
		}
		writeText(t, path, text+"</mediawiki>")
	}
	plan := Plan{Sources: []string{path}, Formats: []string{"csv"}, Incremental: true, UnitBytes: 300, Out: filepath.Join(t.TempDir(), "out")}
	for _, c := range []struct {
		lengths []int
		reused  int
		read    int64
	}{
		{[]int{10, 20, 30, 40}, 0, 4},
		{[]int{10, 20, 30, 40}, 4, 4},
		{[]int{10, 25, 30, 40, 50}, 3, 5},
		{[]int{10, 25}, 2, 2},
	} {
		dumpOf(c.lengths...)
		r := run(t, plan)
		if r.Reused != c.reused || len(r.Dumps) != 1 || r.Dumps[0].Counts.Read != c.read {
			t.Errorf("%v: %d pages were there, dumps %v", c.lengths, r.Reused, r.Dumps)
		}
		same(t, hashes(t, plan.Out), full(t, plan))
	}
	plan.Incremental, plan.Checkpoint, plan.UnitBytes = false, true, 150
	dumpOf(1, 2, 3, 4, 5, 6)
	stopped(t, plan, 4)
	dumpOf(1, 2, 3, 4, 5, 7)
	plan.Resume = true
	var wrong *UsageError
	if _, err := Run(context.Background(), plan); !errors.As(err, &wrong) || !strings.Contains(err.Error(), "the dump d.xml is another one") {
		t.Errorf("resuming with another dump: error %v", err)
	}
}

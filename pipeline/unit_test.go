package pipeline

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// partsOf converts the units of a plan one by one, the last first, each from its JSON
// alone, and returns the files of their parts.
func partsOf(t *testing.T, plan Plan) []string {
	t.Helper()
	units, err := Units(plan)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	var paths []string
	for i := range slices.Backward(units) {
		data, err := json.Marshal(units[i])
		if err != nil {
			t.Fatal(err)
		}
		var u Unit
		if err := json.Unmarshal(data, &u); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(dir, fmt.Sprint(i, ".part"))
		if err := WritePart(context.Background(), Plan{Workers: 1 + i%3}, u, path); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	return paths
}

func TestUnitsJoinToTheSameBytes(t *testing.T) {
	pages := variedPages(t, 50)
	want := hashes(t, convertTo(t, Plan{Sources: []string{pages}}))
	for _, size := range []int{1, 7, 50} {
		paths := partsOf(t, Plan{Sources: []string{pages}, UnitPages: size})
		if n := (50 + size - 1) / size; len(paths) != n {
			t.Errorf("%d units of %d pages, want %d", len(paths), size, n)
		}
		out := filepath.Join(t.TempDir(), "out")
		report, err := Join(context.Background(), Plan{Out: out}, paths)
		if err != nil {
			t.Fatal(err)
		}
		if report.Pages != 50 {
			t.Errorf("%d pages", report.Pages)
		}
		same(t, hashes(t, out), want)
	}
}

// same compares the files of two datasets.
func same(t *testing.T, got, want map[string][32]byte) {
	t.Helper()
	for path, sum := range want {
		if got[path] != sum {
			t.Errorf("%s differs", path)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d files, want %d", len(got), len(want))
	}
}

func TestConvertUnitGivesTheSameBytes(t *testing.T) {
	units, err := Units(Plan{Sources: []string{variedPages(t, 20)}, UnitPages: 10})
	if err != nil {
		t.Fatal(err)
	}
	var first bytes.Buffer
	for workers := range 4 {
		var b bytes.Buffer
		if err := ConvertUnit(context.Background(), Plan{Workers: workers}, units[1], &b); err != nil {
			t.Fatal(err)
		}
		if workers == 0 {
			first = b
		} else if !bytes.Equal(first.Bytes(), b.Bytes()) {
			t.Errorf("%d workers give another part", workers)
		}
	}
}

func TestJoinRefuses(t *testing.T) {
	pages := variedPages(t, 6)
	plan := Plan{Sources: []string{pages}, UnitPages: 2}
	parts := partsOf(t, plan)
	damaged := filepath.Join(t.TempDir(), "damaged.part")
	data, err := os.ReadFile(parts[0])
	if err != nil {
		t.Fatal(err)
	}
	data[len(data)/2] ^= 1
	writeText(t, damaged, string(data))
	strict := filepath.Join(t.TempDir(), "other.part")
	units, err := Units(plan)
	if err != nil {
		t.Fatal(err)
	}
	if err := WritePart(context.Background(), Plan{From: "plain"}, units[0], strict); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name  string
		paths []string
		want  string
		usage bool
	}{
		{"none", nil, "no part given", true},
		{"one is missing", parts[1:], "unit 3 of 3 is missing", true},
		{"one twice", append(slices.Clone(parts), parts[0]), "both of unit 3", true},
		{"of another run", append(slices.Clone(parts), partsOf(t, Plan{Sources: []string{pages}})...), "name the parts of one run", true},
		{"made otherwise", append(slices.Clone(parts[:2]), strict), "input format changed", true},
		{"damaged", []string{damaged}, "convert its unit again", false},
		{"no part", []string{filepath.Join(pages, "page-00.txt")}, "not a whole part file", false},
		{"no file", []string{"none.part"}, "none.part", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "out")
			_, err := Join(context.Background(), Plan{Out: out}, c.paths)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Fatalf("error %v, want one with %q", err, c.want)
			}
			var u *UsageError
			if errors.As(err, &u) != c.usage {
				t.Errorf("error %v is wrong usage: %v", err, !c.usage)
			}
			if _, err := os.Stat(out); err == nil {
				t.Error("there is an output folder")
			}
		})
	}
}

func TestWritePartLeavesNothingHalf(t *testing.T) {
	units, err := Units(Plan{Sources: []string{variedPages(t, 20)}})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	dir := t.TempDir()
	plan := Plan{Workers: 1, Progress: func(p Progress) {
		if p.Pages == 5 {
			cancel()
		}
	}}
	if err := WritePart(ctx, plan, units[0], filepath.Join(dir, "1.part")); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 0 {
		t.Errorf("left %v", left)
	}
	err = WritePart(context.Background(), Plan{}, units[0], filepath.Join(dir, "none", "1.part"))
	if err == nil || !strings.Contains(err.Error(), "1.part") {
		t.Errorf("error %v", err)
	}
}

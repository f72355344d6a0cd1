package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"
)

// factFloors are how many facts of each kind hold at least. They only rise.
var factFloors = map[string]map[string]int{
	"facts": {"cell": 355, "column": 72, "infobox": 250, "no_table": 21, "page": 52, "prose": 30, "rows": 97, "template": 30, "totals": 8},
	"cases": {"cell": 303, "column": 25, "infobox": 62, "no_table": 2, "page": 4, "prose": 36, "rows": 22, "template": 33, "totals": 2},
}

// kindScore is a line of the scorer: "cell  291 of  361   80.6 %".
var kindScore = regexp.MustCompile(`(?m)^(\w+) +(\d+) of +(\d+) +[\d.]+ %$`)

// TestFacts converts pages that readers described without having run a converter, and
// counts how many of their facts the dataset has. The corpus brings the scorer, which
// defines when a fact holds; it needs Python.
func TestFacts(t *testing.T) {
	corpus := os.Getenv("TIDYWIKI_CORPUS")
	if corpus == "" {
		t.Skip("TIDYWIKI_CORPUS does not name the folder of independent cases")
	}
	if testing.Short() {
		t.Skip("it converts some 270 pages")
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("there is no python3")
	}
	binary := filepath.Join(t.TempDir(), "tidywiki")
	if out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	for _, folder := range []string{"facts", "cases"} {
		t.Run(folder, func(t *testing.T) {
			t.Parallel()
			out, err := exec.Command(python, filepath.Join(corpus, "tools", "score_facts.py"), binary, filepath.Join(corpus, folder), "--classes").CombinedOutput()
			if err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			t.Logf("\n%s", out)
			checkFloors(t, string(out), factFloors[folder])
		})
	}
}

func checkFloors(t *testing.T, out string, floors map[string]int) {
	seen := 0
	for _, m := range kindScore.FindAllStringSubmatch(out, -1) {
		floor, known := floors[m[1]]
		if !known {
			t.Errorf("kind %s has no floor", m[1])
		}
		seen++
		if n, err := strconv.Atoi(m[2]); err != nil || n < floor {
			t.Errorf("%s: %s facts hold, the floor is %d", m[1], m[2], floor)
		}
	}
	if seen != len(floors) {
		t.Errorf("the scorer printed %d kinds, want %d", seen, len(floors))
	}
}

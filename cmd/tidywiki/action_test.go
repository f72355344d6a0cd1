package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

// The parts of action.yml and of a workflow that these tests read.
type (
	ciStep struct {
		Name, ID, If, Shell, Uses, Run string
		Env, With                      map[string]string
	}
	ciAction struct {
		Name, Description string
		Inputs            map[string]struct {
			Description string
			Required    bool
			Default     *string
		}
		Outputs map[string]struct{ Description, Value string }
		Runs    struct {
			Using string
			Steps []ciStep
		}
	}
	ciWorkflow struct {
		Jobs map[string]struct{ Steps []ciStep }
	}
)

func readYAML(t *testing.T, file string, into any) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(data, into); err != nil {
		t.Fatal(err)
	}
	return string(data)
}

var (
	ciExpression = regexp.MustCompile(`\$\{\{(.*?)\}\}`)
	ciReference  = regexp.MustCompile(`\b(inputs|steps)\.([\w-]+)(?:\.outputs\.([\w-]+))?`)
)

// TestAction checks action.yml itself, which actionlint does not.
func TestAction(t *testing.T) {
	var a ciAction
	text := readYAML(t, "../../action.yml", &a)
	if a.Name == "" || a.Description == "" || a.Runs.Using != "composite" || len(a.Runs.Steps) < 5 {
		t.Fatalf("not a composite action: %+v", a)
	}
	used := map[string]bool{}
	outputs := map[string]string{} // what each step with an id writes
	for _, s := range a.Runs.Steps {
		if s.ID != "" {
			outputs[s.ID] = s.Run
		}
		switch {
		case s.Name == "":
			t.Errorf("a step has no name: %+v", s)
		case (s.Run == "") == (s.Uses == ""):
			t.Errorf("%s: it has to run or to use something", s.Name)
		case s.Run != "" && s.Shell != "bash":
			t.Errorf("%s: a step of an action needs its shell", s.Name)
		case ciExpression.MatchString(s.Run):
			t.Errorf("%s: an expression in a script lets an input write the script: hand it over in env", s.Name)
		case s.Uses != "" && !regexp.MustCompile(`^actions/[\w-]+@v\d+$`).MatchString(s.Uses):
			t.Errorf("%s: uses %s", s.Name, s.Uses)
		}
	}
	for _, e := range ciExpression.FindAllStringSubmatch(text, -1) {
		for _, r := range ciReference.FindAllStringSubmatch(e[1], -1) {
			if r[1] == "inputs" {
				used[r[2]] = true
				if _, ok := a.Inputs[r[2]]; !ok {
					t.Errorf("there is no input %q", r[2])
				}
			} else if !strings.Contains(outputs[r[2]], r[3]+"=") {
				t.Errorf("no step %q writes the output %q", r[2], r[3])
			}
		}
	}
	for name, in := range a.Inputs {
		if !used[name] || in.Description == "" || in.Required == (in.Default != nil) {
			t.Errorf("input %s: used %v, description %q, default %v", name, used[name], in.Description, in.Default)
		}
	}
	for name, out := range a.Outputs {
		if out.Description == "" || !ciExpression.MatchString(out.Value) {
			t.Errorf("output %s: %+v", name, out)
		}
	}
}

// TestActionIsDocumented compares its inputs and outputs with docs/ci.md.
func TestActionIsDocumented(t *testing.T) {
	var a ciAction
	readYAML(t, "../../action.yml", &a)
	doc := content("../../docs/ci.md")
	for name := range a.Inputs {
		if !strings.Contains(doc, "\n| `"+name+"` |") {
			t.Errorf("docs/ci.md has no input %s", name)
		}
	}
	for name := range a.Outputs {
		if !strings.Contains(doc, "`"+name+"`") {
			t.Errorf("docs/ci.md has no output %s", name)
		}
	}
}

// TestWorkflow checks that the inputs and outputs that the example uses exist, and that
// the docs describe it.
func TestWorkflow(t *testing.T) {
	var a ciAction
	readYAML(t, "../../action.yml", &a)
	var w ciWorkflow
	text := readYAML(t, "../../docs/ci/dataset.yml", &w)
	seen := 0
	for _, s := range w.Jobs["dataset"].Steps {
		if ciExpression.MatchString(s.Run) {
			t.Errorf("%s: an expression in a script", s.Name)
		}
		if !strings.HasPrefix(s.Uses, "tidywiki/") {
			continue
		}
		seen++
		for name := range s.With {
			if _, ok := a.Inputs[name]; !ok {
				t.Errorf("%s: the action has no input %q", s.Name, name)
			}
		}
		for _, r := range ciReference.FindAllStringSubmatch(text, -1) {
			if _, ok := a.Outputs[r[3]]; r[1] == "steps" && r[2] == s.ID && !ok {
				t.Errorf("the action has no output %q", r[3])
			}
		}
	}
	if seen != 1 {
		t.Errorf("the action is used %d times", seen)
	}
}

// gh replaces GitHub's command: the folder $RELEASES has a folder for each release, and
// the file latest has the name of the last one.
const gh = `#!/usr/bin/env bash
set -eu
case "$1 $2" in
"release list") cat "$RELEASES/latest" 2>/dev/null || true ;;
"release download")
	[ "$4" = --dir ]
	mkdir -p "$5"
	cp "$RELEASES/$3"/* "$5" ;;
"release create")
	tag=$3; shift 3; mkdir "$RELEASES/$tag"
	while [ $# -gt 0 ]; do
		case "$1" in
		--notes-file) cp "$2" "$RELEASES/notes.md"; shift 2 ;;
		--*) shift 2 ;;
		*) cp "$1" "$RELEASES/$tag"; shift ;;
		esac
	done
	echo "$tag" > "$RELEASES/latest" ;;
*) echo "gh $*: not known here" >&2; exit 1 ;;
esac
`

// TestWorkflowRuns runs the workflow of the docs as GitHub would: a first release, no
// release without a change, a second release, and a page that got worse. Only gh and the
// actions of other authors are replaced.
func TestWorkflowRuns(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds the command")
	}
	if _, err := exec.LookPath("bash"); err != nil || runtime.GOOS == "windows" {
		t.Skip("there is no bash")
	}
	var a ciAction
	readYAML(t, "../../action.yml", &a)
	var w ciWorkflow
	readYAML(t, "../../docs/ci/dataset.yml", &w)
	bin, releases := t.TempDir(), t.TempDir()
	if err := os.WriteFile(filepath.Join(bin, "gh"), []byte(gh), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("RELEASES", releases)
	t.Setenv("PATH", bin+string(os.PathListSeparator)+os.Getenv("PATH"))

	page := "= Votes =\n| Topic | For | Against | Abstain | Rate |\n| Work | 2,799 | 101 | 44 | 95.07% |\n| Reform | 2,875 | 56 | 26 | 97.23% |\n" +
		"| Plan | 2,665 | 221 | 60 | 90.46% |\n| Budget | 2,307 | 509 | 127 | 78.39% |\n| Report | 2,733 | 150 | 61 | 92.83% |\n"
	for _, tt := range []struct {
		name, page, latest string
		ok                 bool
		out                []string
	}{
		{"the first release", page, "v1.0.0\n", true, []string{"out: valid", "Votes of a year 1.0.0"}},
		{"nothing changed", page, "v1.0.0\n", true, []string{"None: all tables are the same"}},
		{"a row more", page + "| Court | 2,218 | 605 | 120 | 75.37% |\n", "v1.1.0\n", true, []string{"Votes of a year 1.1.0, changes since 1.0.0: minor", "## Changes of the data"}},
		{"a rate that is wrong", page + "| Court | 2,218 | 605 | 120 | 35.37% |\n", "v1.1.0\n", false, []string{"::error title=tidywiki::", "1 error rate\\_mismatch appeared"}},
	} {
		dir := t.TempDir()
		if err := os.MkdirAll(filepath.Join(dir, "pages"), 0o755); err != nil {
			t.Fatal(err)
		}
		for name, text := range map[string]string{"pages/votes.txt": tt.page, "dataset.yaml": "name: votes\ntitle: Votes of a year\n"} {
			if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(name)), []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		commit := exec.Command("sh", "-c", "git init -q && git add . && git -c user.name=a -c user.email=a@example.org commit -qm pages")
		commit.Dir = dir
		commit.Env = append(os.Environ(), "GIT_COMMITTER_DATE=2024-05-06T07:08:09Z")
		if out, err := commit.CombinedOutput(); err != nil {
			t.Skipf("there is no git: %v\n%s", err, out)
		}
		r := newRunner(t, dir)
		ok := !slices.ContainsFunc(w.Jobs["dataset"].Steps, func(s ciStep) bool {
			if strings.HasPrefix(s.Uses, "tidywiki/") {
				return !r.action(&a, s)
			}
			return !r.step(s)
		})
		out := r.out.String()
		if ok != tt.ok {
			t.Fatalf("%s: success %v:\n%s", tt.name, ok, out)
		}
		for _, want := range tt.out {
			if !strings.Contains(out, want) {
				t.Errorf("%s: no %q in\n%s", tt.name, want, out)
			}
		}
		if latest := content(filepath.Join(releases, "latest")); latest != tt.latest {
			t.Errorf("%s: the latest release is %q", tt.name, latest)
		}
	}
	if sums := content(filepath.Join(releases, "v1.1.0", "SHA256SUMS")); !strings.Contains(sums, "votes-1.1.0.tar.gz") {
		t.Errorf("checksums:\n%s", sums)
	}
	if notes := content(filepath.Join(releases, "notes.md")); !strings.Contains(notes, "# Votes of a year 1.1.0") {
		t.Errorf("notes:\n%s", notes)
	}
}

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/expr-lang/expr"
)

// A runner runs the scripts of steps as GitHub's does, in one folder.
type runner struct {
	t       *testing.T
	dir     string
	context map[string]any // what expressions see; hyphens of names are underscores
	path    string
	out     strings.Builder
}

func newRunner(t *testing.T, dir string) *runner {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	temp := t.TempDir()
	return &runner{t: t, dir: dir, path: os.Getenv("PATH"), context: map[string]any{
		"github": map[string]any{"action_path": root, "token": "none", "event_name": "push", "ref": "refs/heads/main"},
		"runner": map[string]any{"temp": temp}, "steps": map[string]any{}, "inputs": map[string]any{},
		"cancelled": func() bool { return false }}}
}

var hyphen = regexp.MustCompile(`([a-z])-([a-z])`)

func (r *runner) value(expression string) any {
	r.t.Helper()
	quoted := regexp.MustCompile(`'[^']*'`)
	names := hyphen.ReplaceAllString(quoted.ReplaceAllString(expression, `''`), "${1}_$2")
	for _, q := range quoted.FindAllString(expression, -1) {
		names = strings.Replace(names, "''", strings.ReplaceAll(q, "'", `"`), 1)
	}
	// An output that no step wrote is empty.
	names = regexp.MustCompile(`(steps\.\w+)\.outputs\.(\w+)`).ReplaceAllString(names, `($1?.$2 ?? "")`)
	if strings.Contains(names, `|| "`) { // of texts, the first that is not empty
		left, right, _ := strings.Cut(names, "||")
		names = fmt.Sprintf(`%s != "" ? %s : %s`, left, left, right)
	}
	v, err := expr.Eval(names, r.context)
	if err != nil {
		r.t.Fatalf("%s: %v", expression, err)
	}
	return v
}

func (r *runner) expand(text string) string {
	return ciExpression.ReplaceAllStringFunc(text, func(e string) string {
		return fmt.Sprint(r.value(ciExpression.FindStringSubmatch(e)[1]))
	})
}

// step runs a step and reports whether it succeeded. It skips a step that uses another
// action.
func (r *runner) step(s ciStep) bool {
	r.t.Helper()
	if condition := ciExpression.FindStringSubmatch(s.If); s.Run == "" || condition != nil && r.value(condition[1]) != true {
		return true
	}
	temp := r.context["runner"].(map[string]any)["temp"].(string)
	files := map[string]string{}
	cmd := exec.Command("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", s.Run)
	cmd.Dir = r.dir
	cmd.Env = append(os.Environ(), "PATH="+r.path, "RUNNER_TEMP="+temp, "GITHUB_SHA=0123456789", "GITHUB_WORKSPACE="+r.dir)
	for _, name := range []string{"GITHUB_OUTPUT", "GITHUB_PATH", "GITHUB_STEP_SUMMARY"} {
		files[name] = filepath.Join(r.t.TempDir(), name)
		cmd.Env = append(cmd.Env, name+"="+files[name])
	}
	for name, value := range s.Env {
		cmd.Env = append(cmd.Env, name+"="+r.expand(value))
	}
	out, err := cmd.CombinedOutput()
	fmt.Fprintf(&r.out, "== %s\n%s", s.Name, out)
	summary, _ := os.ReadFile(files["GITHUB_STEP_SUMMARY"])
	r.out.Write(summary)
	outputs := map[string]any{}
	for line := range strings.Lines(content(files["GITHUB_OUTPUT"])) {
		name, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "=")
		outputs[strings.ReplaceAll(name, "-", "_")] = value
	}
	if s.ID != "" {
		r.context["steps"].(map[string]any)[s.ID] = outputs
	}
	for line := range strings.Lines(content(files["GITHUB_PATH"])) {
		r.path = strings.TrimSpace(line) + string(os.PathListSeparator) + r.path
	}
	return err == nil
}

// content returns the content of a file, or "" if it does not exist.
func content(file string) string {
	data, _ := os.ReadFile(file)
	return string(data)
}

// action runs the action with the inputs of a step and returns its outputs.
func (r *runner) action(a *ciAction, s ciStep) bool {
	r.t.Helper()
	inner := &runner{t: r.t, dir: r.dir, path: r.path, context: map[string]any{"github": r.context["github"], "runner": r.context["runner"],
		"cancelled": r.context["cancelled"], "steps": map[string]any{}}}
	inputs := map[string]any{}
	for name, in := range a.Inputs {
		value := ""
		if in.Default != nil {
			value = *in.Default
		}
		if given, ok := s.With[name]; ok {
			value = r.expand(given)
		}
		inputs[strings.ReplaceAll(name, "-", "_")] = value
	}
	inner.context["inputs"] = inputs
	ok := !slices.ContainsFunc(a.Runs.Steps, func(s ciStep) bool { return !inner.step(s) })
	outputs := map[string]any{}
	for name, out := range a.Outputs {
		outputs[strings.ReplaceAll(name, "-", "_")] = inner.expand(out.Value)
	}
	r.context["steps"].(map[string]any)[s.ID] = outputs
	r.out.WriteString(inner.out.String())
	return ok
}

package pipeline

import (
	"bytes"
	"encoding/csv"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// notebooksVar names testdata/notebooks after its setup.
const notebooksVar = "TIDYWIKI_NOTEBOOKS"

// notebookTools are the folder of the tools, and a dataset of the seed page.
func notebookTools(t *testing.T) (tools, dataset string) {
	t.Helper()
	tools = os.Getenv(notebooksVar)
	if tools == "" {
		t.Skipf("%s is not set: no notebooks (testdata/notebooks/setup installs what they need)", notebooksVar)
	}
	if testing.Short() {
		t.Skip("other programs are run")
	}
	return tools, convertTo(t, Plan{Sources: []string{"../testdata/pages/first-session-12th-npc.txt"}, Formats: OutputNames()})
}

// debianPython is the Python that Debian's packages are for.
const debianPython = "/usr/bin/python3"

// printed runs a program in a folder and returns what it prints.
func printed(t *testing.T, dir, input, name string, args ...string) string {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	cmd.Stdin = strings.NewReader(input)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s\n%s", name, err, out, &stderr)
	}
	return string(out)
}

func TestNotebook(t *testing.T) {
	tools, dataset := notebookTools(t)
	notebook, err := filepath.Abs("../docs/notebooks/votes.ipynb")
	if err != nil {
		t.Fatal(err)
	}
	out := printed(t, ".", "", debianPython, filepath.Join(tools, "execute.py"), notebook, dataset)
	if !regexp.MustCompile(`(?m)^9 cells, 0 otherwise$`).MatchString(out) {
		t.Errorf("%s\nif this is meant, store it anew: testdata/notebooks/execute.py --update", out)
	}
}

// TestNotebookSnippets runs each block of docs/notebooks/README.md that has what it
// prints behind it.
func TestNotebookSnippets(t *testing.T) {
	tools, dataset := notebookTools(t)
	data, err := os.ReadFile("../docs/notebooks/README.md")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]int{}
	blocks := codeBlocks(string(data))
	for i, b := range blocks {
		if b.language == "text" || i+1 == len(blocks) || blocks[i+1].language != "text" {
			continue
		}
		language, code, want := b.language, b.code, blocks[i+1].code
		seen[language]++
		t.Run(language, func(t *testing.T) {
			if diff := cmp.Diff(trimmed(want), trimmed(snippet(t, tools, dataset, language, code))); diff != "" {
				t.Errorf("%s", diff)
			}
		})
	}
	if seen["sql"] < 3 || seen["r"] != 1 || seen["js"] != 1 || seen["excel"] != 1 {
		t.Errorf("snippets found: %v", seen)
	}
}

type codeBlock struct{ language, code string }

// codeBlocks are the fenced blocks of Markdown.
func codeBlocks(text string) []codeBlock {
	var blocks []codeBlock
	inside := false
	for line := range strings.Lines(text) {
		fence, isFence := strings.CutPrefix(strings.TrimSpace(line), "```")
		switch {
		case isFence && !inside:
			blocks = append(blocks, codeBlock{language: fence})
			inside = true
		case isFence:
			inside = false
		case inside:
			blocks[len(blocks)-1].code += line
		}
	}
	return blocks
}

// trimmed has no spaces at the ends of lines.
func trimmed(text string) string {
	return strings.TrimSpace(regexp.MustCompile(`(?m) +$`).ReplaceAllString(text, ""))
}

// snippet runs code in the folder of the dataset, a copy of which it may write to.
func snippet(t *testing.T, tools, dataset, language, code string) string {
	t.Helper()
	switch language {
	case "sql":
		return queried(t, dataset, code)
	case "r":
		dir := t.TempDir() // Rplots.pdf is made here
		if err := os.Symlink(filepath.Join(dataset, "data"), filepath.Join(dir, "data")); err != nil {
			t.Fatal(err)
		}
		return printed(t, dir, code, "R", "--vanilla", "--no-echo")
	case "js":
		if _, err := os.Stat(filepath.Join(tools, "node_modules")); err != nil {
			t.Skip("polars is not installed: setup does so on Linux, x86-64")
		}
		script := filepath.Join(tools, "node_modules", "snippet.mjs")
		if err := os.WriteFile(script, []byte(code), 0o644); err != nil {
			t.Fatal(err)
		}
		defer os.Remove(script)
		return printed(t, dataset, "", "node", script)
	case "excel":
		return printed(t, dataset, code, debianPython, filepath.Join(tools, "formulas.py"), filepath.Join(dataset, "data", "dataset.xlsx"))
	}
	t.Fatalf("nothing runs %s", language)
	return ""
}

// queried is the answer of DuckDB, as CSV.
func queried(t *testing.T, dataset, query string) string {
	t.Helper()
	t.Chdir(dataset)
	answer := queryDuckDB(t, query)
	var buf bytes.Buffer
	w := csv.NewWriter(&buf)
	w.WriteAll(append([][]string{answer.header}, answer.rows...))
	return buf.String()
}

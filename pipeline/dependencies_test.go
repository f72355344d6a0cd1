package pipeline

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestDependenciesHaveTheirReason compares the modules that go.mod requires
// directly with docs/dependencies.md, both ways.
func TestDependenciesHaveTheirReason(t *testing.T) {
	mod, err := os.ReadFile("../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := os.ReadFile("../docs/dependencies.md")
	if err != nil {
		t.Fatal(err)
	}
	required := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^\t(\S+) v\S+$`).FindAllStringSubmatch(string(mod), -1) {
		required[m[1]] = true
	}
	if len(required) < 10 {
		t.Fatalf("only %d modules found in go.mod: the test reads the wrong lines", len(required))
	}
	for module := range required {
		if !strings.Contains(string(doc), "`"+module+"`") {
			t.Errorf("%s is not in docs/dependencies.md", module)
		}
	}
	for _, m := range regexp.MustCompile("`((?:github\\.com|golang\\.org|gopkg\\.in)/[^`]+)`").FindAllStringSubmatch(string(doc), -1) {
		if !required[m[1]] {
			t.Errorf("docs/dependencies.md names %s, which go.mod does not require", m[1])
		}
	}
}

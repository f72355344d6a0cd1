package validate

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// TestDocs: docs/validation.md explains each type of error in the words of Types.
func TestDocs(t *testing.T) {
	text, err := os.ReadFile("../../../docs/validation.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, typ := range Types {
		if line := fmt.Sprintf("| `%s` | %s |\n", typ.Type, typ.Meaning); !strings.Contains(string(text), line) {
			t.Errorf("docs/validation.md lacks the line %s", line)
		}
	}
}

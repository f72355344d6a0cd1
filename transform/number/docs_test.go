package number

import (
	"os"
	"strings"
	"testing"
)

// docRows returns the rows of the tables under a heading of docs/types.md, without
// the headings of the tables.
func docRows(t *testing.T, heading string) (rows [][]string) {
	t.Helper()
	text, err := os.ReadFile("../../docs/types.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, ok := strings.Cut(string(text), "\n"+heading+"\n")
	if !ok {
		t.Fatalf("no heading %q", heading)
	}
	section, _, _ = strings.Cut(section, "\n#")
	for line := range strings.Lines(section) {
		if strings.HasPrefix(line, "| `") {
			cells := strings.Split(strings.Trim(line, "| \n"), " | ")
			cells[0] = strings.Trim(cells[0], "`")
			rows = append(rows, cells)
		}
	}
	if len(rows) == 0 {
		t.Fatalf("no rows under %q", heading)
	}
	return rows
}

func TestDocs(t *testing.T) {
	for _, heading := range []string{"## Numbers", "### Percentages and points", "### Ordinals and numbered things",
		"### Ranges, bounds, uncertainty", "### Money", "### Units and rates"} {
		for _, row := range docRows(t, heading) {
			v, ok := Parse(row[0], nil)
			if got := Format(v); !ok || got != row[1] || v.Rule != row[2] {
				t.Errorf("docs/types.md: %q is %q by %s, not %q by %s", row[0], got, v.Rule, row[1], row[2])
			}
		}
	}
	for _, row := range docRows(t, "### Not numbers") {
		if v, ok := Parse(row[0], nil); ok {
			t.Errorf("docs/types.md: %q is %q", row[0], Format(v))
		}
	}
}

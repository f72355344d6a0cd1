package date

import (
	"os"
	"strings"
	"testing"
)

// docRows returns the rows of the table under a heading of docs/types.md, without
// the heading of the table.
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
	for _, row := range docRows(t, "## Dates") {
		if v, ok := Parse(row[0], nil); !ok || v.EDTF != row[1] || v.Rule != row[2] {
			t.Errorf("docs/types.md: %q is %q by %s, not %q by %s", row[0], v.EDTF, v.Rule, row[1], row[2])
		}
	}
	for _, row := range docRows(t, "### Not dates") {
		if v, ok := Parse(row[0], nil); ok {
			t.Errorf("docs/types.md: %q is %q", row[0], v.EDTF)
		}
	}
	for _, row := range docRows(t, "## Durations") {
		if d, ok := ParseDuration(row[0], nil); !ok || d.ISO != row[1] || d.Rule != row[2] {
			t.Errorf("docs/types.md: %q is %q by %s, not %q by %s", row[0], d.ISO, d.Rule, row[1], row[2])
		}
	}
	for _, row := range docRows(t, "### Not durations") {
		if d, ok := ParseDuration(row[0], nil); ok {
			t.Errorf("docs/types.md: %q is %s", row[0], d.ISO)
		}
	}
}

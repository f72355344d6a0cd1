package pipeline

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// recipeTables are those that the seed page has in whatever markup it is written.
var recipeTables = []string{"elections", "contests", "resolutions", "officeholders", "events", "sessions", "changes", "quantities"}

// TestSeedAsWikitext holds the seed page as MediaWiki markup against the plain
// one: the tables of its recipe are the same but for the lines. The file is named
// as the page is: markup does not say its title. In the second file the spans put
// the write-in votes under another contest, as that file has it.
func TestSeedAsWikitext(t *testing.T) {
	dir := os.Getenv("TIDYWIKI_CORPUS")
	if dir == "" {
		t.Skip("TIDYWIKI_CORPUS is not set: the reconstructed pages are not at hand")
	}
	want := convertTo(t, Plan{Sources: []string{"../testdata/pages/first-session-12th-npc.txt"}, Formats: []string{"csv"}})
	for _, c := range []struct {
		file string
		// contests says that what tells contests apart is the same, too.
		contests bool
	}{{"reconstructed.wiki", true}, {"reconstructed-rowspan.wiki", false}} {
		t.Run(c.file, func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join(dir, "seed", c.file))
			if err != nil {
				t.Fatal(err)
			}
			page := filepath.Join(t.TempDir(), "First session of the 12th National People's Congress.wiki")
			if err := os.WriteFile(page, data, 0o600); err != nil {
				t.Fatal(err)
			}
			got := convertTo(t, Plan{Sources: []string{page}, Formats: []string{"csv"}})
			for _, table := range recipeTables {
				if table == "contests" && !c.contests {
					continue
				}
				if diff := cmp.Diff(unplaced(t, want, table, c.contests), unplaced(t, got, table, c.contests)); diff != "" {
					t.Errorf("%s: plain (-) and wikitext (+):\n%s", table, diff)
				}
			}
		})
	}
}

// unplaced reads a table of a dataset without what depends on the markup: lines,
// the rows of infoboxes, and unless asked for, the contests, which then do not
// order the rows either.
func unplaced(t *testing.T, out, table string, contests bool) []string {
	t.Helper()
	// A picture as the value of an infobox is the name of its file; only the plain page
	// has the width as a text.
	drop := []string{"line", "quantity", "ordinal", "image_width"}
	if !contests {
		drop = append(drop, "contest", "office", "elected")
	}
	var rows []string
	for _, r := range readCSV(t, filepath.Join(out, "data", table+".csv")) {
		switch r["where"] {
		case "cell", "infobox": // their numbers are those of rows, which differ
			continue
		case "section":
			if r["section"] == "0" { // the title, which only the plain page says
				continue
			}
		}
		var fields []string
		for _, name := range slices.Sorted(maps.Keys(r)) {
			if !slices.Contains(drop, name) {
				fields = append(fields, name+"="+r[name])
			}
		}
		rows = append(rows, strings.Join(fields, " "))
	}
	if !contests {
		slices.Sort(rows)
	}
	if len(rows) == 0 {
		t.Errorf("%s: no rows", table)
	}
	return rows
}

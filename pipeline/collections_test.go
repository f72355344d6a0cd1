package pipeline

import (
	"context"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/load/read/validate"
)

// seasons writes two hundred pages of one kind and returns their folder: one has a renamed
// header, four have one column more, one says something else, one has no table.
func seasons(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	for i := range 200 {
		headers := []string{"Club", "Played", "Won", "Points"}
		if i == 77 {
			headers[0] = "Team"
		}
		if i%50 == 3 {
			headers = append(headers, "Attendance")
		}
		var rows strings.Builder
		for k, club := range []string{"Reds", "Blues", "Greens", "Whites"} {
			row := []string{club, "6", fmt.Sprint((i + k) % 7), fmt.Sprint(3 * ((i + k) % 7))}
			if i == 99 && k == 2 {
				row[3] = "12 or 13"
			}
			if len(headers) == 5 {
				row = append(row, fmt.Sprintf("1,%03d", i*k))
			}
			fmt.Fprintf(&rows, "|-\n| %s\n", strings.Join(row, " || "))
		}
		text := fmt.Sprintf("The season.\n\n== Table ==\n{| class=wikitable\n|+ %d results\n! %s\n%s|}\n", 1800+i, strings.Join(headers, " !! "), &rows)
		if i == 150 {
			text = "The season was a cup.\n\n{| class=wikitable\n! Round !! Winner\n|-\n| Final || Reds\n|}\n"
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("Valley league %d.wiki", 1800+i)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func rowsOfCSV(t *testing.T, path string) [][]string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestSeasonsAreOneCollection(t *testing.T) {
	plan := Plan{Sources: []string{seasons(t)}, Workers: 1, UnitPages: 70, Formats: []string{"csv", "parquet"}}
	out := convertTo(t, plan)
	rows := rowsOfCSV(t, filepath.Join(out, "data/collections/results.csv"))
	want := "page_id,page_title,table,section,caption,year,club,team,played,won,points,points_value,attendance,line"
	if got := strings.Join(rows[0], ","); got != want {
		t.Errorf("columns %s, want %s", got, want)
	}
	if len(rows) != 1+199*4 {
		t.Errorf("%d rows", len(rows)-1)
	}
	if !slices.IsSortedFunc(rows[1:], func(a, b []string) int { return strings.Compare(a[0], b[0]) }) {
		t.Error("the rows are not in the order of the pages")
	}
	if listed := rowsOfCSV(t, filepath.Join(out, "data/collections.csv")); len(listed) != 1+199 {
		t.Errorf("%d tables in collections", len(listed)-1)
	}
	var found []string
	for _, r := range rowsOfCSV(t, filepath.Join(out, "data/findings.csv")) {
		if strings.HasPrefix(r[3], "collection_") {
			found = append(found, fmt.Sprint(r[0], " ", r[2], " ", r[3], " ", r[8], " ", r[9], "/", r[10]))
		}
	}
	wantFound := []string{
		"valley-league-1803 info collection_match results attendance/",
		"valley-league-1853 info collection_match results attendance/",
		"valley-league-1877 warning collection_match results team/club",
		"valley-league-1899 warning collection_type points string/integer",
		"valley-league-1903 info collection_match results attendance/",
		"valley-league-1950 warning collection_no_table results /",
		"valley-league-1953 info collection_match results attendance/",
	}
	if !slices.Equal(found, wantFound) {
		t.Errorf("findings\n%s", strings.Join(found, "\n"))
	}
	report, err := validate.Folder(t.Context(), out)
	if err != nil || !report.Valid {
		t.Errorf("validate: %v, %v", report, err)
	}

	hash := hashes(t, out)
	plan.Workers = 2
	same(t, hashes(t, convertTo(t, plan)), hash)
	paths := partsOf(t, plan)
	if len(paths) != 3 {
		t.Fatalf("%d units", len(paths))
	}
	joined := filepath.Join(t.TempDir(), "out")
	if _, err := Join(context.Background(), Plan{Out: joined, Formats: plan.Formats}, paths); err != nil {
		t.Fatal(err)
	}
	same(t, hashes(t, joined), hash)
}

package recipe

import (
	"encoding/csv"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/transform/page"
)

func seed(t testing.TB) *page.Page {
	t.Helper()
	page, err := os.ReadFile("../../testdata/pages/first-session-12th-npc.txt")
	if err != nil {
		t.Fatal(err)
	}
	return convert(t, string(page), Builtin()...)
}

// gold reads a table of the corpus, each row as a map from column to value.
func gold(t *testing.T, name string) []map[string]string {
	t.Helper()
	corpus := os.Getenv("TIDYWIKI_CORPUS")
	if corpus == "" {
		t.Skip("TIDYWIKI_CORPUS is not set: the gold tables are not at hand")
	}
	f, err := os.Open(filepath.Join(corpus, "seed", "gold", name+".csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, r := range records[1:] {
		row := map[string]string{}
		for i, column := range records[0] {
			row[column] = r[i]
		}
		rows = append(rows, row)
	}
	return rows
}

// TestSeedAgreesWithGold compares every column that the gold tables and the recipe's tables
// have in common, even under another name.
func TestSeedAgreesWithGold(t *testing.T) {
	for _, c := range []struct {
		table, gold string
		names       map[string]string // ours -> the gold's
	}{
		{"sessions", "document", nil},
		{"elections", "elections", map[string]string{"total": "row_total", "line": "source_line"}},
		{"contests", "contests", nil},
		{"resolutions", "resolutions", map[string]string{"rate": "rate_exact", "line": "source_line"}},
		{"officeholders", "officeholders", map[string]string{"image_width": "image_width_px", "line": "name_line"}},
		{"events", "events", map[string]string{"text": "span_text", "line": "source_line"}},
	} {
		t.Run(c.table, func(t *testing.T) {
			want := gold(t, c.gold)
			got := seed(t).Table(c.table)
			if got.NumRows() != len(want) {
				t.Fatalf("%d rows, want %d", got.NumRows(), len(want))
			}
			compared := 0
			for i := range got.Schema.Fields {
				name := got.Schema.Fields[i].Name
				theirs := name
				if other := c.names[name]; other != "" {
					theirs = other
				}
				for row := range want {
					value, ok := want[row][theirs]
					if !ok {
						break
					}
					compared++
					if v := show(got.ColumnAt(i), row); v != value && (v != "~" || value != "") && !sameNumber(v, value) {
						t.Errorf("row %d, %s: %q, want %q", row+1, name, v, value)
					}
				}
			}
			if compared < 6*len(want) {
				t.Errorf("only %d values compared", compared)
			}
		})
	}
}

func sameNumber(a, b string) bool {
	x, ok1 := new(big.Rat).SetString(a)
	y, ok2 := new(big.Rat).SetString(b)
	return ok1 && ok2 && x.Cmp(y) == 0
}

// TestSeedDelta pins the sign: the computed rate minus the published one.
func TestSeedDelta(t *testing.T) {
	delta := seed(t).Table("resolutions").Column("delta")
	for row, want := range []float64{0, 0, 0, 0, 0, 0, 2.67} {
		if got := delta.Value(row); got != want {
			t.Errorf("row %d: %v, want %v", row+1, got, want)
		}
	}
}

func TestSeedLabels(t *testing.T) {
	want := gold(t, "infobox")
	box := seed(t).Table("infobox")
	for row := range want {
		if got := box.Column("label").Str(row); got != want[row]["key"] {
			t.Errorf("%s is labelled %q, want %q", box.Column("key").Str(row), got, want[row]["key"])
		}
	}
}

func TestSeedFindings(t *testing.T) {
	d := seed(t)
	want := `20 warning misplaced_key Cheterm: before Che (25) -> after Cheimage (26)
24 warning misplaced_key Pzeterm: after Pmeterm (23) -> after Pzeimage (19)
60 error check_failed write_ins_exceed_against: 6 -> <=1`
	lines := strings.Split(strings.TrimSpace(dumpNotes(d.Notes)), "\n")
	for w := range strings.SplitSeq(want, "\n") {
		found := false
		for _, l := range lines {
			found = found || l == w
		}
		if !found {
			t.Errorf("no finding %s", w)
		}
	}
	if len(lines) != 3 {
		t.Errorf("%d findings, want 3:\n%s", len(lines), strings.Join(lines, "\n"))
	}
}

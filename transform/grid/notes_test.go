package grid

import (
	"slices"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/extract/source"
)

func TestSeedNotes(t *testing.T) {
	_, _, notes := read(seedTable(t))
	for i := range notes {
		notes[i].Message, _, _ = strings.Cut(notes[i].Message, ":")
	}
	want := []source.Note{
		{
			Severity: source.Warning, Code: "lost_span", Where: "table", Line: 53, Row: 1, Col: 2, Field: "title rows",
			Observed: "second title in column 2", Expected: "second title in column 5", Message: "lines 53, 57, 65, 68",
		},
		{
			Severity: source.Info, Code: "ambiguous_block_side", Where: "row", Line: 56, Row: 4, Col: 1,
			Field: "NPCSC Chairman Election", Observed: "Zhang Ping 1", Expected: "left or right", Message: "line 56",
		},
		{
			Severity: source.Info, Code: "ambiguous_block_side", Where: "row", Line: 60, Row: 8, Col: 1,
			Field: "Presidential Election", Observed: "Liu Yunshan 2", Expected: "left or right", Message: "lines 60-64",
		},
		{
			Severity: source.Info, Code: "ambiguous_block_side", Where: "row", Line: 71, Row: 19, Col: 1,
			Field: "Supreme Court President Election", Observed: "Wu Aiying 2", Expected: "left or right", Message: "line 71",
		},
	}
	if !slices.Equal(notes, want) {
		t.Errorf("got\n%+v\nwant\n%+v", notes, want)
	}
}

func TestRagged(t *testing.T) {
	checkReadings(t, []reading{
		{
			name:  "short rows",
			flat:  "| a | b | c |\n| 1 | 2 | 3 |\n| 1 | 2 |\n| 1 | 2 | 3 |\n| 1 |",
			want:  "simple hrrrr a, b, c {1 2 3: 2 3 4 5}",
			notes: []string{"ragged_row 3 2 cells -> 3 cells"},
		},
		{
			name:  "a long row",
			flat:  "| a | b |\n| 1 | 2 |\n| 1 | 2 | 3 |\n| 1 | 2 |",
			want:  "simple hrrr a, b,  {1 2 3: 2 3 4}",
			notes: []string{"ragged_row 3 3 cells -> 2 cells"},
		},
		{
			name: "blank cells too many",
			flat: "| a | b | | |\n| 1 | 2 |\n| 1 | 2 |",
			want: "simple hrr a, b {1 2: 2 3}",
		},
		{
			name: "texts over the width",
			flat: "| a | b | c |\n| North |\n| 1 | 2 | 3 |\n| 4 | 5 | 6 |",
			want: "simple hgrr a, b, c {1 2 3: 3/North 4/North}",
		},
	})
}

func TestRaggedSeverity(t *testing.T) {
	for table, want := range map[string]source.Severity{
		"| a | b |\n| 1 | 2 |\n| 1 |":         source.Info,
		"| a | b |\n| 1 | 2 |\n| 1 | 2 | 3 |": source.Warning,
	} {
		_, _, notes := read(flat(table))
		if len(notes) != 1 || notes[0].Severity != want {
			t.Errorf("%q: %+v", table, notes)
		}
	}
}

func TestListLines(t *testing.T) {
	var odd []int
	for i := range 30 {
		odd = append(odd, 2*i+1)
	}
	for _, c := range []struct {
		lines []int
		want  string
	}{
		{[]int{5}, "line 5"},
		{[]int{5, 7}, "lines 5, 7"},
		{[]int{5, 6}, "lines 5-6"},
		{[]int{1, 3, 4, 5, 9}, "lines 1, 3-5, 9"},
		{odd, "lines 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31, 33, 35, 37, 39, and 10 more"},
	} {
		if got := listLines(c.lines); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

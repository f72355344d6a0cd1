package grid

import (
	"slices"
	"testing"
)

// detailsOf shows the records of a table with the details below each.
func detailsOf(text string) (out []string) {
	g, l, _ := read(parse(text))
	for p := range l.Parts {
		for b := range l.Parts[p].Blocks {
			block := &l.Parts[p].Blocks[b]
			for r := range block.Rows {
				out = append(out, l.Cell(g, block, r, 0).Plain+": "+block.Rows[r].Detail)
			}
		}
	}
	return out
}

func TestDetails(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"wide texts below each record", "|!No. |!Title |!Date |\n| 1 | Ebb | May |\n|c3: The boat is lost. |\n| 2 | Flow | June |\n|c3: The tide turns. |", []string{"1: The boat is lost.", "2: The tide turns."}},
		{"below most records", "|!No. |!Title |!Date |\n| 1 | Ebb | May |\n|c3: Lost. |\n| 2 | Flow | June |\n| 3 | Slack | July |\n|c3: Found. |", []string{"1: Lost.", "2: ", "3: Found."}},
		{"beside a cell of the record", "|!Flight |!Date |!Site |!Mass |\n|r2: 1 | June | A | 5 |\n|c3: First flight. |\n|r2: 2 | July | B | 6 |\n|c3: Second. |", []string{"1: First flight.", "2: Second."}},
		{"beside one record only", "|!Flight |!Date |!Site |!Mass |\n|r2: 1 | June | A | 5 |\n|c3: First flight. |\n| 2 | July | B | 6 |", []string{"1: First flight.", "2: "}},

		{"groups above records", "|!City |!People |\n|c2: North |\n| A | 5 |\n| B | 6 |\n|c2: South |\n| C | 7 |", []string{"A: ", "B: ", "C: "}},
		{"groups after a record", "|!City |!People |\n| Z | 1 |\n|c2: North |\n| A | 5 |\n|c2: South |\n| C | 7 |", []string{"Z: ", "A: ", "C: "}},
		{"one note at the end", "|!City |!People |\n| A | 5 |\n| B | 6 |\n|c2: Census of 1990 |", []string{"A: ", "B: "}},
		{"two rows of one thing", "|!Team |!Year |!Won |\n|r2: X | 1990 | 5 |\n| 1991 | 6 |", []string{"X: ", "X: "}},
		{"a value over two of four columns", "|!A |!B |!C |!D |\n|r2: 1 | 2 | 3 | 4 |\n| 5 |c2: 6 |", []string{"1: ", "1: "}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := detailsOf(c.text)
			if len(got) != len(c.want) {
				t.Fatalf("got %q, want %q", got, c.want)
			}
			for i := range got {
				if got[i] != c.want[i] {
					t.Errorf("got %q, want %q", got, c.want)
				}
			}
		})
	}
}

func TestOpenings(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"a year above its films", "|!Year |!Film |!Who |\n|r3: 1927 |\n| The Dove | Ann |\n| Tempest | Bo |\n| 1928 | Cops | Cy |", []string{"1927: ", "1927: ", "1928: "}},
		{"a year with its first film", "|!Year |!Film |!Who |\n|r2: 1927 | The Dove | Ann |\n| Tempest | Bo |", []string{"1927: ", "1927: "}},
		{"a name without more", "|!Year |!Film |!Who |\n| 1927 | | |\n| 1928 | Cops | Cy |", []string{"1927: ", "1928: "}},
		{"most of the row below is blank", "|!A |!B |!C |!D |!E |\n|r2: 1 |\n| 2 |", []string{"1: ", "1: "}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := detailsOf(c.text); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestSwatches(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       int // columns
	}{
		{"a blank column under the header of the next", "|!c2: Party |!Votes |\n| | Red | 5 |\n| | Blue | 6 |", 2},
		{"both columns have texts", "|!c2: Result |!Votes |\n| W | 2–1 | 5 |\n| L | 0–2 | 6 |", 3},
		{"one text in it", "|!c2: Party |!Votes |\n| R | Red | 5 |\n| | Blue | 6 |", 3},
		{"a blank column of its own header", "|!Color |!Party |!Votes |\n| | Red | 5 |\n| | Blue | 6 |", 3},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, l, _ := read(parse(c.text))
			if got := len(l.Parts[0].Columns); got != c.want {
				t.Errorf("%d columns, want %d", got, c.want)
			}
		})
	}
}

package grid

import "testing"

// FuzzGrid reads tables in the notation of parse: whatever they are, nothing of
// them may be lost, and nothing may be in two places.
func FuzzGrid(f *testing.F) {
	for _, text := range []string{
		"| A | B | | |\n| Name | Votes | Name | Votes |\n| Ann | 10 | Cy | 7 |\n| Bo | 2 | | |",
		"|!c2: A |!c2: B |\n|!Name |!Votes |!Name |!Votes |\n| Ann | 10 | Cy | 7 |\n| Bo | 2 |c2: |",
		"|!r2: Team |!c2: Home |\n|!W |!L |\n|c3: North |\n| X | 1 | 2 |\n| Total | 1 | 2 |\n|c3: end |",
		"|c2: Rhine |\n|!Length | 1,233 km |\n|!Mouth |r2: sea |\n|!Source |\n",
		"| a |r-1: b |r9: c |\n---\n|c3r3: x |\n| y |\n| z | | | |",
		"| Group | | |\n| Name | Pop | Area |\n| X | 1 | 2 |\n\n| Other | | |\n| Name | Pop | Area |\n| Y | 3 | 4 |",
		"| Name | Pop | Area |\n| North | | |\n| X | 1 | 2 |\n| South | | |\n| Y | 3 | 4 |",
	} {
		f.Add(text, true)
		f.Add(text, false)
	}
	f.Fuzz(func(t *testing.T, text string, isFlat bool) {
		table := parse(text)
		table.Flat = isFlat
		g, l, notes := read(table)
		verify(t, g, l, notes)
	})
}

// FuzzExpand holds small limits against large spans.
func FuzzExpand(f *testing.F) {
	f.Add("|c9r9: a |c1000: b |\n| c |\n| d |", 40)
	f.Add("| a | b | c |\n| d |\n\n|r-1: e |", 3)
	f.Fuzz(func(t *testing.T, text string, limit int) {
		if limit < 1 || limit > 10000 {
			return
		}
		g, notes := expand(parse(text), limit)
		verifyGrid(t, g)
		if len(g.Cells) > limit {
			t.Fatalf("%d cells, limit %d", len(g.Cells), limit)
		}
		written := len(notes) == 0 && g.Rows != len(g.Table.Rows)
		if written {
			t.Fatalf("rows cut without a note")
		}
		l, _ := Read(g)
		if len(l.Roles) != g.Rows {
			t.Fatal("roles")
		}
	})
}

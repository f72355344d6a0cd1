package tidy

import (
	"slices"
	"testing"

	"github.com/tidywiki/tidywiki/extract/plain"
	"github.com/tidywiki/tidywiki/extract/source"
)

// totalsOf returns the records of a plain table that are not data, counted from 1.
func totalsOf(t *testing.T, page string) (out []int) {
	t.Helper()
	doc, err := plain.New(plain.Options{}).Extract(t.Context(), &source.Source{Name: "p.txt", Data: []byte(page)})
	if err != nil {
		t.Fatal(err)
	}
	p, err := Tables{}.Apply(t.Context(), NewPage(doc))
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range p.Sheets[0].Layout.Parts[0].Blocks[0].Rows {
		if r.Total || r.Summary {
			out = append(out, i+1)
		}
	}
	return out
}

func TestSums(t *testing.T) {
	for _, c := range []struct {
		name, page string
		want       []int
	}{
		{"two columns that add up", "| Region | People | Towns |\n| A | 120 | 3 |\n| B | 80 | 4 |\n| C | 95 | 5 |\n| Norland | 295 | 12 |\n", []int{4}},
		{"one column", "| Region | People |\n| A | 120 |\n| B | 80 |\n| C | 95 |\n| Norland | 295 |\n", []int{4}},
		{"decimals within their rounding", "| Region | Area |\n| A | 120.4 |\n| B | 80.4 |\n| C | 95.4 |\n| Norland | 296.3 |\n", []int{4}},
		{"above the others", "| Region | People | Towns |\n| Norland | 295 | 12 |\n| A | 120 | 3 |\n| B | 80 | 4 |\n| C | 95 | 5 |\n", []int{1}},
		{"a label at the top that says total", "| Group | People |\n| Total residents | 900 |\n| A | 400 |\n| B | 300 |\n| C | 250 |\n", []int{1}},

		{"two addends", "| Region | People |\n| A | 120 |\n| B | 80 |\n| C | 200 |\n", nil},
		{"a small number by chance", "| Team | Won |\n| A | 1 |\n| B | 2 |\n| C | 3 |\n| D | 6 |\n", nil},
		{"one of several columns by chance", "| Team | Won | Drawn | Lost |\n| A | 100 | 7 | 9 |\n| B | 200 | 4 | 3 |\n| C | 300 | 5 | 1 |\n| D | 600 | 2 | 8 |\n", nil},
		{"the name of a film", "| Film | Year |\n| Total Recall | 1990 |\n| Alien | 1979 |\n| Gravity | 2013 |\n| Arrival | 2016 |\n", nil},
		{"shares", "| Party | Share |\n| A | 50% |\n| B | 30% |\n| C | 20% |\n| D | 100% |\n", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := totalsOf(t, c.page); !slices.Equal(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

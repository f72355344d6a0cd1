package tidy

import (
	"strings"
	"testing"
)

func TestColumnName(t *testing.T) {
	for _, c := range []struct {
		path []string
		want string
	}{
		{[]string{"Candidates"}, "candidates"},
		{[]string{"Chart positions", "UK"}, "chart_positions_uk"},
		{[]string{"Côte d’Azur"}, "cote_dazur"},
		{[]string{"2012", "Votes"}, "2012_votes"},
		{[]string{"% of votes"}, "percent_of_votes"},
		{[]string{"%"}, "percent"},
		{[]string{"#"}, "number"},
		{[]string{"# of seats"}, "number_of_seats"},
		{[]string{"+/−"}, "plus_minus"},
		{[]string{"人口"}, "人口"},
		{[]string{"Население"}, "население"},
		{[]string{"Край"}, "край"},
		{[]string{"クラブ"}, "クラブ"},
		{[]string{"번호"}, "번호"},
		{[]string{"नोंदी"}, "नोंदी"},
		{[]string{"Ψήφοι"}, "ψήφοι"},
		{[]string{"Größe (Łódź)"}, "große_łodz"},
		{[]string{"km²"}, "km2"},
		{[]string{"A & B/C"}, "a_b_c"},
		{[]string{"F#"}, "f"},
		{[]string{""}, ""},
		{nil, ""},
		{[]string{"—"}, ""},
		{[]string{strings.Repeat("long ", 20)}, "long_long_long_long_long_long_long_long_long_long_long_long"},
	} {
		if got := columnName(c.path); got != c.want {
			t.Errorf("columnName(%q) = %q, want %q", c.path, got, c.want)
		}
	}
}

func TestNamesAreUnique(t *testing.T) {
	w := wideOf(t, `
| Name | Name | Share | Share % | Area (km²) | Area (sq mi) | | Name 2 |
| a | b | 1 | 2 | 3 | 4 | 5 | 6 |
`)
	same(t, "fields", fields(w), "name string, name_2 string, share integer, share_percent integer %, area_km2 integer km2, area_sq_mi integer [mi_i]2, column_7 integer, name_2_2 integer, line integer")
}

// A page can have tens of thousands of columns of one name: each gets a number, and
// this ends.
func TestManyColumnsOfOneName(t *testing.T) {
	const n = 20_000
	w := wideOf(t, strings.Repeat("| a ", n)+"|\n"+strings.Repeat("| 1 ", n)+"|\n")
	if got := w.Schema.Fields[n-1].Name; got != "a_20000" {
		t.Errorf("the last column is %s", got)
	}
}

func FuzzColumnName(f *testing.F) {
	for _, s := range []string{"Share %", "人口", "a\xff", strings.Repeat("é", 99), "#"} {
		f.Add(s, "x")
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		name := columnName([]string{a, b})
		if len(name) > maxColumn || strings.ContainsAny(name, " -./\n") || strings.HasPrefix(name, "_") || strings.HasSuffix(name, "_") {
			t.Errorf("%q", name)
		}
	})
}

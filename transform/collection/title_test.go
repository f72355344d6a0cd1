package collection

import "testing"

func TestTitles(t *testing.T) {
	type entry struct{ title, file string }
	tests := []struct {
		name       string
		titles     []entry
		slug, text string
	}{
		{"numbers are left out", []entry{{"1998–99 results", "tables/a/01-1998-99-results"}, {"1999 results", "tables/b/02b-1999-results"}}, "results", "results"},
		{"at least half share it", []entry{{"Results", "tables/a/01-results"}, {"Scores", "tables/b/01-scores"}, {"Results", "tables/c/01-results"}, {"Clubs", "tables/d/01-clubs"}}, "results", "Results"},
		{"fewer than half do not", []entry{{"Results", "tables/a/01-results"}, {"A", "tables/b/01-a"}, {"Results", "tables/c/01-results"}, {"B", "tables/d/01-b"}, {"C", "tables/d/02-c"}}, "", ""},
		{"one table is not enough", []entry{{"Results", "tables/a/01-results"}, {"Clubs", "tables/b/01-clubs"}}, "", ""},
		{"numbers alone are no title", []entry{{"1998", "tables/a/01-1998"}, {"1999", "tables/b/01-1999"}}, "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var all titles
			for _, e := range tt.titles {
				all.add(e.title, e.file)
			}
			if got := all.most(len(tt.titles)); got.slug != tt.slug || got.text != tt.text {
				t.Errorf("%q %q, want %q %q", got.slug, got.text, tt.slug, tt.text)
			}
		})
	}
}

func TestSlugOf(t *testing.T) {
	for _, tt := range []struct {
		want    string
		columns []string
	}{
		{"club-points-won", []string{"club", "points", "won", "lost"}},
		{"points-of-all", []string{"клуб", "points_of_all"}},
		{"table", []string{"клуб"}},
		{"table", nil},
	} {
		if got := slugOf(tt.columns); got != tt.want {
			t.Errorf("%v: %q, want %q", tt.columns, got, tt.want)
		}
	}
}

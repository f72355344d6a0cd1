package report

import (
	"math"
	"testing"
	"time"
)

func TestPeople(t *testing.T) {
	for in, want := range map[string]string{"0": "0", "999": "999", "1000": "1,000", "-1234567.125": "−1,234,567.125", "1e+21": "1e+21",
		"NaN": "NaN", "": "", "-Infinity": "-Infinity", "007": "007", "2013-03-05": "2013-03-05"} {
		if got := people(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestRounded(t *testing.T) {
	for in, want := range map[float64]string{0: "0", 1231.6: "1,232", 0.12345: "0.1235", 8.6316: "8.632", 2.5: "2.5", -1e7: "−10,000,000",
		1e-13: "1e-13", 1e25: "1e+25"} {
		if got := rounded(in); got != want {
			t.Errorf("%g: %q, want %q", in, got, want)
		}
	}
}

// What is not all is not 100 %, what is something not 0 %.
func TestPercent(t *testing.T) {
	for _, tt := range []struct {
		part, whole int64
		want        string
	}{{1, 4, "25 %"}, {1, 3, "33.3 %"}, {0, 5, "0 %"}, {5, 5, "100 %"}, {1, 10_000, "under 0.1 %"}, {9999, 10_000, "over 99.9 %"}, {0, 0, "0 %"}} {
		if got := percent(tt.part, tt.whole); got != tt.want {
			t.Errorf("%d of %d: %q, want %q", tt.part, tt.whole, got, tt.want)
		}
	}
}

func TestCalendar(t *testing.T) {
	for day := time.Date(-800, 1, 1, 0, 0, 0, 0, time.UTC); day.Year() < 2500; day = day.AddDate(0, 0, 37) {
		n := int64(math.Floor(float64(day.Unix()) / 86400))
		if got := dayNumber(int64(day.Year()), int64(day.Month()), int64(day.Day())); got != n {
			t.Fatalf("%v: %d, want %d", day, got, n)
		}
		if got := dateText(n); day.Year() >= 0 && got != day.Format("2006-01-02") {
			t.Fatalf("%d: %s, want %v", n, got, day)
		}
	}
	for n, want := range map[int64]string{0: "1970-01-01", -719163: "0000-12-31", -719529: "-0001-12-31", 11016: "2000-02-29"} {
		if got := dateText(n); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
}

func TestOccurrence(t *testing.T) {
	for _, tt := range []struct {
		text, value string
		want        int
	}{
		{"2,239 | 76.03%", "76.03", 8},
		{"Xi 6 | 2,956", "6", 3},
		{"6 and 6", "6", -1},
		{"2,956", "956", -1},
		{"2,956", "2", -1},
		{"16", "6", -1},
		{"6.5", "6", -1},
		{"a list: 6, 7.", "6", 8},
		{"a list: 6, 7.", "7", 11},
		{"die Häuser", "Häuser", 4},
		{"die Häuser", "user", -1},
		{"anything", "", -1},
		{"nothing", "something", -1},
	} {
		if got := occurrence(tt.text, tt.value); got != tt.want {
			t.Errorf("%q in %q: %d, want %d", tt.value, tt.text, got, tt.want)
		}
	}
}

func TestIDs(t *testing.T) {
	ids := idSet{}
	for _, tt := range []struct{ name, want string }{{"table-Flüsse", "table-fl-sse"}, {"table-flösse", "table-fl-sse-2"}, {"table-a/b c", "table-a-b-c"}, {"table-a-b-c", "table-a-b-c-2"}} {
		if got := ids.of(tt.name); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestSteps(t *testing.T) {
	for _, tt := range []struct {
		width float64
		whole bool
		want  step
	}{{3000, true, step{2, 2}}, {16, true, step{1, 0}}, {3, true, step{1, 0}}, {3, false, step{2, -1}}, {1, false, step{1, -1}}, {0.75, false, step{5, -2}}} {
		if got := stepFor(tt.width, aimedBins, tt.whole); got != tt.want {
			t.Errorf("%g: %v, want %v", tt.width, got, tt.want)
		}
	}
	for _, tt := range []struct {
		s    step
		k    int64
		text string
		at   float64
	}{{step{1, -1}, 3, "0.3", 0.3}, {step{2, -2}, -3, "-0.06", -0.06}, {step{5, -1}, 2, "1", 1}, {step{2, 3}, 4, "8000", 8000}, {step{1, -25}, 3, "3e-25", 3e-25}, {step{1, -3}, 1234, "1.234", 1.234}} {
		if text, at := tt.s.text(tt.k), tt.s.at(tt.k); text != tt.text || at != tt.at {
			t.Errorf("%d x %v: %s, %g", tt.k, tt.s, text, at)
		}
	}
}

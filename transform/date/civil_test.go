package date

import (
	"testing"
	"time"
)

func TestDaysAgreesWithTime(t *testing.T) {
	for day := civil(-5000, 1, 1); day < civil(5000, 1, 1); day += 97 {
		want := time.Unix(int64(day)*86400, 0).UTC()
		y, m, d := Civil(day)
		if y != want.Year() || m != int(want.Month()) || d != want.Day() {
			t.Fatalf("Civil(%d) = %d-%d-%d, want %s", day, y, m, d, want)
		}
		if got, ok := Days(y, m, d); !ok || got != day {
			t.Fatalf("Days(%d, %d, %d) = %d %v, want %d", y, m, d, got, ok, day)
		}
	}
}

func TestDays(t *testing.T) {
	for _, c := range []struct {
		y, m, d int
		want    int32
	}{{1970, 1, 1, 0}, {1969, 12, 31, -1}, {2000, 2, 29, 11016}, {2013, 3, 5, 15769}, {0, 2, 29, -719469}} {
		if got, ok := Days(c.y, c.m, c.d); !ok || got != c.want {
			t.Errorf("Days(%d, %d, %d) = %d %v, want %d", c.y, c.m, c.d, got, ok, c.want)
		}
	}
	for _, c := range [][3]int{{2013, 2, 29}, {1900, 2, 29}, {2013, 4, 31}, {2013, 13, 1}, {2013, 0, 1},
		{2013, 1, 0}, {2013, -1, 1}, {10000, 1, 1}, {-10000, 1, 1}} {
		if got, ok := Days(c[0], c[1], c[2]); ok {
			t.Errorf("Days(%v) = %d, want none", c, got)
		}
	}
}

func TestFormat(t *testing.T) {
	for _, c := range []struct {
		y, m, d int
		want    string
	}{{2013, 3, 5, "2013-03-05"}, {987, 12, 31, "0987-12-31"}, {0, 1, 1, "0000-01-01"},
		{7, 1, 1, "0007-01-01"}, {-43, 3, 15, "-0043-03-15"}, {-9999, 1, 1, "-9999-01-01"}, {9999, 12, 31, "9999-12-31"}} {
		days, ok := Days(c.y, c.m, c.d)
		if got := Format(days); !ok || got != c.want {
			t.Errorf("Format(%d) = %s, want %s", days, got, c.want)
		}
	}
	if got := Format(1 << 30); got[0] != 'Y' {
		t.Errorf("Format(1<<30) = %s, want a long year", got)
	}
}

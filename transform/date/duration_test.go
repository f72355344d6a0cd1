package date

import "testing"

func TestParseDuration(t *testing.T) {
	for _, c := range []struct{ in, iso, months, seconds string }{
		{"1:23.456", "PT1M23.456S", "0", "83.456"},
		{"2:05:30", "PT2H5M30S", "0", "7530"},
		{"100:00:01", "PT100H0M1S", "0", "360001"},
		{"1:02:03.5", "PT1H2M3.5S", "0", "3723.5"},
		{"2h 05m", "PT2H5M", "0", "7500"},
		{"2 h 5 min 30 s", "PT2H5M30S", "0", "7530"},
		{"1h30", "PT1H30M", "0", "5400"},
		{"1m 23.4s", "PT1M23.4S", "0", "83.4"},
		{"1′23.456″", "PT1M23.456S", "0", "83.456"},
		{"five years", "P5Y", "60", "0"},
		{"Five-Year", "P5Y", "60", "0"},
		{"5-year", "P5Y", "60", "0"},
		{"2.5 years", "P2.5Y", "30.0", "0"},
		{"18 months", "P18M", "18", "0"},
		{"1 year, 3 months and 2 days", "P1Y3M2D", "15", "172800"},
		{"1 year, 32 days", "P1Y32D", "12", "2764800"},
		{"twenty-one days", "P21D", "0", "1814400"},
		{"2 weeks", "P2W", "0", "1209600"},
		{"90 minutes", "PT90M", "0", "5400"},
		{"45 s", "PT45S", "0", "45"},
		{"about 3 hours", "PT3H", "0", "10800"},
		{"P1Y2M10DT2H30M", "P1Y2M10DT2H30M", "14", "873000"},
		{"PT0.5S", "PT0.5S", "0", "0.5"},
		{"五年", "P5Y", "60", "0"},
		{"3小时30分", "PT3H30M", "0", "12600"},
		{"3個月", "P3M", "3", "0"},
		{"3 days*", "P3D", "0", "259200"},
	} {
		d, ok := ParseDuration(c.in, nil)
		if !ok || d.ISO != c.iso || d.Months.String() != c.months || d.Seconds.String() != c.seconds {
			t.Errorf("%q is %s, %s months, %s s (%v); want %s, %s, %s", c.in, d.ISO, d.Months, d.Seconds, ok, c.iso, c.months, c.seconds)
		}
	}
}

func TestIsNoDuration(t *testing.T) {
	for _, in := range []string{"", "3:45", "12:30", "5 m", "5", "1:75:00", "1:5:30", "1:23:4", "2013年", "30 min 2 h",
		"5 days 3", "1:2:3:4", "P", "PT", "P5", "P5S", "5'", "12 km", "five", "5 March", "1.2.3", "5 years 2 years", "2h 05m x", "minus five years", "at least five years", "min –5 hours"} {
		if d, ok := ParseDuration(in, nil); ok {
			t.Errorf("%q is %s (%s), want none", in, d.ISO, d.Rule)
		}
	}
}

func TestClockHint(t *testing.T) {
	for _, c := range []struct{ in, clock, want string }{
		{"3:45", "ms", "PT3M45S"}, {"3:45", "hm", "PT3H45M"}, {"3:45.5", "hm", "PT3M45.5S"}, {"103:05", "ms", "PT103M5S"},
	} {
		if d, ok := ParseDuration(c.in, &Hint{Clock: c.clock}); !ok || d.ISO != c.want {
			t.Errorf("%q as %s is %s %v, want %s", c.in, c.clock, d.ISO, ok, c.want)
		}
	}
}

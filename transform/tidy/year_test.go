package tidy

import "testing"

func TestOnlyYear(t *testing.T) {
	for text, want := range map[string]int{
		"2008 Motorcycle Championship": 2008, "Weather in March 2015": 2015, "1961": 1961, "2012年の日本": 2012,
		"2012 season of 2012": 2012,
		// Not one year.
		"2008–09 season": 0, "2008–2009": 0, "1960s": 0, "Route 1234": 0, "MX2013": 0, "20081": 0, "From 1990 to 1995": 0, "": 0, "2013a": 0,
	} {
		if got := onlyYear(text); got != want {
			t.Errorf("%q names %d, want %d", text, got, want)
		}
	}
}

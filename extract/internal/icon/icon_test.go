package icon

import "testing"

func TestOfPicture(t *testing.T) {
	for _, tt := range []struct{ name, meaning, sign string }{
		{"Decrease", "Decrease", "▼"},
		{"Decrease2.svg", "Decrease", "▼"},
		{"DecreasePositive.svg", "Decrease", "▼"},
		{"Positive decrease", "Decrease", "▼"},
		{"Negative increase", "Increase", "▲"},
		{"en diminution", "Decrease", "▼"},
		{"Уменьшение", "Decrease", "▼"},
		{"Steady", "Steady", ""},
		{"1st place, gold medalist(s)", "1", ""},
		{"Gold medal – first place", "1", ""},
		{"Med 2.png", "2", ""},
		{"Médaille de bronze", "3", ""},
		{"Green tickY", "✓", ""},
		// Not these.
		{"Gold", "", ""},
		{"Bronze", "", ""},
		{"Decrease in rainfall since 1990", "", ""},
		{"Norway", "", ""},
		{"The first place", "", ""},
		{".svg", "", ""},
		{"2", "", ""},
		{"", "", ""},
	} {
		got, ok := OfPicture(tt.name)
		if want := (Icon{tt.meaning, tt.sign}); got != want || ok != (tt.meaning != "") {
			t.Errorf("OfPicture(%q) = %v, %v, want %v", tt.name, got, ok, want)
		}
	}
}

func TestPrecedes(t *testing.T) {
	for text, want := range map[string]bool{
		" 2.4": true, "US$ 5": true, "": false, " ": false, "-2.4": false, "−2.4": false, "–2": false, "+1": false, "±0": false, "(2.4)": false,
	} {
		if got := Precedes(text); got != want {
			t.Errorf("Precedes(%q) = %v", text, got)
		}
	}
}

func TestTemplatesAreNamedOnce(t *testing.T) {
	seen := map[string]bool{}
	for name := range Templates() {
		if seen[name] {
			t.Errorf("two icons have the template %q", name)
		}
		seen[name] = true
	}
}

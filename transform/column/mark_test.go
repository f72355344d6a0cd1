package column

import "testing"

func TestCutMarks(t *testing.T) {
	for _, c := range []struct{ text, rest, mark string }{
		{"2013†", "2013", "†"},
		{"1,204 [b] *", "1,204", "[b] *"},
		{"12[note 3]", "12", "[note 3]"},
		{"*** 7", "7", "***"},
		{"†5‡", "5", "†‡"},
		{"[1]", "", "[1]"},
		{"***", "", "***"},
		{"5^", "5", "^"},
		// Not marks.
		{"2013", "2013", ""},
		{"", "", ""},
		{"#5", "#5", ""},
		{"5#", "5#", ""},
		{"5 [sic, an error of the printer]", "5 [sic, an error of the printer]", ""},
		{"a]", "a]", ""},
		{"12 (x)", "12 (x)", ""},
	} {
		if rest, mark := cutMarks(c.text); rest != c.rest || mark != c.mark {
			t.Errorf("cutMarks(%q) = %q, %q", c.text, rest, mark)
		}
	}
}

func TestIsNull(t *testing.T) {
	for _, s := range []string{"-", "–", "—", "N/A", "n/a", "NA", "TBD", "...", "…", "?", "Unknown", "неизвестно"} {
		if !isNull(s) {
			t.Errorf("%q is a value", s)
		}
	}
	for _, s := range []string{"0", "none", "None", "nil", "no", "x", "-1", "– 5", "Nauru", "not a null token at all"} {
		if isNull(s) {
			t.Errorf("%q is null", s)
		}
	}
}

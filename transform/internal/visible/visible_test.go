package visible

import "testing"

func TestText(t *testing.T) {
	for text, want := range map[string]string{
		"30 528\u200b km²": "30 528 km²", "1\u2060,\ufeff5": "1,5", "Do\u00adnau": "Donau",
		// Characters that join others, and spaces, are seen.
		"a\u200cb": "a\u200cb", "a\u00a0b": "a\u00a0b", "": "", "é": "é", "\xef": "\xef",
	} {
		if got := Text(text); got != want {
			t.Errorf("Text(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestWritten(t *testing.T) {
	for _, tt := range []struct {
		text, part string
		first      int
		want       string
		at         int
	}{
		{"a\u200b 5\u200bkm", "5km", 2, "5\u200bkm", 3},
		{"\u200b5\u200b", "5", 0, "5", 1},
		{"é 5", "5", 2, "5", 2},
	} {
		if got, at := Written(tt.text, tt.part, tt.first); got != tt.want || at != tt.at {
			t.Errorf("Written(%q, %q, %d) = %q, %d", tt.text, tt.part, tt.first, got, at)
		}
	}
}

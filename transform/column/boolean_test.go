package column

import "testing"

func TestBooleanWords(t *testing.T) {
	for text, want := range map[string]bool{"yes": true, "NO": false, "Да": true, "НЕТ": false, "Kyllä": true, "Hayır": false, "नहीं": false, "Όχι": false} {
		if got, ok := boolean(text); !ok || got != want {
			t.Errorf("%s: %v, %v", text, got, ok)
		}
	}
	for _, text := range []string{"", "Nein danke", "Norway", "NE", "Nett", "maybe"} {
		if _, ok := boolean(text); ok {
			t.Errorf("%q is a boolean", text)
		}
	}
	for word := range booleans() {
		if len(word) > longestBoolean {
			t.Errorf("%q is longer than longestBoolean", word)
		}
	}
}

func TestNullWords(t *testing.T) {
	for _, text := range []string{"–", "N/A", "n/d", "Неизвестно", "НЕИЗВЕСТНО", "Okänt", "k. A.", "Brak danych", "不明", "TBA"} {
		if !isNull(text) {
			t.Errorf("%q is a value", text)
		}
	}
	for _, text := range []string{"0", "none", "nil", "no", "Unknown soldier", "NA1", "x"} {
		if isNull(text) {
			t.Errorf("%q is not a value", text)
		}
	}
	for token := range nullTokens() {
		if len(token) > longestNull {
			t.Errorf("%q is longer than longestNull", token)
		}
	}
}

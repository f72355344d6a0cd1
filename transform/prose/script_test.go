package prose

import "testing"

func TestHasHan(t *testing.T) {
	for text, want := range map[string]bool{"": false, "plain": false, "naïve Größe – Москва": false, "第": true,
		"12345678 第": true, "1234〇": true, "\xe3\x80": false, "ひらがな": false, "\xe3第": true, "𠀀": true, "\xf0第": true} {
		if got := hasHan(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
		if han, _ := countScripts(text); han > 0 != want {
			t.Errorf("%q: %d counted", text, han)
		}
	}
}

package grid

import "testing"

func TestTotalLabel(t *testing.T) {
	for _, text := range []string{
		"Total", "TOTALS", "total:", "Total (12)", "Total 19 nations", "Grand total", "Career Totals",
		"**Total**", "– Total –", "Summe", "Ogółem", "ВСЕГО", "总计", "סך הכל",
	} {
		if label, _ := totalLabel(text); !label {
			t.Errorf("%q is no label", text)
		}
	}
	for _, text := range []string{
		"", "Totally", "Total Recall", "Suma Ching Hai", "Ann", "(total)", "Winner takes all", "Ann Ensemble",
	} {
		if label, _ := totalLabel(text); label {
			t.Errorf("%q is a label", text)
		}
	}
	if _, begins := totalLabel("Total members"); !begins {
		t.Error("Total members does not begin with a label")
	}
}

func TestHeaderWord(t *testing.T) {
	for _, text := range []string{"Name", "YEAR", "#", "No.", "Chinese name", "Votes in the town", "人口", "Площадь"} {
		if !isHeaderWord(text) {
			t.Errorf("%q is no header", text)
		}
	}
	for _, text := range []string{"", "Ann", "Namen", "the name of the rose", "Rhine"} {
		if isHeaderWord(text) {
			t.Errorf("%q is a header", text)
		}
	}
}

func TestLexiconDoesNotAllocate(t *testing.T) {
	if n := testing.AllocsPerRun(100, func() { totalLabel("Subtotal"); isHeaderWord("Chinese name") }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

// The masks that spare look-ups hold words of less than 64 bytes.
func TestWordsAreShort(t *testing.T) {
	for _, l := range []*lexicon{totalLabels(), headerWords()} {
		if len(l.words) < 50 {
			t.Errorf("only %d words", len(l.words))
		}
		for w := range l.words {
			if len(w) >= 64 || !l.has(w) {
				t.Errorf("%q cannot be found", w)
			}
		}
	}
}

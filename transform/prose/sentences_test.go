package prose

import (
	"os"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/transform/number"
)

// sentenceFloor is the share of the sentences that must hold, in percent. It only
// rises.
const sentenceFloor = 99

// TestSentences reads the sentences of testdata/sentences.txt.
func TestSentences(t *testing.T) {
	data, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		t.Fatal(err)
	}
	var section string
	held, all := map[string]int{}, map[string]int{}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if line[0] == '[' {
			section = strings.Trim(line, "[]")
			continue
		}
		text, want, ok := strings.Cut(line, "=>")
		if !ok {
			t.Fatalf("no => in %q", line)
		}
		text, want = strings.TrimSpace(text), strings.TrimSpace(want)
		lang, _, _ := strings.Cut(section, " ")
		for _, name := range []string{lang, "all"} {
			all[name]++
		}
		if got := brief(text, lang); got == want {
			held[lang]++
			held["all"]++
		} else {
			t.Logf("%s: %s\n\t got %s\n\twant %s", section, text, got, want)
		}
	}
	for _, name := range []string{"en", "zh", "all"} {
		t.Logf("%s: %d of %d (%.1f %%)", name, held[name], all[name], percent(held[name], all[name]))
	}
	if percent(held["all"], all["all"]) < sentenceFloor {
		t.Errorf("below the floor of %d %%", sentenceFloor)
	}
}

// brief writes the quantities of a text as testdata/sentences.txt does.
func brief(text, language string) string {
	var out []string
	for _, q := range scanText(text, pageContext{Language: language}) {
		v := &q.Number
		value := v.Comparator + trim(v.Value)
		switch {
		case isDated(&q):
			value = "date " + q.Date.EDTF
		case q.Kind == kindOrdinal:
			value = "ordinal " + value
		case v.Range:
			value = trim(v.Lower) + ".." + trim(v.Upper)
		}
		if !isDated(&q) && v.Unit != "" {
			value += " " + v.Unit
		}
		if v.Per != "" {
			value += " per " + v.Per
		}
		out = append(out, value)
	}
	return strings.Join(out, "; ")
}

// trim writes a number without zeros at the end of its decimals.
func trim(d number.Decimal) string {
	text := d.String()
	if strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	return text
}

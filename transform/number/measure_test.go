package number

import (
	"strings"
	"testing"

	"golang.org/x/text/currency"
)

// lines returns the code and the phrases of each unit or currency of a file.
func lines(t *testing.T, file string) (all map[string][]string) {
	t.Helper()
	text, err := measureFiles.ReadFile("data/" + file)
	if err != nil {
		t.Fatal(err)
	}
	all = map[string][]string{}
	for line := range strings.Lines(string(text)) {
		key, values, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok || line[0] == '#' || strings.Contains(key, " ") && key != "fl oz" || key == "whole" || key == "behind" || key == "coins" {
			continue
		}
		symbols, names, _ := strings.Cut(values, ";")
		for phrase := range strings.SplitSeq(symbols+","+names, ",") {
			if phrase = strings.TrimSpace(phrase); phrase != "" {
				all[key] = append(all[key], phrase)
			}
		}
	}
	return all
}

// Every phrase of the files is found behind a number and means its line, unless a
// line above it has the phrase too.
func TestMeasureFiles(t *testing.T) {
	for _, file := range []string{"units.txt", "currencies.txt"} {
		for code, phrases := range lines(t, file) {
			for _, phrase := range append(phrases, code) {
				v, ok := Parse("50 "+phrase, nil)
				if !ok {
					t.Errorf("%s: %s: %q is no unit", file, code, phrase)
				} else if v.Unit != code {
					t.Errorf("%s: %s: %q means %s", file, code, phrase, v.Unit)
				}
			}
		}
	}
}

func TestCurrencyCodes(t *testing.T) {
	newer := "BTC MRU SLE VES"
	for code := range lines(t, "currencies.txt") {
		if _, err := currency.ParseISO(code); err != nil && len(code) == 3 && strings.ToUpper(code) == code && !strings.Contains(newer, code) {
			t.Errorf("%s: %v", code, err)
		}
	}
}

func TestMeasuresRefuse(t *testing.T) {
	for _, text := range []string{"km km, kilometre", "parts ly: 3 km", "may X: USD", "coins: 2 cent; USD", "coins: cent; km", "coins: 2 cent", "km: km; kilometre\nparts km: x m"} {
		m := &measures{symbols: map[string]*measure{}, codes: map[string]*measure{}}
		if err := m.read(text, UCUM); err == nil || !strings.HasPrefix(err.Error(), "line ") {
			t.Errorf("%q: %v", text, err)
		}
	}
}

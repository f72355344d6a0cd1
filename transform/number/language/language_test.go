package language

import (
	"strings"
	"testing"
)

func TestFiles(t *testing.T) {
	var tags []string
	for _, l := range All() {
		tags = append(tags, l.Tag)
		months := map[int]bool{}
		for _, e := range l.Entries {
			if e.Key == "month" && !e.Short {
				months[e.N] = true
			}
			if strings.TrimSpace(e.Phrase) != e.Phrase || e.Phrase == "" {
				t.Errorf("%s: %s %d: phrase %q", l.Tag, e.Key, e.N, e.Phrase)
			}
		}
		// Chinese, Japanese and Vietnamese number their months.
		if len(months) != 12 && l.Tag != "zh" && l.Tag != "ja" && l.Tag != "vi" {
			t.Errorf("%s: %d months", l.Tag, len(months))
		}
	}
	if got := strings.Join(tags, " "); got != "ar bg ca cs da de el en es fi fr he hi hr hu id it ja ko nb nl pl pt ro ru sk sr sv tr uk vi zh" {
		t.Errorf("languages: %s", got)
	}
}

func TestFind(t *testing.T) {
	for tag, want := range map[string]string{"": "en", "de": "de", "DE-AT": "de", "zh-Hans": "zh", "no": "nb", "nn-NO": "nb"} {
		if got := Find(tag); got == nil || got.Tag != want {
			t.Errorf("Find(%q) = %v", tag, got)
		}
	}
	if got := Find("tlh"); got != nil {
		t.Errorf("Find(tlh) = %v", got)
	}
}

func TestParseRefuses(t *testing.T) {
	for _, line := range []string{"decimal: dot", "moth 3: March", "month x: March", "month 3 March", "order: dym"} {
		if l, err := parse("xx", line); err == nil {
			t.Errorf("%q gives %+v", line, l)
		} else if !strings.HasPrefix(err.Error(), "xx.txt:1: ") {
			t.Errorf("%q: the error does not say where: %v", line, err)
		}
	}
}

func TestLexicon(t *testing.T) {
	var l Lexicon[string]
	for _, phrase := range []string{"v. Chr.", "v", "March", "square mile", "square miles", "万", "万亿", "März", "тыс"} {
		l.Add(phrase, phrase)
	}
	for _, c := range []struct{ text, want, found string }{
		{"v. Chr. x", "v. Chr.", "v. Chr"},
		{"V.CHR", "v. Chr.", "V.CHR"},
		{"v. Chris", "v", "v"},
		{"march 2013", "March", "march"},
		{"Marching", "", ""},
		{"square  miles", "", ""},
		{"square miles,", "square miles", "square miles"},
		{"Square-Mile", "square mile", "Square-Mile"},
		{"square\u00a0miles", "square miles", "square\u00a0miles"},
		{"square", "", ""},
		{"万亿元", "万亿", "万亿"}, {"万元", "万", "万"}, {"元万", "", ""},
		{"MÄRZ", "März", "MÄRZ"}, {"Ma", "", ""}, {"тыс.", "тыс", "тыс"},
		{"", "", ""}, {"5", "", ""}, {"\xff", "", ""},
		{strings.Repeat("v", 100), "", ""},
	} {
		got, end, ok := l.Find(c.text, 0)
		if got != c.want || c.text[:end] != c.found || ok != (c.want != "") {
			t.Errorf("Find(%q) = %q %q %v, want %q %q", c.text, got, c.text[:end], ok, c.want, c.found)
		}
	}
}

func TestMemo(t *testing.T) {
	var l Lexicon[int]
	l.Add("square mile", 1)
	l.Add("mile", 2)
	m := NewMemo(&l)
	const text = "mile square mile"
	for _, at := range []int{0, 0, 5, 12, 5, 4, 4, 0, len(text)} {
		want, end, ok := l.Find(text, at)
		if got, gotEnd, gotOK := m.Find(text, at); got != want || gotEnd != end || gotOK != ok {
			t.Errorf("at %d: %d, %d, %v, want %d, %d, %v", at, got, gotEnd, gotOK, want, end, ok)
		}
	}
}

func TestLexiconDoesNotAllocate(t *testing.T) {
	var l Lexicon[int]
	l.Add("square kilometre", 1)
	if n := testing.AllocsPerRun(100, func() { l.Find("12 Square Kilometre", 3) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

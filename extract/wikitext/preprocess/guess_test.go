package preprocess

import (
	"testing"

	"github.com/tidywiki/tidywiki/extract/source"
)

func TestUnknownDateTemplates(t *testing.T) {
	for _, c := range []struct{ language, call, want string }{
		{"en", "{{Launch date and place|1990|10|3}}", "October 3, 1990"},
		{"el", "{{Ημερομηνία γέννησης και ηλικία|1985|2|5}}", "5 Φεβρουαρίου 1985"},
		{"fi", "{{Kuolinaika ja ikä vuosina|2019|12|25|1985|2|5}}", "25. joulukuuta 2019"},
		{"ko", "{{사망일과 나이 2|1985|2|5|2019|12|25}}", "2019년 12월 25일"},
		{"pt", "{{Data de abertura|3|10|1990}}", "3 de outubro de 1990"},
		{"de", "{{Datumsangabe|3|Oktober|1990}}", "3 Oktober 1990"},
		{"sv", "{{Startdatum|2003|4|5}}", "5 april 2003"},
		{"zh", "{{出生年月日與年齡|1985|2|5}}", "1985年2月5日"},
		{"en", "{{Term dates|1990|10|3|1994|10|2}}", "October 3, 1990 – October 2, 1994"},
		// No dates.
		{"en", "{{Candidate|1990|10|3}}", "1990 10 3"},
		{"en", "{{Last update|12|40|3}}", "12 40 3"},
		{"en", "{{Release date of|12|13|14}}", "12 13 14"},
		{"en", "{{Birth place|1985|Oxley}}", "1985 Oxley"},
		{"en", "{{Mandate|1990|10|3}}", "1990 10 3"},
	} {
		var r Result
		Run(&r, "x "+c.call, source.NewLines(c.call), Options{Title: "Rhine", Language: c.language}, new(source.Notes))
		if got := visibleText(&r); got != "x "+c.want {
			t.Errorf("%s: %q, want %q", c.call, got, c.want)
		}
	}
}

// visibleText is the text without what the page keeps aside.
func visibleText(r *Result) string {
	out, aside := []rune{}, false
	for _, c := range r.Text {
		switch {
		case c == markBegin:
			aside = true
		case c == markEnd:
			aside = false
		case !aside:
			out = append(out, c)
		}
	}
	return string(out)
}

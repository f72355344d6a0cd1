package plain

import (
	"strings"
	"testing"
)

func TestDetect(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     int
	}{
		{"infobox", "= T =\n\nInfobox\n- a: 1\n", surelyPlain},
		{"infobox beside a link", "Infobox\n- a: [[b]]\n", surelyPlain},
		{"rows", "| a | b |\n| c | d |\n", likelyPlain},
		{"rows in UTF-16", "\xFF\xFE" + strings.Join(strings.Split("| a | b |\n| c | d |\n", ""), "\x00") + "\x00", likelyPlain},
		{"rows beside a template", "{{x}}\n| a | b |\n| c | d |\n", mixedPlain},
		{"headings", "= T =\ntext", outlinePlain},
		{"items", "- a", outlinePlain},
		{"text", "Infobox is a word | here {| too", anyText},
		{"nothing", "", anyText},
		{"wikitext table", "text\n{| class=x\n|-\n| a || b\n|}", otherMarkup},
		{"wikitext table first", "{|\n| a\n|}", otherMarkup},
		{"wikitext box", "{{Infobox x\n| a = 1\n}}\n== H ==\n* [[b]]", otherMarkup},
		{"HTML", "<!DOCTYPE html><HTML>", otherMarkup},
		{"HTML table", "<p>a</p>\n<table><tr>", otherMarkup},
	} {
		if got := Detect([]byte(c.in)); got != c.want {
			t.Errorf("%s: Detect = %d, want %d", c.name, got, c.want)
		}
	}
}

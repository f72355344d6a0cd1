package wikitext

import (
	"os"
	"testing"

	"github.com/tidywiki/tidywiki/extract/plain"
)

func TestDetect(t *testing.T) {
	for _, c := range []struct {
		page string
		want int
	}{
		{"{|\n| a\n|}", surelyWikitext}, {"text\n :{| class=x\n|}", surelyWikitext}, {"{{Infobox river\n|a=b}}", surelyWikitext},
		{"\uFEFF{{infobox_x}}", surelyWikitext}, {"#REDIRECT [[x]]", surelyWikitext}, {"{{Taxobox|a=b}}", surelyWikitext},
		{"'''Rhine''' is a [[river]].", likelyWikitext}, {"a<ref>b</ref> {{c}}", likelyWikitext},
		{"see [[Rhine]]", maybeWikitext}, {"{{stub}}", maybeWikitext},
		{"== a ==\n* b", outlineOnly}, {"# a", outlineOnly},
		{"text", anyText}, {"", anyText}, {"| a | b |\n| c | d |", anyText}, {"[[ not closed", anyText}, {"a {| b", anyText},
		{"<!DOCTYPE html><table>[[a]]", otherFormat}, {"  <html>{{a}}", otherFormat}, {"<mediawiki>[[a]]{{b}}", otherFormat}, {`{"a": "[[b]]"}`, otherFormat},
	} {
		if got := Detect([]byte(c.page)); got != c.want {
			t.Errorf("%q: %d, want %d", c.page, got, c.want)
		}
	}
}

// TestDetectSeed: each page of the project's own is read by the right parser.
func TestDetectSeed(t *testing.T) {
	data, err := os.ReadFile("../../testdata/pages/first-session-12th-npc.txt")
	if err != nil {
		t.Fatal(err)
	}
	if w, p := Detect(data), plain.Detect(data); w >= p {
		t.Errorf("the plain page is wikitext by %d and plain by %d", w, p)
	}
}

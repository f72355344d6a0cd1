package html

import (
	"os"
	"testing"

	"github.com/tidywiki/tidywiki/extract/plain"
	"github.com/tidywiki/tidywiki/extract/wikitext"
)

// detected are pages and whether HTML is the best guess.
var detected = []struct {
	page string
	html bool
}{
	{"<!DOCTYPE html><p>x", true},
	{"\uFEFF \n<!-- a --><html lang=en>", true},
	{"<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x'><html>", true},
	{"<body class=x>text", true},
	{"<HTML><TABLE><TR><TD>a", true},
	{"\xFF\xFE<\x00h\x00t\x00m\x00l\x00>\x00", true},
	{`<div class="mw-content-ltr mw-parser-output"><p>a [[b]] {{c}}`, true},
	{`<section data-mw-section-id="0"><p>a</p><table typeof="mw:Transclusion"><tr><td>a`, true},
	{`<!-- x --><table class="infobox"><tr><td><a href="/wiki/Rhine">Rhine</a></td></tr></table><p>[[b]] {{c}}</p>`, true},
	{"<table>\n<tr><td>a</td></tr></table>", true},
	{"<p>a</p><table><tr><th>a</table>", true},

	{"<table>\n<tr><td>[[a]]</td><td>{{b}}</td></tr></table>", false},
	{"<div>\n{| class=x\n|a\n|}</div>", false},
	{"'''Rhine''' is a [[river]]. <table><tr><td>a</table>", false},
	{"{|\n|<table><tr><td>a</table>\n|}", false},
	{"<!-- a -->\n== b ==\n* c", false},
	{"text with a < b and <b>bold</b>", false},
	{"<b>bold</b> text", false},
	{"= Rivers =\n| Name | Length |\n| Rhine<br> | 1,233 |", false},
	{"<mediawiki><page><text>&lt;table>", false},
	{"<?xml version='1.0'?><feed><table><tr><td>", false},
	{"<notes>[[a]] {{b}}</notes>", false},
	{"", false},
	{"<", false},
}

func TestDetect(t *testing.T) {
	for _, c := range detected {
		data := []byte(c.page)
		h, other := Detect(data), max(plain.Detect(data), wikitext.Detect(data))
		if got := h > other; got != c.html {
			t.Errorf("%q: HTML %d, other formats %d", c.page, h, other)
		}
	}
}

// TestDetectSeed: the project's own page is not HTML.
func TestDetectSeed(t *testing.T) {
	data, err := os.ReadFile("../../testdata/pages/first-session-12th-npc.txt")
	if err != nil {
		t.Fatal(err)
	}
	if got := Detect(data); got != otherFormat {
		t.Errorf("the plain page is HTML by %d", got)
	}
}

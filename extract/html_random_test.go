package extract_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/extract/source"
)

// htmlSoup are the words of random pages: every part of a table, and of what can be
// in one, opened and closed in any order.
var htmlSoup = strings.Fields(`<table> <table> <table> </table> </table> <caption> </caption> <thead> </thead> <tbody> </tbody> <tfoot> </tfoot>
	<col> <colgroup> </colgroup> <tr> <tr> <tr> </tr> </tr> <td> <td> <td> <td> <th> <th> </td> </td> </th> <p> </p> <div> </div> <span> </span>
	<b> </b> <i> </i> <a> </a> <ul> <ol> </ul> </ol> <li> </li> <dl> <dt> <dd> </dl> <h2> </h2> <h3> <br> <hr> <sup> </sup> <sub> <pre> </pre>
	<blockquote> </blockquote> <center> </center> <form> </form> <input> <img> <nobr> </nobr> <font> </font> <small> </small> <x-y> </x-y>
	<script>x</script> <style>x</style> <!--x--> <td/> <tr/> <td|colspan=2> <td|rowspan="3"> <fieldset> </fieldset> <address> </address>
	a b c d 1 2 &amp; &nbsp; é . . .`)

// TestHTMLRandomTables compares the tables of random pages with those of an independent
// parser.
func TestHTMLRandomTables(t *testing.T) {
	n := 20_000
	if testing.Short() {
		n = 2_000
	}
	for seed := range n {
		page := htmlRandomPage(rand.New(rand.NewPCG(uint64(seed), 1)))
		d := htmlRead(t, &source.Source{Data: []byte(page)})
		htmlValid(t, d)
		if got, want := htmlOurs(d), htmlOracleOf(t, page); !slices.Equal(got, want) {
			t.Fatalf("%d: %s\ngot\n\t%s\nwant\n\t%s", seed, page, strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
		}
	}
}

func htmlRandomPage(r *rand.Rand) string {
	choices := make([]byte, 4+r.IntN(60))
	for i := range choices {
		choices[i] = byte(r.IntN(256))
	}
	return htmlSoupOf(choices)
}

// htmlSoupOf is a page of the words that bytes choose. The first is what it leaves out:
// the independent parser lets a header begin in a caption.
func htmlSoupOf(choices []byte) string {
	var b strings.Builder
	never := "th>"
	if len(choices) > 0 && choices[0]%2 == 0 {
		never = "caption>"
		b.WriteString("<!doctype html>")
	}
	for _, c := range choices {
		if word := htmlSoup[int(c)%len(htmlSoup)]; !strings.HasSuffix(word, never) {
			b.WriteString(strings.ReplaceAll(word, "|", " "))
		}
		if c > 200 {
			b.WriteByte("\n x"[int(c)%3])
		}
	}
	return b.String()
}

// htmlWikiSoup are words of pages with all that has a meaning beside tables.
var htmlWikiSoup = slices.Concat(htmlSoup, []string{`<div|class="mw-parser-output">`, `<main>`, `</main>`, `<h1|id="firstHeading">`, `</h1>`, `<h1>`, `<title>x|-|y</title>`,
	`<table|class="infobox">`, `<table|class="wikitable">`, `<table|class="navbox">`, `<table|hidden>`, `<tr|style="display:none">`, `<td|hidden>`,
	`<td|data-sort-value="1">`, `<th|rowspan="2">`, `<td|class="infobox-image">`, `<span|style="display:none">`, `<span|class="sortkey">`,
	`<span|style="visibility:hidden">`, `<sup|class="reference">`, `<a|href="#n1">`, `<a|href="/wiki/X">`, `<a|class="external|autonumber"|href="http://x">`,
	`<ol|class="references">`, `<li|id="n1">`, `<span|class="mw-cite-backlink">`, `<div|id="mw-normal-catlinks">`, `<div|class="toc">`, `<div|class="thumb">`,
	`<figure|typeof="mw:File">`, `</figure>`, `<figcaption>`, `</figcaption>`, `<img|src="/thumb/a.jpg/1px-a.jpg"|alt="b"|width="10">`, `<img|alt="c">`,
	`<math|alttext="x^2">`, `</math>`, `<svg>`, `</svg>`, `<select>`, `</select>`, `<video>`, `<template>`, `</template>`, `<textarea>`, `<!--`, `-->`, `<td`, `"`, `'`, `&#1;`,
	`<pre>`, `<xmp>`, `</xmp>`, `<nav>`, `</nav>`, `<div|class="infobox">`, `<div|style="display:none">`, `<div|class="metadata">`, `<body|class="mw-parser-output">`, "\r\n", "\x00", "\xff"})

// TestHTMLRandomPages: whatever is on a page, its document is sound.
func TestHTMLRandomPages(t *testing.T) {
	n := 20_000
	if testing.Short() {
		n = 2_000
	}
	for seed := range n {
		r := rand.New(rand.NewPCG(uint64(seed), 2))
		var b strings.Builder
		for range 4 + r.IntN(60) {
			b.WriteString(strings.ReplaceAll(htmlWikiSoup[r.IntN(len(htmlWikiSoup))], "|", " "))
			if r.IntN(3) == 0 {
				b.WriteByte("\n x"[r.IntN(3)])
			}
		}
		htmlValid(t, htmlRead(t, &source.Source{Data: []byte(b.String())}))
		if t.Failed() {
			t.Fatalf("%d: %q", seed, b.String())
		}
	}
}

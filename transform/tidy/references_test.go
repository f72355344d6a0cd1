package tidy

import (
	"context"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/extract/html"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/extract/wikitext"
	"github.com/tidywiki/tidywiki/transform"
	"github.com/tidywiki/tidywiki/transform/page"

	"github.com/tidywiki/tidywiki/extract"
)

// elm is one page in both markups.
const (
	elmWikitext = `{{Infobox river
| length = 120 km<ref name="atlas">{{cite book |last1=Oak |first1=Ann |last2=Ash |first2=Bo |title=Atlas of Rivers |publisher=Fir Press |date=5 May 2010 |isbn=978-3-16-148410-0}}</ref>
}}
The '''Elm''' is long.<ref>{{cite web |url=http://example.org/a |title=Elm facts |website=Riverpedia |date=2012-03 |access-date=1 June 2013 |archive-url=https://web.archive.org/web/2013/http://example.org/a}}</ref><ref>[http://example.org/b Old maps], 1901</ref> See [[Fir (river)|Fir]].<ref group="n">A note.</ref>
== Towns ==
{|
|+ Towns<ref name="atlas" />
! Town !! People
|-
| [[Ashville, Norland|Ashville]] || 1,200<ref name="census" />
|-
| [[Birch]] || 300
|}
* See [http://example.org the site], [[#Towns|above]], [[:Category:Trees|trees]]
<references><ref name="census">Census</ref><ref name="other">Not cited</ref></references>
[[Category:Rivers]]
`
	elmHTML = `<div class="mw-parser-output"><table class="infobox"><tr><th>length</th><td>120 km<sup class="reference"><a href="#cite_note-atlas-1">[1]</a></sup></td></tr></table>
<p>The <b>Elm</b> is long.<sup class="reference"><a href="#cite_note-2">[2]</a></sup><sup class="reference"><a href="#cite_note-3">[3]</a></sup> See <a href="/wiki/Fir_(river)" title="Fir (river)">Fir</a>.<sup class="reference"><a href="#cite_note-4">[n 1]</a></sup></p>
<h2>Towns</h2>
<table><caption>Towns<sup class="reference"><a href="#cite_note-atlas-1">[1]</a></sup></caption><tr><th>Town</th><th>People</th></tr>
<tr><td><a href="/wiki/Ashville,_Norland">Ashville</a></td><td>1,200<sup class="reference"><a href="#cite_note-census-5">[4]</a></sup></td></tr>
<tr><td><a href="/wiki/Birch">Birch</a></td><td>300</td></tr></table>
<ul><li>See <a class="external text" href="http://example.org">the site</a>, <a href="#Towns">above</a>, <a href="/wiki/Category:Trees">trees</a></li></ul>
<ol class="references"><li id="cite_note-4"><span class="mw-cite-backlink"><a href="#x">^</a></span> <span class="reference-text">A note.</span></li></ol>
<ol class="references">
<li id="cite_note-atlas-1"><span class="mw-cite-backlink"><a href="#x">^</a></span> <span class="reference-text"><cite class="citation book cs1">Oak, Ann; Ash, Bo (5 May 2010). <i>Atlas of Rivers</i>. Fir Press. <a href="/wiki/Special:BookSources/978-3-16-148410-0">978-3-16-148410-0</a>.</cite><span title="ctx_ver=Z39.88-2004&amp;rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Abook&amp;rft.genre=book&amp;rft.btitle=Atlas+of+Rivers&amp;rft.pub=Fir+Press&amp;rft.date=2010-05-05&amp;rft.isbn=978-3-16-148410-0&amp;rft.au=Oak%2C+Ann&amp;rft.au=Ash%2C+Bo" class="Z3988"></span></span></li>
<li id="cite_note-2"><span class="reference-text"><cite class="citation web cs1"><a class="external text" href="http://example.org/a">"Elm facts"</a>. <i>Riverpedia</i>. 2012-03. <a class="external text" href="https://web.archive.org/web/2013/http://example.org/a">Archived</a><span class="reference-accessdate">. Retrieved 1 June 2013</span>.</cite><span title="ctx_ver=Z39.88-2004&amp;rft.genre=unknown&amp;rft.jtitle=Riverpedia&amp;rft.atitle=Elm+facts&amp;rft.date=2012-03&amp;rft_id=http%3A%2F%2Fexample.org%2Fa" class="Z3988"></span></span></li>
<li id="cite_note-3"><span class="reference-text"><a class="external text" href="http://example.org/b">Old maps</a>, 1901</span></li>
<li id="cite_note-census-5"><span class="reference-text">Census</span></li>
<li id="cite_note-other-6"><span class="reference-text">Not cited</span></li></ol></div>
<div id="mw-normal-catlinks" class="mw-normal-catlinks"><a href="/wiki/Special:Categories">Categories</a>: <ul><li><a href="/wiki/Category:Rivers">Rivers</a></li></ul></div>
`
)

// convertAs takes a page through the steps of this package.
func convertAs(t *testing.T, parser extract.Extractor, name, text string) *page.Page {
	t.Helper()
	doc, err := parser.Extract(context.Background(), &source.Source{Name: name, Title: "Elm", Data: []byte(text)})
	if err != nil {
		t.Fatal(err)
	}
	d := NewPage(doc)
	for _, step := range []transform.Step{Outline{}, Infobox{}, Parameters{}, Tables{}, References{}} {
		if d, err = step.Apply(context.Background(), d); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

func wikitextPage(t *testing.T, text string) *page.Page {
	return convertAs(t, wikitext.New(wikitext.Options{}), "page.wiki", text)
}

func htmlPage(t *testing.T, text string) *page.Page {
	return convertAs(t, html.New(html.Options{}), "page.html", text)
}

// Both markups of a page give the same references, citations and links.
func TestReferences(t *testing.T) {
	for name, d := range map[string]*page.Page{"wikitext": wikitextPage(t, elmWikitext), "html": htmlPage(t, elmHTML)} {
		same(t, name+" references", show(d.Table("references"), "reference", "name", "template", "title", "url", "author", "work", "publisher", "date", "access_date", "isbn"), `
			1 | atlas | Cite book | Atlas of Rivers | ~ | Oak, Ann; Ash, Bo | ~ | Fir Press | 2010-05-05 | ~ | 978-3-16-148410-0
			2 | ~ | Cite web | Elm facts | http://example.org/a | ~ | Riverpedia | ~ | 2012-03 | 2013-06-01 | ~
			3 | ~ | ~ | Old maps | http://example.org/b | ~ | ~ | ~ | ~ | ~ | ~
			4 | ~ | ~ | ~ | ~ | ~ | ~ | ~ | ~ | ~ | ~
			5 | census | ~ | ~ | ~ | ~ | ~ | ~ | ~ | ~ | ~
			6 | other | ~ | ~ | ~ | ~ | ~ | ~ | ~ | ~ | ~
		`)
		same(t, name+" archives", show(d.Table("references"), "archive_url"), `
			~
			https://web.archive.org/web/2013/http://example.org/a
			~
			~
			~
			~
		`)
		same(t, name+" citations", show(d.Table("citations"), "reference", "where", "ordinal", "table", "row", "col"), `
			1 | infobox | 1 | ~ | ~ | ~
			2 | paragraph | 1 | ~ | ~ | ~
			3 | paragraph | 1 | ~ | ~ | ~
			4 | paragraph | 1 | ~ | ~ | ~
			1 | table | 1 | 1 | ~ | ~
			5 | cell | 4 | 1 | 2 | 2
		`)
		var links []string
		for _, line := range strings.Split(show(d.Table("links"), "where", "ordinal", "table", "row", "col", "kind", "target", "fragment", "text"), "\n") {
			if !strings.HasPrefix(line, "reference") { // a rendered citation has links that its wikitext does not
				links = append(links, line)
			}
		}
		same(t, name+" links", strings.Join(links, "\n"), `
			page | 1 | ~ | ~ | ~ | category | Rivers | ~ | Rivers
			paragraph | 1 | ~ | ~ | ~ | page | Fir (river) | ~ | Fir
			item | 1 | ~ | ~ | ~ | external | http://example.org | ~ | the site
			item | 1 | ~ | ~ | ~ | page | Elm | Towns | above
			item | 1 | ~ | ~ | ~ | category | Trees | ~ | trees
			cell | 3 | 1 | 2 | 1 | page | Ashville, Norland | ~ | Ashville
			cell | 5 | 1 | 3 | 1 | page | Birch | ~ | Birch
		`)
		if link := show(d.Table("tables/elm/01-towns"), "town", "town_link"); link != "Ashville | Ashville, Norland\nBirch | Birch\n" {
			t.Errorf("%s: the wide table has %q", name, link)
		}
	}
}

// TestReferenceOf has references in wikitext with what is read of them.
func TestReferenceOf(t *testing.T) {
	for text, want := range map[string]string{
		"a<ref>b</ref>":                                                                    "~ | ~ | ~ | b\n",
		"a<ref>b</ref> c<ref>b</ref>":                                                      "~ | ~ | ~ | b\n~ | ~ | ~ | b\n",
		"a<ref name=n>b</ref> c<ref name='n'/>":                                            "n | ~ | ~ | b\n",
		"a<ref name=n>b</ref> c<ref name=n group=g>d</ref>":                                "n | ~ | ~ | b\nn | ~ | ~ | d\n",
		"a<ref name=n/>":                                                                   "n | ~ | ~ | n\n",
		"a{{efn|b}} c{{efn|name=m|d}} e{{efn|name=m}}":                                     "~ | ~ | ~ | b\nm | ~ | ~ | d\n",
		"a{{sfn|Oak|2010|p=5}} b{{sfn|Oak|2010|p=5}} c{{sfn|Oak|2010|p=6}}":                "FOOTNOTEOak20105 | ~ | ~ | Oak 2010, p. 5\nFOOTNOTEOak20106 | ~ | ~ | Oak 2010, p. 6\n",
		"a<ref>{{harvnb|Oak|2010|pp=5–6}}</ref>":                                           "~ | ~ | ~ | Oak 2010, pp. 5–6\n",
		"a{{r|n|m}}{{reflist|refs=<ref name=n>b</ref><ref name=m>c</ref>}}":                "n | ~ | ~ | b\nm | ~ | ~ | c\n",
		"a{{efn|b<ref>c</ref>}}":                                                           "~ | ~ | ~ | b\n~ | ~ | ~ | c\n",
		"* {{cite book|title=T}}":                                                          "~ | T | ~ | T\n",
		"a<ref>{{Internetquelle|autor=B|url=http://c.org|titel=T|abruf=2010-05-05}}</ref>": "~ | T | http://c.org | B. T. http://c.org\n",
		"a<ref>{{cite thing|title=T|url=http://c.org}}</ref>":                              "~ | T | http://c.org | T. http://c.org\n",
		"a<ref>{{cite web|title=T|url=http://c.org}} {{webarchive|url=https://web.archive.org/c}}</ref>": "~ | T | http://c.org | T. http://c.org\n",
		"a{{citation needed|date=May 2010}}":                    "",
		"a<ref>{{dead link|date=May 2010}}[http://c.org]</ref>": "~ | ~ | http://c.org | [1]\n",
		"a<nowiki><ref>b</ref></nowiki>":                        "",
		"{{abbr|a|b}}":                                          "",
	} {
		if got := show(wikitextPage(t, text).Table("references"), "name", "title", "url", "text"); got != want {
			t.Errorf("%s\ngives %q\nwant  %q", text, got, want)
		}
	}
}

// TestLinks has texts with the kinds and targets of their links.
func TestLinks(t *testing.T) {
	for text, want := range map[string]string{
		"[[A b|c]]":               "page | A b | ~ | c\n",
		"[[A_b#C d]]":             "page | A b | C d | A_b#C d\n",
		"[[:fr:A]] [[fr:B]]":      "interwiki | fr:B | ~ | B\ninterwiki | fr:A | ~ | fr:A\n",
		"[[wikt:a|b]]":            "interwiki | wikt:a | ~ | b\n",
		"[[Fr: A]]":               "page | Fr: A | ~ | Fr: A\n",
		"[[Star: a film]]":        "page | Star: a film | ~ | Star: a film\n",
		"[[:Datei:A.png|b]]":      "file | A.png | ~ | b\n",
		"[[Bild:A.png|mini|b]] c": "file | A.png | ~ | A.png\n",
		"[[File:A.png]]":          "file | A.png | ~ | A.png\n",
		"http://a.org/b#c":        "external | http://a.org/b#c | ~ | http://a.org/b#c\n",
		"[mailto:a@b.org c]":      "external | mailto:a@b.org | ~ | c\n",
		"#REDIRECT [[A#B]]":       "page | A | B | A#B\n",
		"[[a<b]] [[]]":            "",
		"<nowiki>[[a]]</nowiki>":  "",
	} {
		if got := show(wikitextPage(t, text).Table("links"), "kind", "target", "fragment", "text"); got != want {
			t.Errorf("%s\ngives %q\nwant  %q", text, got, want)
		}
	}
}

// A column has its links beside it only where each cell has one that says more.
func TestLinkColumn(t *testing.T) {
	for cells, want := range map[string]string{
		"[[A (x)|A]]/[[B]]":                   "string, c_link string",
		"[[A (x)|A]]/—":                       "string, c_link string",
		"[[1990 cup|1990]]/[[2000 cup|2000]]": "year, c_link string",
		"[[A]]/[[B]]":                         "string",
		"[[a]]/[[B#C|b]]":                     "string",
		"[[A (x)|A]]/B":                       "string",
		"[[A (x)|A]]/[[B]], [[C]]":            "string",
		"[[A (x)|A]]/[http://b.org b]":        "string",
		"[[A (x)|A]]/[[:fr:B|b]]":             "string",
		"A/B":                                 "string",
	} {
		first, second, _ := strings.Cut(cells, "/[")
		if second == "" {
			first, second, _ = strings.Cut(cells, "/")
		} else {
			second = "[" + second
		}
		d := wikitextPage(t, "{|\n! C !! D\n|-\n| "+first+" || x\n|-\n| "+second+" || y\n|}")
		if got := fields(d.Table("tables/elm/01-elm")); got != "c "+want+", d string, line integer" {
			t.Errorf("%s gives %q, want %q", cells, got, want)
		}
	}
}

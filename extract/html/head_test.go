package html

import (
	"testing"

	"github.com/tidywiki/tidywiki/extract/document"
)

func TestHead(t *testing.T) {
	for _, c := range []struct {
		name, page string
		want       document.Meta
	}{
		{"MediaWiki", `<html lang="fr"><head><script>RLCONF={"wgPageName":"Elbe","wgRevisionId":42,"wgPageContentLanguage":"de","wgWikibaseItemId":"Q1644"};</script>
<link rel="license" href="https://creativecommons.org/licenses/by-sa/4.0/deed.de"><link rel="canonical" href="https://de.wikipedia.org/wiki/Elbe"></head>`,
			document.Meta{URL: "https://de.wikipedia.org/wiki/Elbe", Language: "de", Revision: 42, License: "CC-BY-SA-4.0", Wikidata: "Q1644"}},
		{"the content's language, not the interface's", `<html lang="en"><head></head><div id="mw-content-text" class="mw-body-content mw-content-ltr" lang="nl" dir="ltr">`,
			document.Meta{Language: "nl"}},
		{"Parsoid", `<html prefix="dc: http://purl.org/dc/terms/" about="https://es.wikipedia.org/wiki/Special:Redirect/revision/77"><head>
<link rel="dc:isVersionOf" href="//es.wikipedia.org/wiki/Ebro"/><meta http-equiv="content-language" content="es"/></head>`,
			document.Meta{URL: "https://es.wikipedia.org/wiki/Ebro", Language: "es", Revision: 77}},
		{"JSON-LD", `<html lang="en"><head></head><script type="application/ld+json">{"@context":"https:\/\/schema.org","name":"Po","url":"https:\/\/en.wikipedia.org\/wiki\/Po","sameAs":"http:\/\/www.wikidata.org\/entity\/Q643","mainEntity":"http:\/\/www.wikidata.org\/entity\/Q643"}</script>`,
			document.Meta{URL: "https://en.wikipedia.org/wiki/Po", Language: "en", Wikidata: "Q643"}},
		{"a copy of a site", `<html lang="de"><head><script>RLCONF={"wgPageName":"Elbe_(Fluss)"}</script><link rel="license" href="../../creativecommons.org/licenses/by-sa/3.0/index.html"/></head>
<a href="https://de.wikipedia.org/w/index.php?title=Elbe_(Fluss)&amp;action=edit">edit</a>`,
			document.Meta{URL: "https://de.wikipedia.org/wiki/Elbe_(Fluss)", Language: "de", License: "CC-BY-SA-3.0"}},

		{"nothing", `<table><tr><td>1</table>`, document.Meta{}},
		{"no language", `<html lang="x!"><head><meta http-equiv="content-type" content="de"></head>`, document.Meta{}},
		{"an address of this site", `<html><head><link rel="canonical" href="/wiki/Elbe"><link rel="alternate" href="https://fr.wikipedia.org/wiki/Elbe"></head>`, document.Meta{}},
		{"edit links of another page", `<head><script>{"wgPageName":"Elbe"}</script></head><a href="https://de.wikipedia.org/w/index.php?title=Elbe_(Film)&amp;action=edit">`, document.Meta{}},
		{"no item, no number", `<head><script>{"wgWikibaseItemId":null,"wgRevisionId":0}</script></head>`, document.Meta{}},
		{"a text about variables", `<head></head><p>The variable wgRevisionId is set by MediaWiki.</p>`, document.Meta{}},
		{"inside a comment", `<head><!-- <link rel="canonical" href="https://de.wikipedia.org/wiki/Elbe"> --></head>`, document.Meta{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := head(c.page); got != c.want {
				t.Errorf("got  %+v\nwant %+v", got, c.want)
			}
		})
	}
}

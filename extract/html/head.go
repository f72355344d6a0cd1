package html

import (
	"cmp"
	"regexp"
	"strconv"
	"strings"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/internal/spdx"
	"github.com/tidywiki/tidywiki/extract/language"
)

// longestHead is how much of a page is searched for what it declares.
const longestHead = 1 << 20

// shortHead is how much of a page without </head> is read for elements of the head.
const shortHead = 8 << 10

// head reads what a page declares about itself: MediaWiki's variables (wgRevisionId),
// Parsoid's RDFa, schema.org's JSON-LD, links and attributes.
//
//	<html lang="de"> <link rel="canonical" href="https://de.wikipedia.org/wiki/Elbe">
//
// is Meta{Language: "de", URL: "https://de.wikipedia.org/wiki/Elbe"}. The language of
// the content comes before that of the interface, which is what html's lang names.
func head(text string) document.Meta {
	if len(text) > longestHead {
		text = text[:longestHead]
	}
	h := header{text: text}
	h.tags()
	h.variables()
	h.structured()
	h.addresses()
	return h.meta()
}

// A header collects what a page declares, by where it says so.
type header struct {
	text                       string
	content, element, page     string // languages: of the content, of its element, of the page
	canonical, graph, mirrored string // addresses
	name                       string // wgPageName
	revision                   int64
	license, item              string
}

// tags reads the elements of the head, and the language of the element that holds the
// article.
func (h *header) tags() {
	end := strings.Index(h.text, "</head")
	if end < 0 {
		end = min(len(h.text), shortHead)
	}
	var t token
	for i := 0; i < end; {
		j := strings.IndexByte(h.text[i:end], '<')
		if j < 0 {
			break
		}
		i += j
		if after, _ := commentEnd(h.text, i); after > 0 {
			i = after
			continue
		}
		if !t.read(h.text, i) {
			i++
			continue
		}
		i = t.end
		if !t.closing {
			h.tag(&t)
		}
	}
	for _, class := range []string{"mw-content-ltr", "mw-content-rtl"} {
		i := strings.Index(h.text, class)
		if i < 0 {
			continue
		}
		if at := strings.LastIndexByte(h.text[:i], '<'); at >= 0 && t.read(h.text, at) && t.end > i {
			h.element = language.Clean(t.attrs.text(attrLang))
		}
	}
}

func (h *header) tag(t *token) {
	a := &t.attrs
	switch strings.ToLower(t.name) {
	case "html":
		h.page = language.Clean(a.text(attrLang))
		if about := a.text(attrAbout); h.revision == 0 {
			h.revision = lastNumber(about, "/revision/")
		}
	case "link":
		switch strings.ToLower(a.get(attrRel)) {
		case "canonical":
			h.canonical = absolute(a.text(attrHref))
		case "dc:isversionof":
			h.graph = absolute(a.text(attrHref))
		case "license":
			h.licensed(a.text(attrHref))
		}
	case "meta":
		switch property := strings.ToLower(a.get(attrProperty)); {
		case property == "og:url" && h.graph == "":
			h.graph = absolute(a.text(attrContent))
		case strings.EqualFold(a.get(attrHTTPEquiv), "content-language"):
			h.content = language.Clean(a.text(attrContent))
		}
	}
}

// licensed keeps the license at an address. Copies of sites name it by a path that
// leads out of their folder.
func (h *header) licensed(address string) {
	if i := strings.Index(address, "creativecommons.org/"); i > 0 && !strings.Contains(address, "//") {
		address = "//" + address[i:]
	}
	if id := spdx.ByURL(address); id != "" {
		h.license = id
	}
}

// variables reads those that MediaWiki sets for its scripts.
func (h *header) variables() {
	first := strings.Index(h.text, `"wg`)
	if first < 0 {
		return
	}
	vars := h.text[first:]
	if tag := language.Clean(variable(vars, "wgPageContentLanguage")); tag != "" {
		h.content = tag
	}
	if n, err := strconv.ParseInt(variable(vars, "wgRevisionId"), 10, 64); err == nil && n > 0 {
		h.revision = n
	}
	h.item = itemID(variable(vars, "wgWikibaseItemId"))
	h.name = variable(vars, "wgPageName")
}

// variable returns the value of a variable of MediaWiki as JSON has it, without quotes.
func variable(text, name string) string {
	i := strings.Index(text, `"`+name+`":`)
	if i < 0 {
		return ""
	}
	value := text[i+len(name)+3:]
	if strings.HasPrefix(value, `"`) {
		value, _, _ = strings.Cut(value[1:min(len(value), 2000)], `"`)
		return value
	}
	end := strings.IndexFunc(value, func(r rune) bool { return r < '0' || r > '9' })
	return value[:max(end, 0)]
}

// structured matches what schema.org's description of a page has.
var structured = regexp.MustCompile(`"(url|mainEntity)":"([^"]{1,1000})"`)

// structured reads the JSON-LD of MediaWiki: the address, and the item of Wikidata.
func (h *header) structured() {
	i := strings.Index(h.text, `{"@context":"https:\/\/schema.org"`)
	if i < 0 {
		return
	}
	end := strings.Index(h.text[i:], "</script")
	if end < 0 {
		return
	}
	for _, m := range structured.FindAllStringSubmatch(h.text[i:i+end], -1) {
		switch value := strings.ReplaceAll(m[2], `\/`, "/"); {
		case m[1] == "url" && h.graph == "" && strings.Contains(value, "/wiki/"):
			h.graph = absolute(value)
		case m[1] == "mainEntity" && h.item == "" && strings.Contains(value, "wikidata.org/"):
			h.item = itemID(value[strings.LastIndexByte(value, '/')+1:])
		}
	}
}

// addresses finds the host of a page that names itself in its edit links only.
func (h *header) addresses() {
	if h.canonical != "" || h.graph != "" || h.name == "" {
		return
	}
	const script = "/w/index.php"
	i := strings.Index(h.text, script+"?title="+h.name+"&")
	if i < 0 {
		return
	}
	start := strings.LastIndexAny(h.text[:i], `"'`)
	if site := h.text[start+1 : i]; strings.HasPrefix(site, "https://") || strings.HasPrefix(site, "//") {
		h.mirrored = absolute(site + "/wiki/" + h.name)
	}
}

func (h *header) meta() document.Meta {
	m := document.Meta{Revision: h.revision, License: h.license, Wikidata: h.item}
	for _, tag := range []string{h.content, h.element, h.page} {
		m.Language = cmp.Or(m.Language, tag)
	}
	for _, address := range []string{h.canonical, h.graph, h.mirrored} {
		m.URL = cmp.Or(m.URL, address)
	}
	return m
}

// absolute returns an address of the web with its scheme, "" for any other.
func absolute(address string) string {
	address = strings.TrimSpace(address)
	if strings.HasPrefix(address, "//") {
		address = "https:" + address
	}
	if !strings.HasPrefix(address, "https://") && !strings.HasPrefix(address, "http://") || strings.ContainsAny(address, " \t\n<>\"") {
		return ""
	}
	return printable(address)
}

// itemID returns an identifier of Wikidata, "" for any other text.
func itemID(s string) string {
	if len(s) > 1 && len(s) < 16 && s[0] == 'Q' && strings.Trim(s[1:], "0123456789") == "" {
		return s
	}
	return ""
}

// lastNumber is the number that an address ends with behind a part, else 0.
func lastNumber(address, part string) int64 {
	_, digits, ok := strings.Cut(address, part)
	if !ok {
		return 0
	}
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil {
		return 0
	}
	return n
}

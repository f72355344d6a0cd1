package dump

import (
	_ "embed"
	"encoding/xml"
	"io"
	"net/url"
	"strconv"
	"strings"
	"sync"

	"github.com/tidywiki/tidywiki/internal/wordlist"
)

// A Site has what a dump says about its wiki. Any field may be empty.
type Site struct {
	Name      string // "Wikipedia"
	DBName    string // "enwiki"
	Base      string // address of the main page
	Generator string
	Version   string // of the schema: "0.11"
	Language  string // BCP 47
	License   string // SPDX identifier, if it is known for the wiki
	// Namespaces has the names of namespaces by number, in the wiki's language. The
	// name of the main namespace is empty.
	Namespaces map[int]string

	root        bool   // there is a root element
	articles    string // address of a page up to its title, or ""
	permalinks  string // address of a revision up to its id, or ""
	spaceByName map[string]int
}

// maxHead limits how much is read before the first page.
const maxHead = 1 << 20

// readSite reads the beginning of a dump up to its first page. It returns ErrNotDump if
// head is not the beginning of a dump.
func readSite(head string) (*Site, error) {
	s := &Site{Namespaces: map[int]string{}}
	d := xml.NewDecoder(strings.NewReader(head))
	d.Strict = false
	// The text is in UTF-8 by now, whatever its declaration says.
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	for {
		t, err := d.RawToken()
		if err != nil {
			if !s.root {
				return nil, ErrNotDump
			}
			break // the head may end anywhere
		}
		el, ok := t.(xml.StartElement)
		switch {
		case isBlank(t):
			continue
		case !ok && !s.root:
			return nil, ErrNotDump
		case !ok:
			continue
		}
		if el.Name.Local == "page" {
			break
		}
		if !s.root {
			if el.Name.Local != "mediawiki" {
				return nil, ErrNotDump
			}
			s.root = true
			s.Version, s.Language = attr(el, "version"), attr(el, "lang")
			continue
		}
		s.read(d, el)
	}
	s.complete()
	return s, nil
}

// isBlank reports whether a token may come before the root element.
func isBlank(t xml.Token) bool {
	switch t := t.(type) {
	case xml.CharData:
		return strings.Trim(string(t), " \t\r\n\ufeff") == ""
	case xml.Comment, xml.ProcInst, xml.Directive:
		return true
	}
	return false
}

func attr(el xml.StartElement, name string) string {
	for _, a := range el.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// read reads an element of siteinfo.
func (s *Site) read(d *xml.Decoder, el xml.StartElement) {
	var into *string
	switch el.Name.Local {
	case "sitename":
		into = &s.Name
	case "dbname":
		into = &s.DBName
	case "base":
		into = &s.Base
	case "generator":
		into = &s.Generator
	case "namespace":
		n, err := strconv.Atoi(attr(el, "key"))
		if err == nil {
			s.Namespaces[n] = content(d)
		}
		return
	default:
		return
	}
	*into = content(d)
}

// content returns the text up to the next tag.
func content(d *xml.Decoder) string {
	t, err := d.RawToken()
	if text, ok := t.(xml.CharData); ok && err == nil {
		return strings.TrimSpace(string(text))
	}
	return ""
}

// complete derives the other fields from those in the dump.
func (s *Site) complete() {
	s.spaceByName = map[string]int{}
	for n, name := range s.Namespaces {
		if name != "" {
			s.spaceByName[strings.ToLower(spaced(name))] = n
		}
	}
	u, err := url.Parse(s.Base)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return
	}
	for _, begin := range []string{"/index.php/", "/wiki/"} {
		if i := strings.Index(u.EscapedPath(), begin); i >= 0 {
			s.articles = u.Scheme + "://" + u.Host + u.EscapedPath()[:i] + begin
			break
		}
	}
	host := strings.ToLower(u.Hostname())
	for _, w := range knownWikis() {
		if host == w.host || strings.HasSuffix(host, "."+w.host) {
			s.License = w.license
			s.permalinks = "https://" + u.Host + w.script + "?oldid="
			s.articles = "https://" + strings.TrimPrefix(s.articles, u.Scheme+"://")
		}
	}
	if i := strings.Index(u.EscapedPath(), "/index.php"); i >= 0 && s.permalinks == "" {
		s.permalinks = u.Scheme + "://" + u.Host + u.EscapedPath()[:i] + "/index.php?oldid="
	}
}

// namespaceOf returns the namespace of a title by its prefix.
func (s *Site) namespaceOf(title string) int {
	prefix, _, ok := strings.Cut(title, ":")
	if !ok {
		return 0
	}
	return s.spaceByName[strings.ToLower(spaced(prefix))]
}

// name returns the URL of a page, or its title if the dump does not have the URL of its
// wiki.
func (s *Site) name(title string) string {
	if s.articles == "" || title == "" {
		return title
	}
	return s.articles + escapeTitle(title)
}

// revisionURL returns the URL of a revision, or "".
func (s *Site) revisionURL(id int64) string {
	if s.permalinks == "" || id == 0 {
		return ""
	}
	return s.permalinks + strconv.FormatInt(id, 10)
}

// revisionName returns the name of one of several revisions of a page.
func (s *Site) revisionName(page string, id int64) string {
	if s.articles != "" {
		return page + "?oldid=" + strconv.FormatInt(id, 10)
	}
	return page + "@" + strconv.FormatInt(id, 10)
}

// escapeTitle escapes a title as MediaWiki does in URLs.
func escapeTitle(title string) string {
	parts := strings.Split(strings.ReplaceAll(title, " ", "_"), "/")
	for i, p := range parts {
		parts[i] = strings.ReplaceAll(url.PathEscape(p), "%2C", ",")
	}
	return strings.Join(parts, "/")
}

// wikis.txt has facts about wikis by host.
//
//go:embed wikis.txt
var wikisText string

type knownWiki struct{ host, license, script string }

var knownWikis = sync.OnceValue(func() []knownWiki {
	var all []knownWiki
	for line := range wordlist.Lines(wikisText) {
		if f := strings.Fields(line); len(f) == 3 {
			all = append(all, knownWiki{f[0], f[1], f[2]})
		}
	}
	return all
})

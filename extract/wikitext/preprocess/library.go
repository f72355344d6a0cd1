package preprocess

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/internal/wordlist"
)

// templates.wiki has the templates that are built in: the ones most pages use, as
// short as what a reader sees of them. A heading "== name, alias, alias ==" begins
// each; aliases are the names in other languages. Anyone can add to it.
//
//go:embed templates.wiki
var templatesText string

// silent.txt has the names of templates that show nothing where they stand
// (navigation, tracking, maintenance): one a line, "prefix x" for all that begin
// with x.
//
//go:embed silent.txt
var silentText string

// library maps the titles of built-in templates to their texts.
var library = sync.OnceValue(func() map[string]*parsedTemplate {
	out := map[string]*parsedTemplate{}
	for _, entry := range strings.Split("\n"+templatesText, "\n== ")[1:] {
		names, text, ok := strings.Cut(entry, " ==\n")
		if !ok {
			panic("preprocess: templates.wiki: a heading has no end: " + entry)
		}
		t := parseTemplate(strings.TrimRight(text, "\n"))
		for name := range strings.SplitSeq(names, ",") {
			out[foldTitle(strings.TrimSpace(name))] = t
		}
	}
	return out
})

// builtIn finds a template that is built in, nil if there is none. The codes of
// countries are templates, too: {{USA}}.
func builtIn(title string) *parsedTemplate {
	if t := library()[foldTitle(title)]; t != nil {
		return t
	}
	if name := countries()[title]; name != "" && len(title) == 3 {
		return &parsedTemplate{text: "[[" + name + "]]"}
	}
	return nil
}

// foldTitle makes one of the spellings of a title: templates are found whatever
// the case of their letters.
func foldTitle(title string) string { return strings.ToLower(title) }

var silent = sync.OnceValue(func() (s struct {
	names    map[string]bool
	prefixes []string
}) {
	s.names = map[string]bool{}
	for line := range wordlist.Lines(silentText) {
		if p, ok := strings.CutPrefix(line, "prefix "); ok {
			s.prefixes = append(s.prefixes, p)
		} else {
			s.names[line] = true
		}
	}
	return s
})

// isSilent says that a template shows nothing where it stands.
func isSilent(title string) bool {
	title = foldTitle(title)
	s := silent()
	if s.names[title] {
		return true
	}
	for _, p := range s.prefixes {
		if rest, ok := strings.CutPrefix(title, p); ok && !startsWithLetter(rest) {
			return true
		}
	}
	return false
}

func startsWithLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

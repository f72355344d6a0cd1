package preprocess

import (
	"embed"
	"io/fs"
	"strings"
	"sync"

	"github.com/tidywiki/tidywiki/extract/internal/icon"
)

// templates has the templates that are built in, a file per subject: the ones most
// pages use, as short as what a reader sees of them. A heading
// "== name, alias, alias ==" begins each; aliases are the names in other languages,
// and #invoke:name for a module. What comes before the first heading is a comment.
// Anyone can add to them.
//
//go:embed templates
var templates embed.FS

// library maps the titles of built-in templates to their texts.
var library = sync.OnceValue(func() map[string]*parsedTemplate {
	out := map[string]*parsedTemplate{}
	for _, entry := range libraryEntries() {
		t := parseTemplate(entry.text)
		for _, name := range entry.names {
			out[name] = t
		}
	}
	for name, i := range icon.Templates() {
		out[name] = parseTemplate("{{#icon:" + i.Meaning + "|" + i.Sign + "}}{{{1|}}}")
	}
	return out
})

// A libraryEntry is a template in one of the files.
type libraryEntry struct {
	names []string
	text  string
}

func libraryEntries() []libraryEntry {
	files, err := fs.Glob(templates, "templates/*.wiki")
	if err != nil {
		panic(err)
	}
	var out []libraryEntry
	for _, file := range files {
		data, err := templates.ReadFile(file)
		if err != nil {
			panic(err)
		}
		for _, entry := range strings.Split("\n"+string(data), "\n== ")[1:] {
			names, text, ok := strings.Cut(entry, " ==\n")
			if !ok {
				panic("preprocess: " + file + ": a heading has no end: " + entry)
			}
			e := libraryEntry{text: strings.TrimRight(text, "\n")}
			for name := range strings.SplitSeq(names, ",") {
				e.names = append(e.names, strings.TrimSpace(name))
			}
			out = append(out, e)
		}
	}
	return out
}

// builtIn finds a template that is built in, nil if there is none. The codes of
// countries are templates, too: {{USA}}, and {{USA|#}} for the flag alone.
func builtIn(title string) *parsedTemplate {
	if t := library()[foldTitle(title)]; t != nil {
		return t
	}
	if len(title) == 3 && countries()[title] != "" {
		name := "{{#country:" + title + "}}"
		return parseTemplate("{{#ifeq:{{{1|}}}|#|{{#icon:" + name + "}}|[[" + name + "]]}}")
	}
	return nil
}

// foldTitle makes one of the spellings of a title: templates are found whatever
// the case of their letters.
func foldTitle(title string) string { return strings.ToLower(title) }

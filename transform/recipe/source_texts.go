package recipe

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/transform/number"
)

// textVariables has the variables of a source from texts other than its groups.
var textVariables = []string{"text", "where", "section", "path", "line", "lead"}

// textsSource makes a row for each match of a pattern.
type textsSource struct{ *finder }

func (c *compiler) textsSource(s *sourceSpec) rowMaker {
	return &textsSource{c.finder(s, textVariables...)}
}

func (s *textsSource) variables() []string {
	return append(s.names[:len(s.names):len(s.names)], textVariables...)
}

func (s *textsSource) rows(p *view) []record {
	var out []record
	s.search(p, func(m match) bool {
		env := p.env()
		for _, name := range s.names {
			env[name] = m.groups[name]
		}
		title, path := p.section(m.text.section)
		env["text"], env["where"] = orNull(m.context), m.text.where
		env["section"], env["path"] = orNull(title), orNull(path)
		env["line"], env["lead"] = number.NewDecimal(int64(m.text.line), 0), m.text.section == 0
		out = append(out, env)
		return true
	})
	return out
}

// sentences splits a text after a full stop, question mark or exclamation mark that is
// followed by a capital letter or digit.
func sentences(text string) []string {
	var all []string
	start := 0
	for i := 0; i < len(text); i++ {
		if c := text[i]; c != '.' && c != '!' && c != '?' && c != '\n' {
			continue
		}
		next := strings.TrimLeft(text[i+1:], "\"')]’” ")
		r, _ := utf8.DecodeRuneInString(next)
		spaced := len(next) < len(text)-i-1 || text[i] == '\n'
		if spaced && next != "" && !abbreviated(text[start:i]) && (unicode.IsUpper(r) || unicode.IsDigit(r) || r >= firstDate || text[i] == '\n') {
			all = append(all, strings.TrimSpace(text[start:i+1]))
			start = len(text) - len(next)
			i = start - 1
		}
	}
	return append(all, strings.TrimSpace(text[start:]))
}

// abbreviated reports whether the full stop after a text belongs to its last word: an
// initial or a short title.
func abbreviated(text string) bool {
	word := text[strings.LastIndexAny(text, " (\u00a0")+1:]
	switch word {
	case "Mr", "Mrs", "Ms", "Dr", "Prof", "St", "Gen", "Col", "Sen", "Rep", "Hon", "No", "vs", "c":
		return true
	}
	r, size := utf8.DecodeRuneInString(word)
	return size == len(word) && unicode.IsUpper(r)
}

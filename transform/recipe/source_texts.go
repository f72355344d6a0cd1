package recipe

import "github.com/tidywiki/tidywiki/transform/number"

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

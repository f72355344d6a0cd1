package recipe

import "regexp"

// A finder searches texts for a pattern.
type finder struct {
	in      string
	filter  sectionFilter
	pattern *regexp.Regexp
	names   []string
}

// A match has the groups of the pattern by name, and the text around the match.
type match struct {
	groups  record
	text    *pageText
	context string // the sentence, paragraph or item, with its dates
}

// finder compiles a search. Its groups must not have a name in taken.
func (c *compiler) finder(s *sourceSpec, taken ...string) *finder {
	f := &finder{in: s.in.text, filter: c.sectionFilter(s)}
	switch f.in {
	case "paragraphs", "items", "sentences", "title":
	default:
		c.fail(max(s.in.line, s.line), "in: must be paragraphs, items, sentences or title%s", suggest(f.in, []string{"paragraphs", "items", "sentences", "title"}))
	}
	if s.pattern.text == "" {
		c.fail(s.line, "a search of texts needs a pattern")
	}
	f.pattern = c.regexp(s.pattern, "")
	f.names = c.groups(f.pattern, s.pattern.line, taken...)
	return f
}

// search calls found for each match in reading order, until it returns false.
func (f *finder) search(p *view, found func(match) bool) {
	if f.in == "title" {
		t := &pageText{where: "page", text: p.data.Document.Title, line: 1}
		f.searchIn(t, t.text, found)
		return
	}
	texts := p.allTexts()
	for i := range texts {
		t := &texts[i]
		if !f.filter.allows(p, t.section) || f.in == "items" && t.where != "item" || f.in == "paragraphs" && t.where != "paragraph" {
			continue
		}
		parts := []string{t.text}
		if f.in == "sentences" {
			parts = sentences(t.text)
		}
		for _, part := range parts {
			if !f.searchIn(t, part, found) {
				return
			}
		}
	}
}

// searchIn returns false after found returned false.
func (f *finder) searchIn(t *pageText, part string, found func(match) bool) bool {
	for _, at := range f.pattern.FindAllStringSubmatchIndex(part, -1) {
		m := match{groups: record{}, text: t, context: t.restore(part)}
		for g, name := range f.pattern.SubexpNames() {
			if name != "" && at[2*g] >= 0 && m.groups[name] == nil {
				m.groups[name] = t.value(part[at[2*g]:at[2*g+1]])
			}
		}
		if !found(m) {
			return false
		}
	}
	return true
}

package recipe

import (
	"regexp"
	"slices"
	"strings"

	"github.com/tidywiki/tidywiki/transform/number"
)

// keysSource makes rows from infobox keys that belong together by name: Pz, Pzterm and
// Pzimage are parts of one row, in any order.
type keysSource struct {
	// pattern matches a key in lower case. Its group "part" selects the value of the row
	// that the key has; the other groups identify the row.
	pattern *regexp.Regexp
	ids     []string
	// parts has the name of each value and the text of the group part for it. The first
	// one names the row; without it there is no row.
	parts []part
}

type part struct{ name, written string }

// keyVariables has the variables of a source from keys other than groups and parts.
var keyVariables = []string{"line", "box_number"}

func (c *compiler) keysSource(s *sourceSpec) rowMaker {
	out := &keysSource{}
	if s.pattern.text == "" {
		c.fail(s.line, "a source from keys needs a pattern that matches keys of an infobox")
	}
	for _, p := range s.parts {
		if !snakeCase.MatchString(p.key) {
			c.fail(p.line, "part %q: use a name of lower-case words joined by underscores", p.key)
		}
		out.parts = append(out.parts, part{p.key, strings.ToLower(c.located(p.value).text)})
	}
	if len(out.parts) == 0 {
		c.fail(s.line, "a source from keys needs parts: the values of a row, first the one that names it")
	}
	out.pattern = c.regexp(s.pattern, `^(?:%s)$`)
	names := c.groups(out.pattern, s.pattern.line, slices.DeleteFunc(out.variables(), func(v string) bool { return v == "part" })...)
	if !slices.Contains(names, "part") {
		c.fail(s.pattern.line, "the pattern needs a group (?P<part>...) that selects the value of a row")
	}
	out.ids = slices.DeleteFunc(names, func(n string) bool { return n == "part" })
	return out
}

func (s *keysSource) variables() []string {
	names := append(slices.Clone(s.ids), keyVariables...)
	for _, p := range s.parts {
		names = append(names, p.name, p.name+"_text", p.name+"_key", p.name+"_line")
	}
	return names
}

// A keyGroup has the keys of one row.
type keyGroup struct {
	box  int64
	ids  []string
	keys []groupKey // in the order of the box
	name int        // index of the key that names it, -1 if there is none
}

// A groupKey is one key of a group: its row of the table infobox, and its part.
type groupKey struct{ row, part int }

// groups returns the groups of a page in the order of their first keys.
func (s *keysSource) groups(p *view) []*keyGroup {
	box := p.data.Table("infobox")
	if box == nil {
		return nil
	}
	var all []*keyGroup
	type identity struct {
		box int64
		ids string
	}
	at := map[identity]*keyGroup{}
	for row := range box.NumRows() {
		ids, part, ok := s.read(strings.ToLower(strings.TrimSpace(box.Column("key").Str(row))))
		if !ok {
			continue
		}
		id := identity{box.Column("box").Int(row), strings.Join(ids, "\x00")}
		g := at[id]
		if g == nil {
			g = &keyGroup{box: id.box, ids: ids, name: -1}
			at[id], all = g, append(all, g)
		}
		if g.has(part) {
			continue
		}
		if part == 0 {
			g.name = len(g.keys)
		}
		g.keys = append(g.keys, groupKey{row, part})
	}
	return all
}

// read splits a key into the identity of its row and its part.
func (s *keysSource) read(key string) (ids []string, part int, ok bool) {
	m := s.pattern.FindStringSubmatch(key)
	if m == nil {
		return nil, 0, false
	}
	for _, name := range s.ids {
		ids = append(ids, m[s.pattern.SubexpIndex(name)])
	}
	written := m[s.pattern.SubexpIndex("part")]
	for i, p := range s.parts {
		if p.written == written {
			return ids, i, true
		}
	}
	return nil, 0, false
}

func (g *keyGroup) has(part int) bool {
	return slices.ContainsFunc(g.keys, func(k groupKey) bool { return k.part == part })
}

// rows makes a row for each group with a name, in the order of the names.
func (s *keysSource) rows(p *view) []record {
	groups := s.groups(p)
	groups = slices.DeleteFunc(groups, func(g *keyGroup) bool { return g.name < 0 })
	slices.SortStableFunc(groups, func(a, b *keyGroup) int { return a.keys[a.name].row - b.keys[b.name].row })
	var out []record
	for _, g := range groups {
		out = append(out, s.row(p, g))
	}
	return out
}

// ownGroup is the name of the group in a record. No expression can use it.
const ownGroup = "\x00group"

func (s *keysSource) row(p *view, g *keyGroup) record {
	box := p.data.Table("infobox")
	env := p.env()
	for i, name := range s.ids {
		env[name] = orNull(g.ids[i])
	}
	for _, part := range s.parts {
		env[part.name], env[part.name+"_text"], env[part.name+"_key"], env[part.name+"_line"] = nil, nil, nil, nil
	}
	for _, k := range g.keys {
		name := s.parts[k.part].name
		env[name] = valueOf(box, k.row)
		env[name+"_text"] = orNull(box.Column("text").Str(k.row))
		env[name+"_key"] = box.Column("key").Str(k.row)
		env[name+"_line"] = number.NewDecimal(box.Column("line").Int(k.row), 0)
	}
	env["line"] = env[s.parts[0].name+"_line"]
	env["box_number"] = number.NewDecimal(g.box, 0)
	env[ownGroup] = g
	return env
}

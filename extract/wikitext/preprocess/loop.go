package preprocess

import (
	"slices"
	"strconv"
	"strings"
)

// The functions here let built-in templates say "for each" in a data file. Each
// expands its body again and again; inside, {{{#}}} is the number or name of the
// turn and {{{#1}}}, {{{#2}}} ... are its fields. In a loop inside a loop {{{##}}},
// {{{##1}}} ... are those of the outer one.

// A turn is one time through a loop.
type turn struct {
	name   string
	fields []string
}

// loop expands the body, argument i of the call, once for each turn.
func (c *call) loop(i int, turns []turn) string {
	e, f := c.e, c.f
	if f == nil || i > c.size() {
		return ""
	}
	out := e.output()
	f.turns = append(f.turns, turn{})
	from, to := c.n.part(i)
	for _, t := range turns {
		if e.exhausted() {
			e.limit()
			break
		}
		f.turns[len(f.turns)-1] = t
		e.expansions++
		e.expand(out, c.s, c.inner, from, to, f)
	}
	f.turns = f.turns[:len(f.turns)-1]
	return e.take(out)
}

// ofTurn is the value of a name such as # or ##2 in the loops at work.
func (f *frame) ofTurn(name string) (string, bool) {
	field := strings.TrimLeft(name, "#")
	depth := len(name) - len(field)
	if depth > len(f.turns) {
		return "", false
	}
	t := &f.turns[len(f.turns)-depth]
	if field == "" {
		return t.name, true
	}
	n := positionOf(field)
	if n == 0 || n > len(t.fields) {
		return "", n > 0
	}
	return t.fields[n-1], true
}

// forEach is {{#for: pattern, pattern ... | body | sort}}: for each argument whose
// name fits a pattern, in which * matches anything and % a number. {{{#}}} is what they
// match: numbers ascending, names in the order of the call. sort has
// patterns whose values order the turns, greatest first; {{{#1}}} is then the rank.
func forEach(c *call, patterns string) string {
	turns := c.matches(patterns)
	if by := c.trimmed(2); by != "" {
		c.rank(turns, strings.Split(by, ","))
	}
	return c.loop(1, turns)
}

// matches are the turns of the arguments whose names fit one of the patterns.
func (c *call) matches(patterns string) []turn {
	if c.f == nil {
		return nil
	}
	var turns []turn
	seen := map[string]bool{}
	for pattern := range strings.SplitSeq(patterns, ",") {
		before, after, digits := cutPattern(strings.TrimSpace(pattern))
		for i := range c.f.args {
			name := c.f.args[i].name
			if !c.f.args[i].named || len(name) <= len(before)+len(after) || !strings.HasPrefix(name, before) || !strings.HasSuffix(name, after) {
				continue
			}
			name = name[len(before) : len(name)-len(after)]
			if seen[name] || digits && positionOf(strings.TrimLeft(name, "0")) == 0 || c.f.value(before+name+after) == "" {
				continue
			}
			seen[name] = true
			turns = append(turns, turn{name: name})
		}
	}
	if strings.Contains(patterns, "%") {
		slices.SortStableFunc(turns, func(a, b turn) int {
			return positionOf(strings.TrimLeft(a.name, "0")) - positionOf(strings.TrimLeft(b.name, "0"))
		})
	}
	return turns
}

// cutPattern divides a pattern at its * or %; one without is a name.
func cutPattern(pattern string) (before, after string, digits bool) {
	i := strings.IndexAny(pattern, "*%")
	if i < 0 {
		return pattern, "", false
	}
	return pattern[:i], pattern[i+1:], pattern[i] == '%'
}

// rank orders turns by the numbers of the arguments that the patterns name, greatest
// first, and numbers them; equals share a rank.
func (c *call) rank(turns []turn, patterns []string) {
	number := func(t turn, pattern string) float64 {
		before, after, _ := cutPattern(strings.TrimSpace(pattern))
		v, _ := strconv.ParseFloat(strings.ReplaceAll(c.f.value(before+t.name+after), ",", ""), 64)
		return v
	}
	compare := func(a, b turn) int {
		for _, p := range patterns {
			if x, y := number(a, p), number(b, p); x != y {
				if x > y {
					return -1
				}
				return 1
			}
		}
		return 0
	}
	slices.SortStableFunc(turns, compare)
	for i := range turns {
		turns[i].fields = []string{strconv.Itoa(i + 1)}
		if i > 0 && compare(turns[i-1], turns[i]) == 0 {
			turns[i].fields = turns[i-1].fields
		}
	}
}

// eachGroup is {{#group: n | body | first}}: the unnamed arguments, n at a time, from
// the first on, 1 without it.
func eachGroup(c *call, size string) string {
	n := positionOf(size)
	if n == 0 || c.f == nil {
		return ""
	}
	args := c.f.positional()
	args = args[min(max(positionOf(c.trimmed(2)), 1)-1, len(args)):]
	var turns []turn
	for ; len(args) > 0; args = args[min(n, len(args)):] {
		if fields := args[:min(n, len(args))]; strings.Join(fields, "") != "" {
			turns = append(turns, turn{strconv.Itoa(len(turns) + 1), fields})
		}
	}
	return c.loop(1, turns)
}

// eachPart is {{#split: text | between rows | between fields | body}}: the rows of a
// text with their fields. "\n" is a line end, "\s" a space; a separator that is empty divides
// nothing. Empty rows have no turn.
func eachPart(c *call, text string) string {
	rows, fields := lineEnd(c.trimmed(1)), lineEnd(c.trimmed(2))
	var turns []turn
	for i, row := range splitTrimmed(text, rows) {
		if row != "" {
			turns = append(turns, turn{strconv.Itoa(i + 1), splitTrimmed(row, fields)})
		}
	}
	return c.loop(3, turns)
}

// itemOf is {{#item: text | separator | n}}: one of the parts of a text.
func itemOf(c *call, text string) string {
	n := positionOf(c.trimmed(2))
	parts := splitTrimmed(text, lineEnd(c.trimmed(1)))
	if n == 0 || n > len(parts) {
		return ""
	}
	return parts[n-1]
}

func lineEnd(separator string) string { return separators.Replace(separator) }

var separators = strings.NewReplacer(`\n`, "\n", `\s`, " ")

// splitTrimmed divides a text without the white space around its parts.
func splitTrimmed(text, separator string) []string {
	if separator == "" {
		return []string{strings.TrimSpace(text)}
	}
	parts := strings.Split(text, separator)
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}

// isGiven is {{#given: name | outer name | ...}}: x where the template has an argument of
// that name, be it empty, or a template around it has one of the others.
func isGiven(c *call, name string) string {
	if c.f != nil && c.f.find(name) != nil {
		return "x"
	}
	for i := 1; i <= c.size(); i++ {
		outer := c.trimmed(i)
		for _, around := range c.e.calls[:c.e.working] {
			if f := &around.own; f != c.f && f.call != nil && f.find(outer) != nil {
				return "x"
			}
		}
	}
	return ""
}

// outerArgument is {{#outer: name}}: the argument of that name that a template
// around this one has, the nearest first.
func outerArgument(c *call, name string) string {
	calls := c.e.calls[:c.e.working]
	for i := len(calls) - 1; i >= 0; i-- {
		if f := &calls[i].own; f != c.f && f.call != nil {
			if v := f.value(name); v != "" {
				return v
			}
		}
	}
	return ""
}

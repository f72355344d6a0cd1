package recipe

import (
	"maps"
	"regexp"
	"slices"
	"strings"
)

// While patterns are matched, each date in a text is replaced by one character, so that
// {date} is a character class. The characters are from the last private use plane of
// Unicode, which pages do not use.
const (
	firstDate = '\U00100000'
	lastDate  = '\U0010FFFD'
	dateClass = `[\x{100000}-\x{10FFFD}]`
)

// placeholder matches a word in braces, but not \p{L} or x{2,3}.
var placeholder = regexp.MustCompile(`(\\[pP])?\{([a-z][a-z_]*)\}`)

// definePatterns expands the recipe's patterns, each of which may use those above.
func (c *compiler) definePatterns() {
	c.patterns = map[string]string{"date": dateClass}
	for _, p := range c.spec.patterns {
		if !snakeCase.MatchString(p.key) || p.key == "date" {
			c.fail(p.line, "pattern %q: use a name of lower-case words joined by underscores, other than date", p.key)
			continue
		}
		value := c.located(p.value)
		expanded := c.expand(value)
		if _, err := regexp.Compile(expanded); err != nil {
			c.fail(value.line, "pattern %s: %v", p.key, err)
			expanded = ""
		}
		c.patterns[p.key] = "(?:" + expanded + ")"
	}
}

// expand replaces names in braces with their patterns.
func (c *compiler) expand(l located) string {
	return placeholder.ReplaceAllStringFunc(l.text, func(found string) string {
		if found[0] == '\\' {
			return found
		}
		name := strings.Trim(found, "{}")
		expanded, ok := c.patterns[name]
		if !ok {
			c.fail(l.line, "no pattern {%s} above%s", name, suggest(name, slices.Sorted(maps.Keys(c.patterns))))
		}
		return expanded
	})
}

// regexp compiles a pattern, inside a frame such as ^(?:%s)$ if one is given.
func (c *compiler) regexp(l located, frame string) *regexp.Regexp {
	source := c.expand(l)
	if frame != "" {
		source = strings.Replace(frame, "%s", source, 1)
	}
	re, err := regexp.Compile(source)
	if err != nil {
		c.fail(l.line, "%v", err)
		return regexp.MustCompile(`$.`) // matches nothing
	}
	return re
}

// groups returns the named groups of a pattern. They must not have the name of another
// variable of the source.
func (c *compiler) groups(re *regexp.Regexp, line int, taken ...string) []string {
	var names []string
	for _, name := range re.SubexpNames() {
		if name == "" {
			continue
		}
		if slices.Contains(taken, name) || slices.Contains(words, name) {
			c.fail(line, "group %q: this name means something else here, choose another", name)
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

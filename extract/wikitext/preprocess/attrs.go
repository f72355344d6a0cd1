package preprocess

import (
	"html"
	"strings"
)

// tagAttrs reads the attributes of an extension tag.
func tagAttrs(s string) map[string]string {
	attrs := map[string]string{}
	for s = strings.TrimSpace(s); s != ""; s = strings.TrimSpace(s) {
		i := strings.IndexAny(s, "= \t\n")
		if i < 0 {
			attrs[strings.ToLower(s)] = ""
			break
		}
		name := strings.ToLower(s[:i])
		rest := strings.TrimLeft(s[i:], " \t\n")
		if !strings.HasPrefix(rest, "=") {
			attrs[name] = ""
			s = rest
			continue
		}
		attrs[name], s = attrValue(strings.TrimLeft(rest[1:], " \t\n"))
	}
	return attrs
}

// attrValue reads a value in quotes, or up to the next white space.
func attrValue(s string) (value, rest string) {
	if s != "" && (s[0] == '"' || s[0] == '\'') {
		value, rest, _ = strings.Cut(s[1:], s[:1])
		return strings.TrimSpace(value), rest
	}
	i := strings.IndexAny(s, " \t\n")
	if i < 0 {
		return s, ""
	}
	return s[:i], s[i:]
}

// decode resolves character references.
func decode(s string) string { return html.UnescapeString(s) }

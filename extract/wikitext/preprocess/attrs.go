package preprocess

import "strings"

// attr is the value of one attribute of an extension tag, "" without it.
func attr(s, name string) string {
	for s != "" {
		s = strings.TrimLeft(s, " \t\n/")
		n := strings.IndexAny(s, "= \t\n")
		if n < 0 {
			return ""
		}
		key, rest := s[:n], strings.TrimLeft(s[n:], " \t\n")
		if !strings.HasPrefix(rest, "=") {
			s = rest
			continue
		}
		value, after := attrValue(strings.TrimLeft(rest[1:], " \t\n"))
		if strings.EqualFold(key, name) {
			return DecodeEntities(value)
		}
		s = after
	}
	return ""
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

package wikitext

import (
	"strings"

	"github.com/tidywiki/tidywiki/extract/internal/browser"
	"github.com/tidywiki/tidywiki/extract/internal/tables"
	"github.com/tidywiki/tidywiki/extract/wikitext/preprocess"
)

// parseAttrs reads attributes the way MediaWiki's sanitizer does: a name begins
// the text or follows white space, a value is in quotes (a missing closing quote
// means to the end) or runs up to the next white space, and whatever is not an
// attribute is passed over.
func parseAttrs(s string) tables.Attrs {
	var a tables.Attrs
	if strings.IndexByte(s, '=') < 0 {
		return a
	}
	for i := 0; i < len(s); {
		if i > 0 && !isSpace(s[i-1]) || !isNameStart(s[i]) {
			i++
			continue
		}
		name := s[i:]
		end := 1
		for end < len(name) && isNameByte(name[end]) {
			end++
		}
		i += end
		value, next, ok := attrValue(s, i)
		if ok {
			setAttr(&a, name[:end], value)
			i = next
		}
	}
	return a
}

// attrValue reads "= value" at i.
func attrValue(s string, i int) (value string, next int, ok bool) {
	for i < len(s) && isSpace(s[i]) {
		i++
	}
	if i == len(s) || s[i] != '=' {
		return "", i, false
	}
	i++
	for i < len(s) && isSpace(s[i]) {
		i++
	}
	if i == len(s) {
		return "", i, true
	}
	if q := s[i]; q == '"' || q == '\'' {
		i++
		if end := strings.IndexByte(s[i:], q); end >= 0 {
			return s[i : i+end], i + end + 1, true
		}
		return s[i:], len(s), true
	}
	start := i
	for i < len(s) && !isSpace(s[i]) && s[i] != '>' {
		i++
	}
	return s[start:i], i, true
}

func setAttr(a *tables.Attrs, name, value string) {
	switch {
	case strings.EqualFold(name, "colspan"):
		a.SetColSpan(value)
	case strings.EqualFold(name, "rowspan"):
		a.SetRowSpan(value)
	case strings.EqualFold(name, "class"):
		a.Class = value
	case strings.EqualFold(name, "data-sort-value"):
		a.SortKey = collapsed(preprocess.DecodeEntities(value))
	case strings.EqualFold(name, "style"):
		a.Hidden = browser.Hides(value)
	}
}

// collapsed is s with each run of white space as one space and none at the ends.
func collapsed(s string) string { return strings.Join(strings.Fields(s), " ") }

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' }

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isNameStart(c byte) bool {
	return isLetter(c) || c == ':' || c == '_' || c >= '0' && c <= '9' || c >= 0x80
}

func isNameByte(c byte) bool { return isNameStart(c) || c == '-' || c == '.' }

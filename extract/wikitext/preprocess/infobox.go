package preprocess

import (
	_ "embed"
	"strings"
	"sync"
)

// infoboxes.txt has the names of templates that make boxes, in the languages of
// wikis: "prefix x", "suffix x" or "name x" a line.
//
//go:embed infoboxes.txt
var infoboxText string

type boxNames struct {
	names              map[string]bool
	prefixes, suffixes []string
}

var boxes = sync.OnceValue(func() boxNames {
	b := boxNames{names: map[string]bool{}}
	for line := range strings.Lines(infoboxText) {
		kind, name, _ := strings.Cut(strings.TrimSpace(line), " ")
		name = strings.ToLower(strings.TrimSpace(name))
		switch kind {
		case "name":
			b.names[name] = true
		case "prefix":
			b.prefixes = append(b.prefixes, name)
		case "suffix":
			b.suffixes = append(b.suffixes, name)
		}
	}
	return b
})

// IsInfobox says whether a template of that name makes a box of keys and values.
func IsInfobox(name string) bool {
	name = strings.ToLower(name)
	b := boxes()
	if b.names[name] {
		return true
	}
	for _, p := range b.prefixes {
		rest, ok := strings.CutPrefix(name, p)
		if ok && (rest == "" || !isWordByte(rest[0]) || strings.HasSuffix(p, "/")) {
			return !strings.Contains(rest, "/") // {{Infobox/row}} is a part of one
		}
	}
	for _, s := range b.suffixes {
		if rest, ok := strings.CutSuffix(name, s); ok && (rest == "" || !isWordByte(rest[len(rest)-1])) {
			return true
		}
	}
	return false
}

func isWordByte(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

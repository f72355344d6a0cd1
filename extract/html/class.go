package html

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/tidywiki/tidywiki/internal/wordlist"
)

// classes.txt has what the class attributes and ids of wikis mean.
//
//go:embed classes.txt
var classText string

// A role is a meaning of a class; an element may have several.
type role uint32

const (
	roleChrome role = 1 << iota
	roleBox
	roleNote
	roleSortKey
	roleInfobox
	roleTable
	roleTitle
	roleCategories
	roleReferences
	roleBacklink
	roleFormula
	roleRedirect
	roleShown
	roleFigure
	roleMoment
	roleUnprinted
	roleSecond
	roleCitation
	roleCOinS
	roleAccessed
)

var roleNames = map[string]role{"chrome": roleChrome, "box": roleBox, "note": roleNote, "sortkey": roleSortKey,
	"infobox": roleInfobox, "table": roleTable, "title": roleTitle, "categories": roleCategories,
	"references": roleReferences, "backlink": roleBacklink, "formula": roleFormula, "redirect": roleRedirect, "shown": roleShown, "figure": roleFigure,
	"moment": roleMoment, "unprinted": roleUnprinted, "second": roleSecond,
	"citation": roleCitation, "coins": roleCOinS, "accessed": roleAccessed}

// A classTable is the content of classes.txt.
type classTable struct {
	roles    map[string]role
	prefixes []classPrefix
	contents []string
	// first has the bytes that a class with a role begins with.
	first [256]bool
}

type classPrefix struct {
	begin string
	role  role
}

var classes = sync.OnceValue(func() *classTable {
	t := &classTable{roles: map[string]role{}}
	for kind, class := range wordlist.All(classText) {
		t.add(kind, class)
	}
	return t
})

func (t *classTable) add(kind, class string) {
	if kind == "content" {
		t.contents = append(t.contents, class)
		return
	}
	t.first[class[0]], t.first[class[0]&^0x20] = true, true
	if begin, ok := strings.CutSuffix(class, "*"); ok {
		t.prefixes = append(t.prefixes, classPrefix{begin, roleNames[kind]})
		return
	}
	t.roles[class] |= roleNames[kind]
}

// of returns the roles that a class attribute or an id gives.
func (t *classTable) of(value string) (r role) {
	for i := 0; i < len(value); {
		if isSpace(value[i]) {
			i++
			continue
		}
		start := i
		for i < len(value) && !isSpace(value[i]) {
			i++
		}
		if t.first[value[start]] {
			r |= t.one(value[start:i])
		}
	}
	return r
}

// one returns the roles of one class.
func (t *classTable) one(class string) role {
	if hasUpper(class) {
		class = strings.ToLower(class)
	}
	r := t.roles[class]
	for _, p := range t.prefixes {
		if strings.HasPrefix(class, p.begin) {
			r |= p.role
		}
	}
	return r
}

// hasClass reports whether a class attribute, or an id, names a class, whatever its
// case.
func hasClass(value, class string) bool {
	for len(value) >= len(class) {
		value = strings.TrimLeft(value, " \t\n\f\r")
		end := strings.IndexAny(value, " \t\n\f\r")
		if end < 0 {
			end = len(value)
		}
		if strings.EqualFold(value[:end], class) {
			return true
		}
		value = value[end:]
	}
	return false
}

package html

import "strings"

// An attr is an attribute that something is read from.
type attr uint8

const (
	attrNone attr = iota
	attrClass
	attrStyle
	attrID
	attrHidden
	attrColSpan
	attrRowSpan
	attrSortValue
	attrHref
	attrRel
	attrSrc
	attrAlt
	attrResource
	attrTypeOf
	attrAbout
	attrDataMW
	attrRole
	attrName
	attrProperty
	attrContent
	attrAltText
	attrVariant
	attrLang
	attrHTTPEquiv
	attrTitle
	attrCount
)

// attrs are the attributes of a tag, as written; the first of two with the same
// name counts.
type attrs struct {
	seen  uint32 // a bit for each that is there
	value [attrCount]string
}

// get is the value of an attribute as written, "" if it is not there.
func (a *attrs) get(n attr) string {
	if a.seen&(1<<n) == 0 {
		return ""
	}
	return a.value[n]
}

func (a *attrs) has(n attr) bool { return a.seen&(1<<n) != 0 }

// text is the value of an attribute with its character references resolved.
func (a *attrs) text(n attr) string { return decodeAttr(a.get(n)) }

// read reads attributes from i on, as the standard's tokenizer does, and returns
// the byte after the > that ends the tag, 0 if the page ends first.
func (a *attrs) read(s string, i int) int {
	for i < len(s) {
		switch c := s[i]; {
		case c == '>':
			return i + 1
		case isSpace(c) || c == '/':
			i++
		default:
			if i = a.readOne(s, i); i == 0 {
				return 0
			}
		}
	}
	return 0
}

// readOne reads the attribute that begins at i and returns where it ends.
func (a *attrs) readOne(s string, i int) int {
	start := i
	i++ // a name may begin with =
	for i < len(s) && !endsName[s[i]] && s[i] != '=' {
		i++
	}
	name := s[start:i]
	for i < len(s) && isSpace(s[i]) {
		i++
	}
	if i == len(s) {
		return 0
	}
	if s[i] != '=' {
		a.set(name, "")
		return i
	}
	i++
	for i < len(s) && isSpace(s[i]) {
		i++
	}
	if i == len(s) {
		return 0
	}
	start = i
	switch q := s[i]; q {
	case '>':
		a.set(name, "")
		return i
	case '"', '\'':
		end := strings.IndexByte(s[i+1:], q)
		if end < 0 {
			return 0
		}
		a.set(name, s[i+1:i+1+end])
		return i + 1 + end + 1
	}
	for i < len(s) && !isSpace(s[i]) && s[i] != '>' {
		i++
	}
	a.set(name, s[start:i])
	return i
}

func (a *attrs) set(name, value string) {
	n := attrOf(name)
	if n == attrNone && hasUpper(name) {
		n = attrOf(strings.ToLower(name))
	}
	if n != attrNone && a.seen&(1<<n) == 0 {
		a.seen |= 1 << n
		a.value[n] = value
	}
}

func hasUpper(s string) bool {
	for i := 0; i < len(s); i++ {
		if 'A' <= s[i] && s[i] <= 'Z' {
			return true
		}
	}
	return false
}

func attrOf(name string) attr {
	switch name {
	case "title":
		return attrTitle
	case "class":
		return attrClass
	case "style":
		return attrStyle
	case "id":
		return attrID
	case "hidden":
		return attrHidden
	case "colspan":
		return attrColSpan
	case "rowspan":
		return attrRowSpan
	case "data-sort-value":
		return attrSortValue
	case "href":
		return attrHref
	case "rel":
		return attrRel
	case "src":
		return attrSrc
	case "alt":
		return attrAlt
	case "resource":
		return attrResource
	case "typeof":
		return attrTypeOf
	case "about":
		return attrAbout
	case "data-mw":
		return attrDataMW
	case "role":
		return attrRole
	case "name":
		return attrName
	case "property":
		return attrProperty
	case "content":
		return attrContent
	case "alttext":
		return attrAltText
	case "data-mw-variant":
		return attrVariant
	case "lang":
		return attrLang
	case "http-equiv":
		return attrHTTPEquiv
	}
	return attrNone
}

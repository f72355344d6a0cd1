package preprocess

import "strings"

// tagNodeAt reads what begins with the < at i: a comment, a tag whose content is
// not wikitext, or a tag of inclusion.
func (sc *scanner) tagNodeAt(i int) (node, bool) {
	s := sc.s
	if strings.HasPrefix(s[i:], "<!--") {
		return commentAt(s, i), true
	}
	j := i + 1
	closing := j < len(s) && s[j] == '/'
	if closing {
		j++
	}
	start := j
	for j < len(s) && (s[j]|0x20 >= 'a' && s[j]|0x20 <= 'z' || j > start && s[j] >= '0' && s[j] <= '9') {
		j++
	}
	if j == start || j-start > longestTag || j < len(s) && s[j] != '>' && s[j] != '/' && !isSpace(s[j]) {
		return node{}, false
	}
	kind, known := tags[strings.ToLower(s[start:j])]
	if !known {
		return node{}, false
	}
	end := strings.IndexByte(s[j:min(len(s), j+maxTag)], '>')
	if end < 0 {
		return node{}, false
	}
	end += j
	n := node{kind: tagNode, start: i, end: end + 1, name: strings.ToLower(s[start:j]), attrStart: j, attrEnd: end}
	if end > j && s[end-1] == '/' {
		n.attrEnd, n.selfClosing = end-1, true
	}
	if kind == inclusionTag {
		return sc.inclusionAt(n, closing)
	}
	if closing {
		return node{}, false
	}
	if n.selfClosing {
		n.innerStart, n.innerEnd = n.end, n.end
		return n, true
	}
	innerEnd, tagEnd := sc.closingTag(n.end, n.name)
	if tagEnd < 0 {
		return node{}, false
	}
	n.innerStart, n.innerEnd, n.end = n.end, innerEnd, tagEnd
	return n, true
}

// commentAt reads a comment. One that is alone on its line, but for white space,
// takes the line with it.
func commentAt(s string, i int) node {
	end := strings.Index(s[i+4:], "-->")
	if end < 0 {
		return node{kind: commentNode, start: i, end: len(s)}
	}
	end += i + 7
	from := i
	for from > 0 && (s[from-1] == ' ' || s[from-1] == '\t') {
		from--
	}
	to := end
	for to < len(s) && (s[to] == ' ' || s[to] == '\t') {
		to++
	}
	if from == 0 || s[from-1] != '\n' {
		return node{kind: commentNode, start: i, end: end}
	}
	// More comments may follow on the line; the last of them ends it.
	for strings.HasPrefix(s[to:], "<!--") {
		next := strings.Index(s[to:], "-->")
		if next < 0 {
			break
		}
		end = to + next + 3
		for to = end; to < len(s) && (s[to] == ' ' || s[to] == '\t'); to++ {
		}
	}
	if to < len(s) && s[to] == '\n' {
		return node{kind: commentNode, start: from, end: to + 1}
	}
	return node{kind: commentNode, start: i, end: end}
}

// inclusionAt decides what a tag of inclusion means here: on the page itself
// (inclusion false) the content of noinclude and onlyinclude counts, in a template
// that of includeonly.
func (sc *scanner) inclusionAt(n node, closing bool) (node, bool) {
	drop := n.name == "includeonly" && !sc.inclusion || n.name == "noinclude" && sc.inclusion
	if drop && !closing && !n.selfClosing {
		n.kind = commentNode
		if _, end := sc.closingTag(n.end, n.name); end >= 0 {
			n.end = end
		} else {
			n.end = len(sc.s)
		}
		return n, true
	}
	if closing && n.name == "includeonly" && !sc.inclusion {
		return n, false
	}
	n.kind = includeNode
	return n, true
}

// closingTag finds </name> from on: where it begins and ends, or -1.
func (sc *scanner) closingTag(from int, name string) (int, int) {
	s := sc.s
	if sc.unclosed[name] {
		return -1, -1
	}
	for i := from; ; {
		j := strings.Index(s[i:], "</")
		if j < 0 {
			if sc.unclosed == nil {
				sc.unclosed = map[string]bool{}
			}
			sc.unclosed[name] = true
			return -1, -1
		}
		i += j + 2
		if len(s)-i < len(name) || !strings.EqualFold(s[i:i+len(name)], name) {
			continue
		}
		k := i + len(name)
		for k < len(s) && isSpace(s[k]) {
			k++
		}
		if k < len(s) && s[k] == '>' {
			return i - 2, k + 1
		}
	}
}

type tagKind uint8

const (
	extensionTag tagKind = iota
	inclusionTag
)

// maxTag is how long a tag may be; without a limit a stray < would be followed to
// the end of the page each time.
const maxTag = 8192

// longestTag is the length of the longest name in tags.
const longestTag = 16

// tags are the tags that are read before anything else
// (https://www.mediawiki.org/wiki/Help:Extension_tags and those of the Cite, Math,
// SyntaxHighlight, Poem, Score ... extensions).
var tags = map[string]tagKind{
	"nowiki": extensionTag, "pre": extensionTag, "ref": extensionTag, "references": extensionTag, "math": extensionTag,
	"chem": extensionTag, "ce": extensionTag, "syntaxhighlight": extensionTag, "source": extensionTag,
	"gallery": extensionTag, "timeline": extensionTag, "score": extensionTag, "poem": extensionTag,
	"imagemap": extensionTag, "templatestyles": extensionTag, "templatedata": extensionTag, "hiero": extensionTag,
	"graph": extensionTag, "mapframe": extensionTag, "maplink": extensionTag, "section": extensionTag,
	"indicator": extensionTag, "categorytree": extensionTag, "inputbox": extensionTag, "charinsert": extensionTag,
	"noinclude": inclusionTag, "includeonly": inclusionTag, "onlyinclude": inclusionTag,
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' }

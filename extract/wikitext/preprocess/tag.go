package preprocess

import "strings"

// tagAt reads what begins with the < at i: a comment, a tag whose content is not
// wikitext, or a tag of inclusion.
func (sc *scanner) tagAt(i int) (node, bool) {
	s := sc.s
	if strings.HasPrefix(s[i:], "<!--") {
		return commentAt(s, i), true
	}
	j := i + 1
	closing := j < len(s) && s[j] == '/'
	if closing {
		j++
	}
	id, length := tagName(s[j:])
	if id == noTag {
		return node{}, false
	}
	j += length
	end := strings.IndexByte(s[j:min(len(s), j+maxTag)], '>')
	if end < 0 {
		return node{}, false
	}
	end += j
	n := node{kind: tagNode, tag: id, start: i, end: end + 1, innerStart: end + 1, innerEnd: end + 1, selfClosing: s[end-1] == '/'}
	switch {
	case id.inclusion():
		return sc.inclusionAt(n, closing)
	case closing:
		return node{}, false
	case n.selfClosing:
		return n, true
	}
	n.innerEnd, n.end = sc.closingTag(n.end, id)
	return n, n.end >= 0
}

// attributes are those of the tag n in s, as written.
func (n *node) attributes(s string) string {
	end := n.innerStart - 1
	if n.selfClosing {
		end--
	}
	return s[n.start+1+len(tagNames[n.tag]) : end]
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
	drop := n.tag == tagIncludeOnly && !sc.inclusion || n.tag == tagNoInclude && sc.inclusion
	if drop && !closing && !n.selfClosing {
		n.kind = commentNode
		if _, n.end = sc.closingTag(n.end, n.tag); n.end < 0 {
			n.end = len(sc.s)
		}
		return n, true
	}
	n.kind = includeNode
	return n, !(closing && n.tag == tagIncludeOnly && !sc.inclusion)
}

// closingTag finds </name> from on: where it begins and ends, or -1.
func (sc *scanner) closingTag(from int, id tagID) (start, end int) {
	if sc.unclosed.has(id) {
		return -1, -1
	}
	s, name := sc.s, tagNames[id]
	for i := from; ; {
		j := strings.Index(s[i:], "</")
		if j < 0 {
			sc.unclosed.add(id)
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

// maxTag is how long a tag may be; without a limit a stray < would be followed to
// the end of the page each time.
const maxTag = 4096

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' }

package wikitext

import "strings"

// An htmlTag is a tag as written.
type htmlTag struct {
	name     string // as written
	attrs    string
	end      int // byte after its >
	closing  bool
	selfDone bool // ends with />
}

// tagAt reads the HTML tag that begins with the < at i. ok is false if it is none
// that MediaWiki knows: then it is text.
func tagAt(s string, i int) (t htmlTag, ok bool) {
	j := i + 1
	if j < len(s) && s[j] == '/' {
		t.closing = true
		j++
	}
	start := j
	for j < len(s) && (isLetter(s[j]) || j > start && s[j] >= '0' && s[j] <= '9') {
		j++
	}
	if j == start || j-start > 10 {
		return t, false
	}
	t.name = s[start:j]
	if _, known := htmlTags[lowerName(t.name)]; !known {
		return t, false
	}
	if j < len(s) && !isSpace(s[j]) && s[j] != '>' && s[j] != '/' {
		return t, false
	}
	end := tagEnd(s, j)
	if end < 0 {
		return t, false
	}
	t.attrs = s[j:end]
	if strings.HasSuffix(t.attrs, "/") {
		t.attrs, t.selfDone = t.attrs[:len(t.attrs)-1], true
	}
	t.end = end + 1
	return t, true
}

// tagEnd finds the > of a tag. MediaWiki ends a tag at the first >, quotes or not,
// and lets none contain a <.
func tagEnd(s string, from int) int {
	for i := from; i < len(s); i++ {
		switch s[i] {
		case '>':
			return i
		case '<':
			return -1
		}
	}
	return -1
}

// An effect is what a tag does to the text around it.
type effect uint8

const (
	inline    effect = iota // nothing
	lineBreak               // br, hr: a line ends
	blockTag                // p, div, li: a line ends before and after
	tablePart               // goes to the tree builder
	superTag                // sup
	subTag                  // sub
	hiddenTag               // its content is not shown: style
	invisible               // an empty element: wbr, meta
)

// htmlTags are the tags MediaWiki lets through (Sanitizer::getRecognizedTagData).
var htmlTags = map[string]effect{
	"b": inline, "bdi": inline, "bdo": inline, "big": inline, "cite": inline, "code": inline, "data": inline,
	"del": inline, "dfn": inline, "em": inline, "font": inline, "i": inline, "ins": inline, "kbd": inline,
	"mark": inline, "q": inline, "rb": inline, "rp": inline, "rt": inline, "rtc": inline, "ruby": inline, "s": inline,
	"samp": inline, "small": inline, "span": inline, "strike": inline, "strong": inline, "time": inline,
	"tt": inline, "u": inline, "var": inline, "abbr": inline, "a": inline,
	"br": lineBreak, "hr": lineBreak,
	"p": blockTag, "div": blockTag, "li": blockTag, "ul": blockTag, "ol": blockTag, "dl": blockTag, "dt": blockTag,
	"dd": blockTag, "center": blockTag, "blockquote": blockTag, "h1": blockTag, "h2": blockTag, "h3": blockTag,
	"h4": blockTag, "h5": blockTag, "h6": blockTag, "figure": blockTag, "figcaption": blockTag, "section": blockTag,
	"aside": blockTag, "article": blockTag, "header": blockTag, "footer": blockTag, "nav": blockTag,
	"table": tablePart, "caption": tablePart, "tbody": tablePart, "thead": tablePart, "tfoot": tablePart,
	"tr": tablePart, "td": tablePart, "th": tablePart, "col": tablePart, "colgroup": tablePart,
	"sup": superTag, "sub": subTag, "style": hiddenTag, "wbr": invisible, "meta": invisible, "link": invisible,
}

// tableTags are the tags of tables as the tree builder names them.
var tableTags = map[string]tag{
	"table": tagTable, "caption": tagCaption, "tbody": tagBody, "thead": tagHead, "tfoot": tagFoot,
	"tr": tagRow, "td": tagData, "th": tagHeader, "col": tagCol, "colgroup": tagCol,
}

// lowerName is a tag's name in lower case; names in lower case are not copied.
func lowerName(name string) string { return strings.ToLower(name) }

// htmlText hands text to the tree builder, and the table tags in it as tags.
func (p *pageParser) htmlText(s string, off int) {
	done := 0
	for i := strings.IndexByte(s, '<'); i >= 0; {
		next := i + 1
		if t, ok := tagAt(s, i); ok {
			if name := tableTags[lowerName(t.name)]; name != noTag {
				if i > done {
					p.tree.text(s[done:i], off+done)
				}
				p.tableTag(name, t, off+i)
				done = t.end
			}
			next = t.end
		}
		j := strings.IndexByte(s[next:], '<')
		if j < 0 {
			break
		}
		i = next + j
	}
	if done < len(s) {
		p.tree.text(s[done:], off+done)
	}
}

func (p *pageParser) tableTag(name tag, t htmlTag, off int) {
	if t.closing {
		p.tree.end(name)
		return
	}
	if name == tagCol {
		return
	}
	p.tree.start(name, parseAttrs(p.attrText(t.attrs)), off)
	if t.selfDone && name != tagTable {
		p.tree.end(name)
	}
}

package wikitext

import (
	"strconv"
	"strings"

	"github.com/tidywiki/tidywiki/extract/document"
)

// linkEnd returns the end of the internal link that begins with the [[ at i, or 0
// if it is none: a link ends at the first ]], unless it shows a file, which may
// have links in its caption.
func linkEnd(s string, i int) int {
	if !strings.HasPrefix(s[i:], "[[") {
		return 0
	}
	limit := min(len(s), i+maxLink)
	file := isFile(s[i+2 : limit])
	depth := 0
	for j := i + 2; j+1 < limit; j++ {
		switch {
		case s[j] == ']' && s[j+1] == ']':
			if depth == 0 {
				return j + 2
			}
			depth--
			j++
		case s[j] == '[' && s[j+1] == '[':
			if depth++; !file || depth > maxDepth {
				return 0
			}
			j++
		}
	}
	return 0
}

// maxLink is how long a link may be; without a limit every [[ that is not closed
// would be followed to the end of the page.
const maxLink = 16 << 10

// bracket renders what begins with the [ at i: a link, or the bracket itself.
func (r *inliner) bracket(s string, i int) int {
	if end := linkEnd(s, i); end > 0 && r.link(s[i+2:end-2]) {
		return end - i
	}
	if n := r.external(s[i:]); n > 0 {
		return n
	}
	r.write("[")
	return 1
}

// link renders the inside of an internal link; false if its target cannot be a
// page's title, so that the brackets are text.
func (r *inliner) link(inside string) bool {
	target, label, hasLabel := strings.Cut(inside, "|")
	target = strings.TrimSpace(decodeEntities(target))
	if target == "" || strings.ContainsAny(target, "<>[]{}\n") {
		return false
	}
	shown := strings.TrimPrefix(target, ":")
	if shown == target {
		switch kind, rest := namespaceOf(target); kind {
		case fileSpace:
			r.file(rest, label)
			return true
		case categorySpace:
			r.p.category(rest)
			return true
		case languageLink:
			return true
		}
	}
	r.closeGap()
	start := len(r.chunk) - r.start
	if hasLabel && label != "" {
		r.inlineText(label)
	} else {
		r.literal(shown)
	}
	r.side().Links = append(r.side().Links, document.Link{Target: shown, Start: start, End: len(r.chunk) - r.start})
	return true
}

// file renders [[File:...]]. MediaWiki shows the caption only beside a frame or a
// thumbnail; a picture in running text shows no words.
func (r *inliner) file(name, options string) {
	r.side().Images = append(r.side().Images, strings.TrimSpace(name))
	framed, caption := false, ""
	for options != "" {
		var option string
		option, options = cutOption(options)
		switch kind := imageOption(option); kind {
		case optionFrame:
			framed = true
		case noOption:
			caption = option
		}
	}
	if framed && strings.TrimSpace(caption) != "" {
		r.gap = lineGap
		r.inlineText(strings.TrimSpace(caption))
		r.gap = lineGap
	}
}

// cutOption divides the options of a file at their first | that is in no link.
func cutOption(s string) (option, rest string) {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '|':
			return s[:i], s[i+1:]
		case '[':
			if end := linkEnd(s, i); end > 0 {
				i = end - 1
			}
		}
	}
	return s, ""
}

// external renders [http://example.org label] and returns its length, 0 if it is
// none.
func (r *inliner) external(s string) int {
	n := schemeLength(s[1:])
	if n == 0 {
		return 0
	}
	end := strings.IndexAny(s, "]\n")
	if end < 0 || s[end] == '\n' {
		return 0
	}
	inside := s[1:end]
	address, label := inside, ""
	if i := strings.IndexAny(inside, " \t<>\""); i >= 0 {
		address, label = inside[:i], strings.TrimSpace(inside[i:])
	}
	if len(address) <= n {
		return 0
	}
	if at := strings.Index(label, "[["); at >= 0 { // a link in the label: the first ]] is not ours
		if e := linkEnd(s, strings.Index(s, "[[")); e > end {
			if j := strings.IndexByte(s[e:], ']'); j >= 0 {
				end = e + j
				label = strings.TrimSpace(s[1+len(address) : end])
			}
		}
	}
	r.closeGap()
	start := len(r.chunk) - r.start
	if label == "" {
		r.extLinks++
		label = "[" + strconv.Itoa(r.extLinks) + "]"
		r.write(label)
	} else {
		r.inlineText(label)
	}
	r.side().Links = append(r.side().Links, document.Link{Target: address, Start: start, End: len(r.chunk) - r.start})
	return end + 1
}

// schemes are the protocols MediaWiki makes links of.
var schemes = []string{"https://", "http://", "//", "mailto:", "ftp://", "ftps://", "irc://", "ircs://", "news:", "tel:",
	"sms:", "geo:", "git://", "ssh://", "sftp://", "svn://", "telnet://", "gopher://", "nntp://", "worldwind://", "xmpp:",
	"sip:", "sips:", "urn:", "magnet:", "mms://", "redis://", "bitcoin:", "matrix:"}

func schemeLength(s string) int {
	for _, p := range schemes {
		if len(s) >= len(p) && strings.EqualFold(s[:len(p)], p) {
			return len(p)
		}
	}
	return 0
}

package wikitext

import (
	"strconv"
	"strings"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/internal/browser"
)

// maxExternal is how long an external link may be; without a limit every bracket
// that is not closed would be followed to the end of the page.
const maxExternal = 4096

// external renders the [http://example.org label] at i and returns its length, 0
// if it is none.
func (r *inliner) external(s string, i int) int {
	s = s[i:min(len(s), i+maxExternal)]
	n := schemeLength(s[1:])
	if n == 0 {
		return 0
	}
	end := strings.IndexByte(s, ']')
	if end < 0 || strings.IndexByte(s[:end], '\n') >= 0 {
		return 0
	}
	address := s[1 : 1+addressLength(s[1:end])]
	if len(address) <= n {
		return 0
	}
	if open := strings.Index(s[:end], "[["); open >= 0 { // a link in the label: the first ]] is not ours
		if e := linkEnd(s, open); e > end {
			if j := strings.IndexByte(s[e:], ']'); j >= 0 {
				end = e + j
			}
		}
	}
	label := strings.TrimSpace(s[1+len(address) : end])
	start := r.linkStart()
	if label == "" {
		r.numbered++
		r.Write("[" + strconv.Itoa(r.numbered) + "]")
	} else {
		r.inlineText(label)
	}
	r.linkEnd(start, address, document.ExternalLink)
	return end + 1
}

// addressLength is how much of s can be an address.
func addressLength(s string) int {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c <= ' ', c == '<', c == '>', c == '"', c == '[', c == ']', c == 0x7F:
			return i
		case c >= 0x80 && browser.WideSpace(s[i:]) > 0:
			return i
		case c == '\'' && strings.HasPrefix(s[i:], "''"):
			return i
		}
	}
	return len(s)
}

// address renders the :// at i of s, what follows it, and makes a link of both if
// the name of a protocol has just been written before it.
func (r *inliner) address(s string, i int) int {
	from := i
	for from > 0 && isLetter(s[from-1]) && i-from < 8 {
		from--
	}
	n := schemeLength(s[from:])
	if n != i-from+3 || from > 0 && isNameByte(s[from-1]) || !strings.HasSuffix(r.Plain(), s[from:i]) {
		r.Write("://")
		return 3
	}
	length := n + addressLength(s[from+n:])
	length = n + len(trimAddress(s[from+n:from+length]))
	if length == n {
		r.Write("://")
		return 3
	}
	address := s[from : from+length]
	start := r.Len() - (i - from)
	r.Write(strings.ReplaceAll(address[i-from:], "|", "%7C"))
	r.linkEnd(start, address, document.ExternalLink)
	return from + length - i
}

// trimAddress takes off what ends the sentence, not the address.
func trimAddress(s string) string {
	cut := ",;.:!?"
	if strings.IndexByte(s, '(') < 0 {
		cut += ")"
	}
	if i := strings.Index(s, "&lt;"); i >= 0 {
		s = s[:i]
	}
	if i := strings.Index(s, "&nbsp;"); i >= 0 {
		s = s[:i]
	}
	return strings.TrimRight(s, cut)
}

// schemes are the protocols MediaWiki makes links of.
var schemes = []string{"https://", "http://", "//", "mailto:", "ftp://", "ftps://", "irc://", "ircs://", "news:", "tel:",
	"sms:", "geo:", "git://", "ssh://", "sftp://", "svn://", "telnet://", "gopher://", "nntp://", "worldwind://", "xmpp:",
	"sip:", "sips:", "urn:", "magnet:", "mms://", "redis://", "bitcoin:", "matrix:"}

// schemeLength is the length of the protocol that s begins with, 0 if it is none.
func schemeLength(s string) int {
	if s == "" || !isLetter(s[0]) && s[0] != '/' {
		return 0
	}
	for _, p := range schemes {
		if len(s) >= len(p) && s[0]|0x20 == p[0]|0x20 && strings.EqualFold(s[:len(p)], p) {
			return len(p)
		}
	}
	return 0
}

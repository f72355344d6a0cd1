package wikitext

import (
	"html"
	"strings"
	"unsafe"
)

// entityAt reads the character reference s begins with, and its length; 0 if it is
// none. MediaWiki knows only those that end with a semicolon.
func entityAt(s string) (text string, length int) {
	const longest = 34 // &CounterClockwiseContourIntegral; and its kin
	end := strings.IndexByte(s[:min(len(s), longest)], ';')
	if end < 2 {
		return "", 0
	}
	ref := s[:end+1]
	text = html.UnescapeString(ref)
	if text == ref {
		return "", 0
	}
	return text, end + 1
}

// decodeEntities resolves all character references of s.
func decodeEntities(s string) string {
	if strings.IndexByte(s, '&') < 0 {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		if s[i] == '&' {
			if text, n := entityAt(s[i:]); n > 0 {
				b.WriteString(text)
				i += n
				continue
			}
		}
		b.WriteByte(s[i])
		i++
	}
	return b.String()
}

// offsetIn is where part begins in whole, whose memory it shares; -1 if it does
// not.
func offsetIn(whole, part string) int {
	w := uintptr(unsafe.Pointer(unsafe.StringData(whole)))
	p := uintptr(unsafe.Pointer(unsafe.StringData(part)))
	if p < w || p > w+uintptr(len(whole)) {
		return -1
	}
	return int(p - w)
}

package html

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"

	"github.com/tidywiki/tidywiki/extract/charset"
	"github.com/tidywiki/tidywiki/extract/source"
)

// encodingHead is how much of a page may come before the name of its character set;
// browsers look at 1,024 bytes.
const encodingHead = 4096

// decode makes UTF-8 of a page: by its byte order mark, by the character set that it
// names, and else as package charset does.
func decode(text string, notes *source.Notes) string {
	if e, name := declared(text); e != nil {
		decoded, err := e.NewDecoder().String(text)
		if err == nil {
			noteUndecoded(decoded, text, name, notes)
			text = decoded
		}
	}
	return charset.Decode(text, notes)
}

// noteUndecoded notes the bytes that a character set does not have.
func noteUndecoded(decoded, text, name string, notes *source.Notes) {
	n := strings.Count(decoded, string(utf8.RuneError)) - strings.Count(text, string(utf8.RuneError))
	if n <= 0 {
		return
	}
	line := 1 + strings.Count(decoded[:strings.IndexRune(decoded, utf8.RuneError)], "\n")
	notes.Add(source.Note{Severity: source.Warning, Code: "not_decodable", Where: "page", Line: line, Field: "encoding",
		Observed: fmt.Sprint(n), Expected: name,
		Message: "the page declares a character set that does not have all its bytes; they were read as U+FFFD"})
}

// declared is the character set that a page names, if it is not UTF-8 and has no
// byte order mark.
func declared(text string) (encoding.Encoding, string) {
	for _, mark := range []string{"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"} {
		if strings.HasPrefix(text, mark) {
			return nil, ""
		}
	}
	label := charsetLabel(text[:min(len(text), encodingHead)])
	e, err := htmlindex.Get(label)
	if label == "" || err != nil {
		return nil, ""
	}
	name, err := htmlindex.Name(e)
	if err != nil {
		return nil, ""
	}
	switch name {
	case "utf-8", "utf-16be", "utf-16le", "replacement": // a page that can be read is in none of the latter
		return nil, ""
	case "x-user-defined":
		return charmap.Windows1252, "windows-1252"
	}
	if e == unicode.UTF8 {
		return nil, ""
	}
	return e, name
}

// charsetLabel finds what the head of a page calls its character set: in an XML
// declaration or in a meta element.
func charsetLabel(head string) string {
	if strings.HasPrefix(head, "<?xml") {
		decl, _, _ := strings.Cut(head, ">")
		if _, after, ok := strings.Cut(decl, "encoding="); ok {
			if label := labelAt(after); label != "" {
				return label
			}
		}
	}
	lower := lowered(head)
	for at := 0; ; {
		i := strings.Index(lower[at:], "<")
		if i < 0 {
			return ""
		}
		at += i
		if end, ok := commentEnd(lower, at); end > 0 && ok {
			at = end
			continue
		}
		if strings.HasPrefix(lower[at:], "<meta") {
			tag, _, _ := strings.Cut(lower[at:], ">")
			if _, after, ok := strings.Cut(tag, "charset"); ok {
				if after, ok = strings.CutPrefix(strings.TrimLeft(after, " \t\n\f\r"), "="); ok {
					if label := labelAt(strings.TrimLeft(after, " \t\n\f\r")); label != "" {
						return label
					}
				}
			}
		}
		at++
	}
}

// labelAt reads a label, in quotes or not.
func labelAt(s string) string {
	s = strings.TrimLeft(s, `"'`)
	if i := strings.IndexAny(s, "\"'; \t\n\f\r/>?"); i >= 0 {
		s = s[:i]
	}
	return s
}

// lowered is s with the letters of ASCII in lower case; its other bytes need not be
// UTF-8.
func lowered(s string) string {
	b := []byte(s)
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c | 0x20
		}
	}
	return string(b)
}

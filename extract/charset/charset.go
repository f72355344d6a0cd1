// Package charset makes text of a page's bytes, whatever they are.
//
//	"\xEF\xBB\xBFZürich"        "Zürich"       a byte order mark is dropped
//	"\xFF\xFEZ\x00\xFC\x00"     "Zü"           UTF-16 is known by its mark
//	"Z\xFCrich"          ->    "Zürich"       other bytes are read as Windows-1252,
//	                                          with a note not_utf8
//	"a\x00b"                   "a\uFFFDb"      note control_character
//
// The result is safe for every output: valid UTF-8 without control characters
// other than white space, and without the two code points that no XML may hold.
package charset

import (
	"encoding/binary"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
	"unsafe"

	"golang.org/x/text/encoding/charmap"

	"github.com/tidywiki/tidywiki/extract/source"
)

// Decode returns a page as valid UTF-8 without a byte order mark and without
// control characters other than white space, in linear time. Almost always that
// is the text it was given or a part of it. The lines stay the same. n gets a
// warning not_utf8 or control_character for each line that had to be repaired.
func Decode(text string, n *source.Notes) string {
	switch {
	case strings.HasPrefix(text, "\xEF\xBB\xBF"):
		text = text[3:]
	case strings.HasPrefix(text, "\xFF\xFE"):
		text = decode16(text[2:], 0, 1)
	case strings.HasPrefix(text, "\xFE\xFF"):
		text = decode16(text[2:], 1, 0)
	}
	if sound(text) {
		return text
	}
	var b strings.Builder
	b.Grow(len(text) + len(text)/8)
	for num := 1; text != ""; num++ {
		end := lineEnd(text)
		if l := text[:end]; sound(l) {
			b.WriteString(l)
		} else {
			repair(&b, l, num, n)
		}
		text = text[end:]
	}
	return b.String()
}

// lineEnd is the length of the first line of text, which is not empty, with what
// ends it.
func lineEnd(text string) int {
	i := strings.IndexAny(text, "\r\n")
	switch {
	case i < 0:
		return len(text)
	case text[i] == '\r' && i+1 < len(text) && text[i+1] == '\n':
		return i + 2
	}
	return i + 1
}

// decode16 decodes UTF-16 whose bytes of a unit are at lo and hi. A surrogate
// without its partner stays one, which no valid UTF-8 has; so does a byte left
// over at the end, as one of U+DC00 to U+DCFF.
func decode16(s string, lo, hi int) string {
	out := make([]byte, 0, len(s))
	unit := func(i int) rune { return rune(s[i+lo]) | rune(s[i+hi])<<8 }
	i := 0
	for ; i+1 < len(s); i += 2 {
		r := unit(i)
		if utf16.IsSurrogate(r) && i+3 < len(s) {
			if pair := utf16.DecodeRune(r, unit(i+2)); pair != unicode.ReplacementChar {
				r = pair
				i += 2
			}
		}
		out = appendRune(out, r)
	}
	if i < len(s) {
		out = appendRune(out, 0xDC00|rune(s[i]))
	}
	return string(out)
}

// appendRune is utf8.AppendRune for surrogates, too.
func appendRune(b []byte, r rune) []byte {
	if utf16.IsSurrogate(r) {
		return append(b, 0xED, 0x80|byte(r>>6)&0x3F, 0x80|byte(r)&0x3F)
	}
	return utf8.AppendRune(b, r)
}

// surrogate reads what appendRune writes for one.
func surrogate(s string) (r rune, ok bool) {
	if len(s) < 3 || s[0] != 0xED || s[1] < 0xA0 || s[1] > 0xBF || s[2] < 0x80 || s[2] > 0xBF {
		return 0, false
	}
	return 0xD000 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F), true
}

// sound reports whether s can be taken as it is.
func sound(s string) bool {
	for i := 0; i < len(s); {
		if i+8 <= len(s) && tame(s[i:i+8]) {
			i += 8
			continue
		}
		for end := min(i+8, len(s)); i < end; i++ {
			if !suspect[s[i]] {
				continue
			}
			if r, _ := utf8.DecodeRuneInString(s[i:]); Risky(r) {
				return false
			}
		}
	}
	return utf8.ValidString(s)
}

// tame reports whether eight bytes are printable ASCII. It looks at them all at once,
// and may say no of some that are.
func tame(s string) bool {
	const each = 0x0101010101010101
	w := binary.LittleEndian.Uint64(unsafe.Slice(unsafe.StringData(s), 8))
	below := w - each*' ' // borrows into the high bit of a byte below the space
	above := w + each*1   // carries into it from 0x7F
	return (w|below|above)&(each*0x80) == 0
}

// suspect has the bytes that what is risky begins with: control characters, the
// first byte of those from U+0080 on, and that of U+FFFE.
var suspect = func() (set [256]bool) {
	for c := range 256 {
		set[c] = c < ' ' && !('\t' <= c && c <= '\r') || c == 0x7F || c == 0xC2 || c == 0xEF
	}
	return set
}()

// repair writes a line with all that is not sound in it replaced.
func repair(b *strings.Builder, l string, num int, n *source.Notes) {
	var odd, controls tally
	for len(l) > 0 {
		r, size := utf8.DecodeRuneInString(l)
		if r == utf8.RuneError && size == 1 {
			r, size = reread(l, &odd)
		}
		if Risky(r) {
			controls.add("U+%04X", r)
			r = unicode.ReplacementChar
		}
		b.WriteRune(r)
		l = l[size:]
	}
	if odd.n > 0 {
		n.Add(source.Note{Severity: source.Warning, Code: "not_utf8", Where: "page", Line: num,
			Field: "encoding", Observed: odd.String(),
			Message: "bytes that are not UTF-8 were read as Windows-1252, halves of characters as U+FFFD"})
	}
	if controls.n > 0 {
		n.Add(source.Note{Severity: source.Warning, Code: "control_character", Where: "page", Line: num,
			Field: "text", Observed: controls.String(), Message: "control characters were replaced by U+FFFD"})
	}
}

// reread reads the beginning of s, which is not UTF-8.
func reread(s string, odd *tally) (r rune, size int) {
	if half, ok := surrogate(s); ok {
		odd.add("U+%04X", half)
		return unicode.ReplacementChar, 3
	}
	odd.add("0x%02X", rune(s[0]))
	return charmap.Windows1252.DecodeByte(s[0]), 1
}

// Risky reports whether some output could not hold r, or show it as it is.
func Risky(r rune) bool {
	return unicode.IsControl(r) && !unicode.IsSpace(r) || r == 0xFFFE || r == 0xFFFF
}

// A tally names the first few of the characters it is given and counts the rest.
type tally struct {
	shown []string
	n     int
}

const maxShown = 8

func (t *tally) add(format string, r rune) {
	if t.n++; t.n <= maxShown {
		t.shown = append(t.shown, fmt.Sprintf(format, r))
	}
}

func (t *tally) String() string {
	s := strings.Join(t.shown, " ")
	if t.n > maxShown {
		s += fmt.Sprintf(" and %d more", t.n-maxShown)
	}
	return s
}

package wikitext

import (
	"strings"

	"github.com/tidywiki/tidywiki/extract/internal/browser"
	"github.com/tidywiki/tidywiki/extract/wikitext/preprocess"
)

// A class is what the scanner of text has to know of a byte. A space is plain,
// though two of them are not.
type class uint8

const (
	plainByte   class = iota
	specialByte       // always more than itself
	pairByte          // more than itself only if doubled: ' and _
	wideByte          // may begin white space beyond ASCII: U+00A0, U+2000.., U+3000
	colonByte         // may be part of an address
	dashByte          // may begin a language variant
)

var classes = [256]class{'[': specialByte, ']': specialByte, '&': specialByte, '<': specialByte, '\n': specialByte,
	'\t': specialByte, '\r': specialByte, '\f': specialByte, '\v': specialByte, preprocess.MarkBegin: specialByte,
	'\'': pairByte, '_': pairByte, 0xC2: wideByte, 0xE1: wideByte, 0xE2: wideByte, 0xE3: wideByte,
	':': colonByte, '-': dashByte}

// plainLength is how much of s reads as it is written.
func plainLength(s string) int {
	for done := 0; done < len(s); {
		end := min(done+plainBlock, len(s))
		n := plainEnd(s, done, end)
		if i := strings.Index(s[max(done-1, 0):n], "  "); i >= 0 {
			return max(done-1, 0) + i
		}
		if n < end {
			return n
		}
		done = n
	}
	return len(s)
}

// plainBlock is how far plainLength looks before it looks for double spaces.
const plainBlock = 512

// plainEnd is where the bytes of s from i to end stop being plain.
func plainEnd(s string, i, end int) int {
	for i < end {
		// Four at a time: almost all bytes of a text are plain.
		if i+4 <= end && classes[s[i]]|classes[s[i+1]]|classes[s[i+2]]|classes[s[i+3]] == plainByte {
			i += 4
			continue
		}
		if class := classes[s[i]]; class != plainByte && !plainAt(s, i, class) {
			return i
		}
		i++
	}
	return end
}

// plainAt reports whether the byte at i, which may be more than itself, is not.
func plainAt(s string, i int, class class) bool {
	switch class {
	case pairByte:
		return i+1 == len(s) || s[i+1] != s[i]
	case wideByte:
		return browser.WideSpace(s[i:]) == 0
	case colonByte:
		return !strings.HasPrefix(s[i:], "://")
	case dashByte:
		return i+1 == len(s) || s[i+1] != '{'
	}
	return false
}

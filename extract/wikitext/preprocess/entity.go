package preprocess

import (
	"html"
	"strings"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/extract/charset"
	"github.com/tidywiki/tidywiki/extract/internal/entity"
)

// longestEntity is the length of the longest character reference:
// &CounterClockwiseContourIntegral; and its kin.
const longestEntity = 34

// EntityAt reads the character reference s begins with, and its length; 0 if it is
// none. As in MediaWiki only those that end with a semicolon count, and none
// is a control character.
func EntityAt(s string) (text string, length int) {
	end := strings.IndexByte(s[:min(len(s), longestEntity)], ';')
	if end < 2 {
		return "", 0
	}
	ref := s[:end+1]
	if text = entity.Common(ref); text != "" {
		return text, end + 1
	}
	text = html.UnescapeString(ref)
	if text == ref || strings.HasSuffix(text, ";") && ref != "&semi;" && ref != "&#59;" {
		return "", 0 // &notit; is &not; and "it;" to HTML
	}
	if r, _ := utf8.DecodeRuneInString(text); charset.Risky(r) {
		return "", 0
	}
	return text, end + 1
}

// DecodeEntities resolves all character references of s.
func DecodeEntities(s string) string { return entity.Replace(s, EntityAt) }

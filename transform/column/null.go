package column

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/internal/wordlist"
)

// nullTokens are what pages write where there is not a value. "none", "nil" and "no" are
// not among them: in a column of counts they mean 0.
var nullTokens = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for token := range wordlist.Lines(wordFile("nulls")) {
		for _, form := range cased(token) {
			m[form] = true
		}
	}
	return m
})

// longestNull is the length in bytes of the longest null token.
const longestNull = len("недоступно")

// cased are a word in lower case, with a capital and in capitals, as lower leaves them.
func cased(word string) [3]string {
	first, size := utf8.DecodeRuneInString(word)
	capital := string(unicode.ToUpper(first)) + word[size:]
	forms := [3]string{word, capital, strings.ToUpper(word)}
	for i, form := range forms {
		forms[i] = string(lower(nil, form))
	}
	return forms
}

// IsNull reports whether a text means no value: a dash, n/a, unknown and the like.
func IsNull(text string) bool { return isNull(text) }

// isNull reports whether a text means no value.
func isNull(text string) bool {
	var buf [longestNull]byte
	return len(text) <= longestNull && nullTokens()[string(lower(buf[:0], text))]
}

// zeroWords are the words that are 0 among numbers.
var zeroWords = sync.OnceValue(func() map[string]bool { return wordlist.Set(wordFile("zeros")) })

const longestZero = len("nenhuma")

// isZero reports whether a text is a word for nothing, or the E of "even par".
func isZero(text string) bool {
	if len(text) < 2 || len(text) > longestZero || text[0] >= '0' && text[0] <= '9' {
		return text == "E"
	}
	var buf [longestZero]byte
	return zeroWords()[string(lower(buf[:0], text))]
}

// lower appends a text with its ASCII letters in lower case.
func lower(buf []byte, text string) []byte {
	for i := range len(text) {
		c := text[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		buf = append(buf, c)
	}
	return buf
}

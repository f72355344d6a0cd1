package column

import (
	"sync"

	"github.com/tidywiki/tidywiki/internal/wordlist"
)

// booleans are the words and marks for yes and no.
var booleans = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for word, value := range wordlist.Pairs(wordFile("booleans")) {
		for _, form := range cased(word) {
			m[form] = value == "true"
		}
	}
	return m
})

// longestBoolean is the length in bytes of the longest of them.
const longestBoolean = len("नहीं")

// boolean reads a word or mark for yes or no.
func boolean(text string) (value, ok bool) {
	if len(text) > longestBoolean {
		return false, false
	}
	var buf [longestBoolean]byte
	value, ok = booleans()[string(lower(buf[:0], text))]
	return value, ok
}

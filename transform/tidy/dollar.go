package tidy

import (
	"bytes"
	_ "embed"
	"sync"

	"github.com/tidywiki/tidywiki/internal/wordlist"
	"github.com/tidywiki/tidywiki/transform/page"
)

//go:embed words/dollars.txt
var dollarsFile string

// otherDollars are what shows that a page speaks of more than one kind of dollar.
var otherDollars = sync.OnceValue(func() (list [][]byte) {
	for line := range wordlist.Lines(dollarsFile) {
		list = append(list, []byte(line))
	}
	return list
})

// dollarOf is the currency that a bare $ means on a page: USD, or empty where the page
// names another dollar or a peso, so that the sign stays open.
func dollarOf(d *page.Page) string {
	data := d.Document.Source.Data
	if bytes.IndexByte(data, '$') < 0 {
		return ""
	}
	for _, other := range otherDollars() {
		if hasWord(data, other) {
			return ""
		}
	}
	return "USD"
}

// hasWord reports whether data has a word or sign that no letter is before.
func hasWord(data, word []byte) bool {
	for {
		i := bytes.Index(data, word)
		if i < 0 {
			return false
		}
		if i == 0 || !isLetter(data[i-1]) {
			return true
		}
		data = data[i+len(word):]
	}
}

func isLetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }

package column

import (
	"sync"

	"github.com/tidywiki/tidywiki/internal/wordlist"
)

// nullTokens are what pages write where there is not a value, in lower case. "none",
// "nil" and "no" are not among them: in a column of counts they mean 0.
var nullTokens = map[string]bool{
	"-": true, "–": true, "—": true, "―": true, "−": true, "‒": true,
	"‐": true, "‑": true, "－": true, "﹣": true, "•": true, "·": true, "∅": true, "⁃": true, "﹘": true, "‧": true, "∙": true, "●": true, "⸺": true, "⸻": true, "ー": true,
	"--": true, "---": true, "––": true, "——": true, "—–": true,
	"...": true, "…": true, "..": true, ".": true, "/": true, "?": true, "??": true, "???": true,
	"n/a": true, "na": true, "n.a.": true, "n.a": true, "n/d": true, "n.d.": true, "n/c": true, "s/d": true,
	"k.a.": true, "k. a.": true, "tbd": true, "tba": true, "tbc": true, "tbd.": true, "tba.": true, "tbc.": true,
	"null": true, "unknown": true, "not known": true, "not available": true, "unavailable": true,
	"no data": true, "data unavailable": true, "not applicable": true,
	"unbekannt": true, "inconnu": true, "inconnue": true, "desconocido": true, "sconosciuto": true,
	"desconhecido": true, "неизвестно": true, "onbekend": true, "nieznane": true,
	"不明": true, "未知": true, "不详": true, "不詳": true,
}

// longestNull is the length in bytes of the longest null token.
const longestNull = len("неизвестно")

// IsNull reports whether a text means no value: a dash, n/a, unknown and the like.
func IsNull(text string) bool { return isNull(text) }

// isNull reports whether a text means no value.
func isNull(text string) bool {
	var buf [longestNull]byte
	return len(text) <= longestNull && nullTokens[string(lower(buf[:0], text))]
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

package column

// booleans are the words and marks for yes and no, in lower case.
var booleans = map[string]bool{
	"yes": true, "no": false, "true": true, "false": false,
	"✓": true, "✗": false, "✔": true, "✘": false, "☑": true, "☒": false,
	"ja": true, "nein": false, "nee": false, "oui": true, "non": false,
	"sí": true, "sì": true, "sim": true, "não": false, "да": true, "нет": false,
	"tak": true, "nie": false, "是": true, "否": false, "はい": true, "いいえ": false,
}

// longestBoolean is the length in bytes of the longest of them.
const longestBoolean = len("いいえ")

// boolean reads a word or mark for yes or no.
func boolean(text string) (value, ok bool) {
	if len(text) > longestBoolean {
		return false, false
	}
	var buf [longestBoolean]byte
	value, ok = booleans[string(lower(buf[:0], text))]
	return value, ok
}

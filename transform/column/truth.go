package column

// truths are the words and marks for yes and no, in lower case.
var truths = map[string]bool{
	"yes": true, "no": false, "true": true, "false": false,
	"✓": true, "✗": false, "✔": true, "✘": false, "☑": true, "☒": false,
	"ja": true, "nein": false, "nee": false, "oui": true, "non": false,
	"sí": true, "sì": true, "sim": true, "não": false, "да": true, "нет": false,
	"tak": true, "nie": false, "是": true, "否": false, "はい": true, "いいえ": false,
}

// longestTruth is the length in bytes of the longest of them.
const longestTruth = len("いいえ")

// truth reads a word or mark for yes or no.
func truth(text string) (value, ok bool) {
	if len(text) > longestTruth {
		return false, false
	}
	var buf [longestTruth]byte
	value, ok = truths[string(lower(buf[:0], text))]
	return value, ok
}

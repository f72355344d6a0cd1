package column

// truths are the words and marks for yes and no, in lower case.
var truths = map[string]bool{
	"yes": true, "no": false, "true": true, "false": false,
	"✓": true, "✗": false, "✔": true, "✘": false, "☑": true, "☒": false,
	"ja": true, "nein": false, "nee": false, "oui": true, "non": false,
	"sí": true, "sì": true, "sim": true, "não": false, "да": true, "нет": false,
	"tak": true, "nie": false, "是": true, "否": false, "はい": true, "いいえ": false,
}

// truth reads a word or mark for yes or no.
func truth(text string) (value, ok bool) {
	if len(text) > len("いいえ") {
		return false, false
	}
	var buf [len("いいえ")]byte
	lower := buf[:len(text)]
	for i := range lower {
		c := text[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		lower[i] = c
	}
	value, ok = truths[string(lower)]
	return value, ok
}

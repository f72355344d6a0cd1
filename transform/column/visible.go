package column

import "strings"

// visible is a text without the characters that show nothing, such as a space of no
// width. Most texts have none.
func visible(text string) string {
	for i := 0; i+1 < len(text); i++ {
		switch text[i] {
		case 0xC2, 0xE2, 0xEF:
			if isInvisible(text[i:]) {
				return invisible.Replace(text)
			}
		}
	}
	return text
}

var invisible = strings.NewReplacer("\u200b", "", "\u2060", "", "\ufeff", "", "\u00ad", "", "\u200e", "", "\u200f", "")

// isInvisible reports whether a text begins with a character that shows nothing.
func isInvisible(text string) bool {
	for _, c := range [...]string{"\u200b", "\u2060", "\ufeff", "\u00ad", "\u200e", "\u200f"} {
		if strings.HasPrefix(text, c) {
			return true
		}
	}
	return false
}

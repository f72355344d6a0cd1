package column

import (
	"strings"

	"github.com/tidywiki/tidywiki/transform/number"
)

// frontMarks may be before a value as well as behind it.
const frontMarks = "*†‡§¶"

// cutMarks takes the footnote marks off both ends of a text.
//
//	cutMarks("2013†")        "2013", "†"
//	cutMarks("1,204 [b] *")  "1,204", "[b] *"
//	cutMarks("* 7")          "7", "*"
func cutMarks(text string) (rest, mark string) {
	rest, mark = number.TrimNote(text)
	if front := len(rest) - len(strings.TrimLeft(rest, frontMarks)); front > 0 {
		mark = rest[:front] + mark
		rest = strings.TrimLeft(rest[front:], " \u00a0")
	}
	return rest, mark
}

package column

import "strings"

// findUnseparated lists the numbers from 1000 that have no thousands separator
// where the others of the column have one. Many write four digits without and
// five with one: that is a style, and nothing is missing.
func (c *Column) findUnseparated(cells []Cell, t *tally) {
	if t.hints&grouped == 0 || !c.Type.numeric() {
		return
	}
	with, bare, four := 0, 0, false
	for i := range c.Values {
		text := cells[i].Text
		if c.Values[i].is(grouped) {
			with++
			sep, digits := groups(text)
			c.Separator = sep
			four = four || digits == 4
		} else if bareThousand(text) {
			bare++
		}
	}
	if bare == 0 || bare > 1 && with < 3*bare {
		return
	}
	for i := range c.Values {
		if text := cells[i].Text; bareThousand(text) && (four || len(text) > 4) {
			c.Unseparated = append(c.Unseparated, i)
		}
	}
}

// bareThousand reports whether a text is four or more digits.
func bareThousand(text string) bool {
	return len(text) > 3 && strings.Trim(text, "0123456789") == ""
}

// groups finds the first separator of a grouped number and counts the digits up
// to the decimals.
func groups(text string) (sep rune, digits int) {
	for _, r := range text {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case digits == 0 || r == sep:
		case sep == 0:
			sep = r
		default:
			return sep, digits
		}
	}
	return sep, digits
}

// Separated is the text of an unseparated number as the column writes the others.
func (c *Column) Separated(text string) string {
	var b strings.Builder
	for i := range len(text) {
		if i > 0 && (len(text)-i)%3 == 0 {
			b.WriteRune(c.Separator)
		}
		b.WriteByte(text[i])
	}
	return b.String()
}

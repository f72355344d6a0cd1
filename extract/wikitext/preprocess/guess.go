package preprocess

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// dateTemplate finds the built-in template that shows the date of one that is not
// known: its name speaks of a date, and its first three arguments can be nothing else.
// Where its name speaks of an age, too, the date is the later of two.
//
//	{{Ημερομηνία γέννησης|1985|2|5}}     5 Φεβρουαρίου 1985
//	{{kuolinaika ja ikä|2019|12|25|1985|2|5}}   25. joulukuuta 2019
func (c *call) dateTemplate(title string) *parsedTemplate {
	name := foldTitle(title)
	if len(c.own.args) < 3 || !speaksOf(name, prefixes().date) {
		return nil
	}
	args := c.own.positional()
	year, ok := yearOf(args)
	if !ok {
		return nil
	}
	second, two := 0, false
	if len(args) >= 6 {
		second, two = yearOf(args[3:6])
	}
	switch {
	case two && !speaksOf(name, prefixes().age):
		return builtIn("start and end dates")
	case two && second > year:
		return builtIn("没年齢")
	case isWord(args[1]):
		return builtIn("fecha")
	}
	return builtIn("start date")
}

// yearOf is the year of three arguments that are a year, a month and a day, in this
// order or the other way round.
func yearOf(args []string) (year int, ok bool) {
	if len(args) < 3 || monthOf(args[1]) == 0 && !(isWord(args[1]) && utf8.RuneCountInString(args[1]) >= 3) {
		return 0, false
	}
	first, last := args[0], args[2]
	if dayBeforeYear(first, last, false) {
		first, last = last, strings.Trim(first, "er°.º ")
	}
	year, err := strconv.Atoi(first)
	return year, err == nil && len(first) >= 3 && len(first) <= 4 && atoi(last) > 0
}

// speaksOf reports whether a template's name has one of the words: a short one alone, a
// longer one or one without letters of an alphabet at the beginning or end of a word, too.
func speaksOf(name string, words map[string]bool) bool {
	for _, word := range strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		if words[word] {
			return true
		}
		for i, r := range word {
			if head, tail := word[:i], word[i:]; words[head] && isLong(head) || words[tail] && isLong(tail) {
				return true
			} else if unicode.Is(unicode.Han, r) && slices.ContainsFunc([]int{3, 6, 9}, func(n int) bool { return n <= len(tail) && words[tail[:n]] }) {
				return true
			}
		}
	}
	return false
}

// isLong reports whether a word is long enough to be a part of another by no accident.
func isLong(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return utf8.RuneCountInString(word) >= 5 || unicode.In(first, unicode.Han, unicode.Hangul)
}

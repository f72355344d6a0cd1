package plain

import "strings"

// bar returns where the first pipe of s is that no backslash escapes, or -1.
func bar(s string) (at int, escaped bool) {
	for {
		i := strings.IndexByte(s[at:], '|')
		if i < 0 {
			return -1, escaped
		}
		at += i
		if at == 0 || s[at-1] != '\\' {
			return at, escaped
		}
		escaped = true
		at++
	}
}

// cutCell cuts the text of the first cell off s, which has no outer pipes.
func cutCell(s string) (text, rest string, more bool) {
	at, escaped := bar(s)
	text = s
	if at >= 0 {
		text, rest = s[:at], s[at+1:]
	}
	text = collapse(text)
	if escaped {
		text = strings.ReplaceAll(text, `\|`, "|")
	}
	return text, rest, at >= 0
}

// closed reports whether a line ends with a pipe that closes a row.
func closed(s string) bool {
	return len(s) > 1 && s[len(s)-1] == '|' && s[len(s)-2] != '\\'
}

// inner is a row without its outer pipes.
func inner(s string) string {
	if closed(s) {
		s = s[:len(s)-1]
	}
	return strings.TrimPrefix(s, "|")
}

// filled reports whether a row has anything but pipes and white space.
func filled(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] != '|' && !asciiSpace(s[i]) {
			return true
		}
	}
	return false
}

// columns counts the cells of a row.
func columns(s string) int {
	s = inner(s)
	for n := 1; ; n++ {
		at, _ := bar(s)
		if at < 0 {
			return n
		}
		s = s[at+1:]
	}
}

// spaced reports whether a line that lacks its last pipe is a row all the same: it
// has two pipes or more with white space after each, and something between.
// |x| and |ψ⟩ are mathematics, || is code.
func spaced(s string) bool {
	pipes := 0
	for i := 0; i < len(s); i++ {
		if s[i] != '|' || i > 0 && s[i-1] == '\\' {
			continue
		}
		if i+1 < len(s) && !asciiSpace(s[i+1]) {
			return false
		}
		pipes++
	}
	return pipes > 1 && filled(s)
}

// isSeparator reports whether a line is a Markdown separator row: dashes between
// pipes, with colons for alignment. `| - | - |` is none: dashes one by one are
// how tables write that there is no value.
func isSeparator(s string) bool {
	if c := s[0]; c != '|' && c != '-' && c != ':' || strings.IndexByte(s, '|') < 0 {
		return false
	}
	sure := false
	for rest, more := inner(s), true; more; {
		var cell string
		cell, rest, more = strings.Cut(rest, "|")
		cell = trim(cell)
		dashes := strings.TrimSuffix(strings.TrimPrefix(cell, ":"), ":")
		if dashes == "" || run(dashes, '-') < len(dashes) {
			return false
		}
		sure = sure || len(dashes) >= 3 || len(dashes) < len(cell)
	}
	return sure || !strings.ContainsAny(s, " \t") && columns(s) > 1
}

// whole reports whether a line is surely a row or a separator, whatever is
// around it.
func whole(s string) bool { return s != "" && s[0] == '|' && closed(s) && filled(s) }

// underlines reports whether next, the line below s, makes it the header of a
// Markdown table: it is a separator row of as many cells.
func underlines(next, s string) bool {
	return next != "" && isSeparator(next) && columns(next) == columns(s)
}

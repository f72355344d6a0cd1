package preprocess

import "strings"

// Redirect reads the target of a page that only points to another, "" for any
// other page, and where the text after that begins.
func Redirect(text string) (target string, end int) {
	lead := 0
	for lead < len(text) && isSpace(text[lead]) {
		lead++
	}
	if !strings.HasPrefix(text[lead:], "#") {
		return "", 0
	}
	line, _, _ := strings.Cut(text[lead:], "\n")
	open := strings.Index(line, "[[")
	if open < 0 || !prefixes().redirect[strings.ToLower(strings.TrimRight(line[1:open], " \t:"))] {
		return "", 0
	}
	length := strings.Index(line[open:], "]]")
	if length < 0 {
		return "", 0
	}
	target, _, _ = strings.Cut(line[open+2:open+length], "|")
	target = strings.TrimPrefix(strings.TrimSpace(DecodeEntities(target)), ":")
	return strings.Join(strings.Fields(target), " "), lead + open + length + len("]]")
}

// maxRedirects is how many redirects a template's name may lead over. MediaWiki
// follows one.
const maxRedirects = 3

// through follows the redirects among the templates that were given.
func (e *expander) through(t *target) *target {
	for range maxRedirects {
		user := e.userTemplate(t.title)
		if user == nil || user.leadsTo == "" {
			return t
		}
		to := e.target(user.leadsTo)
		if to.title == "" {
			return t
		}
		t = to
	}
	return t
}

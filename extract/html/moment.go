package html

import "strings"

// moments are the dates in a form for machines that a text has, as the templates of
// wikis for births, deaths and periods write them:
//
//	5 May 1950 <span style="display:none">(<span class="bday">1950-05-05</span>)</span>
type moments struct {
	start, end string
	more       bool // there are several, of which none is the value
}

// moment keeps the date that an element holds.
func (p *parser) moment(t *token) {
	rest := p.text[t.end:]
	text, _, ok := strings.Cut(rest[:min(len(rest), len("-0000-00-00 ")+1)], "<")
	text = strings.TrimSpace(text)
	if !ok || !isISODate(text) {
		return
	}
	m := &p.out.moments
	at := &m.start
	if hasClass(t.attrs.get(attrClass), "dtend") {
		at = &m.end
	}
	m.more = m.more || *at != "" && *at != text
	*at = text
}

// isISODate reports whether a text is a year, a month or a day of ISO 8601.
func isISODate(s string) bool {
	for i, c := range []byte(s) {
		if dash := i == 4 || i == 7; dash != (c == '-') || !dash && !isDigit(c) {
			return false
		}
	}
	return len(s) == 4 || len(s) == 7 || len(s) == 10
}

// date is the only date or period among the moments, "" without one.
func (m *moments) date() string {
	switch {
	case m.more || m.start == "":
		return ""
	case m.end == "" || m.end == m.start:
		return m.start
	}
	return m.start + "/" + m.end
}

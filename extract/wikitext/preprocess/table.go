package preprocess

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A madeTable is a table of rows that templates have made: see [tableRow].
type madeTable struct {
	end    int // of the table in the output
	family string
	labels []string
}

// tableRow is {{#row: family | label = value | ...}}: a table of one row, with a
// header for each value that is not empty. Where it follows a table of the same
// family that has all its headers, the row becomes a row of that.
func tableRow(c *call, family string) string {
	var labels, values []string
	for i := 1; i <= c.size(); i++ {
		if label, value, named := c.arg(i); named && value != "" {
			labels, values = append(labels, label), append(values, value)
		}
	}
	if len(labels) == 0 {
		return ""
	}
	e := c.e
	var b strings.Builder
	if columns := e.continues(c.out, family, labels); columns != nil {
		b.WriteString("|-\n")
		for _, label := range columns {
			value := ""
			if i := slices.Index(labels, label); i >= 0 {
				value = values[i]
			}
			writeCell(&b, value)
		}
		labels = columns
	} else {
		b.WriteString("\n{| class=\"wikitable\"\n! " + strings.Join(labels, " !! ") + "\n|-\n")
		for _, value := range values {
			writeCell(&b, value)
		}
	}
	b.WriteString("|}")
	e.made = madeTable{len(c.out.buf) + b.Len(), family, labels}
	return b.String() + "\n"
}

// writeCell writes a cell on a line of its own. A bar in the value would end the
// attributes of a cell: it gets empty ones.
func writeCell(b *strings.Builder, value string) {
	b.WriteString("| ")
	if strings.Contains(value, "|") {
		b.WriteString("| ")
	}
	b.WriteString(value + "\n")
}

// continues opens the table again that the output ends with, if a row with these
// labels fits into it, and returns the labels of its columns.
func (e *expander) continues(out *output, family string, labels []string) []string {
	m := &e.made
	if m.family != family || m.end > len(out.buf) || !bytes.HasSuffix(out.buf[:m.end], []byte("|}")) ||
		len(bytes.TrimSpace(out.buf[m.end:])) > 0 {
		return nil
	}
	for _, label := range labels {
		if !slices.Contains(m.labels, label) {
			return nil
		}
	}
	cut := m.end - len("|}")
	out.buf = out.buf[:cut]
	// What comes now has the place of the call, not of white space before it.
	if n := len(out.origins); n > 0 {
		last := out.origins[n-1]
		for len(out.origins) > 0 && out.origins[len(out.origins)-1].At >= cut {
			out.origins = out.origins[:len(out.origins)-1]
		}
		last.At = cut
		out.origins = append(out.origins, last)
	}
	if e.tables.seen > cut {
		e.tables.seen = cut
		e.tables.open++
	}
	return m.labels
}

// cutTables takes the tables out of a text.
func cutTables(text string) (rest, tables string) {
	if !strings.Contains(text, "{|") {
		return text, ""
	}
	var in, out strings.Builder
	depth := 0
	for line := range strings.Lines(text) {
		trimmed := strings.TrimLeft(line, ": \t")
		if strings.HasPrefix(trimmed, "{|") {
			depth++
		}
		if depth == 0 {
			out.WriteString(line)
			continue
		}
		in.WriteString(strings.TrimRight(line, "\n") + "\n")
		if strings.HasPrefix(trimmed, "|}") {
			depth--
		}
	}
	return out.String(), in.String()
}

// newCell is {{#newcell:}}: the bar that begins a cell, unless the page has written
// it before the template.
func newCell(c *call, _ string) string {
	if c.out == nil {
		return ""
	}
	line := c.out.buf[bytes.LastIndexByte(c.out.buf, '\n')+1:]
	if len(bytes.TrimSpace(line)) > 0 {
		return ""
	}
	return "|"
}

// openTables counts the tables that the page's text so far has not closed.
type openTables struct{ seen, open int }

func (t *openTables) read(text []byte) int {
	for t.seen < len(text) {
		line, _, whole := bytes.Cut(text[t.seen:], []byte("\n"))
		if !whole {
			break
		}
		t.seen += len(line) + 1
		switch line = bytes.TrimLeft(line, ": \t"); {
		case bytes.HasPrefix(line, []byte("{|")):
			t.open++
		case bytes.HasPrefix(line, []byte("|}")) && t.open > 0:
			t.open--
		}
	}
	return t.open
}

// tableEnd is {{#tableend:}}: the end of a table, if one is open.
func tableEnd(c *call, _ string) string {
	if c.out == nil || c.e.tables.read(c.out.buf) == 0 {
		return ""
	}
	return "|}\n"
}

// closesTable reports whether a template that is not known ends the table it is in:
// its name says so, it is alone on its line, and the page has no other end for the
// table.
func (c *call) closesTable(out *output, title string) bool {
	e := c.e
	if e.depth != 1 || !c.onPage() || !endsByName(title) {
		return false
	}
	before, after := c.s[:c.n.start], c.s[c.n.end:]
	after, _, _ = strings.Cut(after[:min(len(after), maxAttrs)], "\n")
	return strings.TrimSpace(before[strings.LastIndexByte(before, '\n')+1:]) == "" && strings.TrimSpace(after) == "" &&
		e.tables.read(out.buf) > 0 && !closedLater(c.s[c.n.end:])
}

// maxAhead is how far the end of a table is looked for.
const maxAhead = 16 << 10

// closedLater reports whether |} comes before the next table or heading.
func closedLater(text string) bool {
	for line := range strings.Lines(text[:min(len(text), maxAhead)]) {
		switch line = strings.TrimLeft(line, ": \t"); {
		case strings.HasPrefix(line, "|}"):
			return true
		case strings.HasPrefix(line, "{|"), strings.HasPrefix(line, "="):
			return false
		}
	}
	return false
}

// endsByName reports whether the last word of a title means an end, as in "Fb cs footer"
// and "BundleEnd", or the first one, as in "End table".
func endsByName(title string) bool {
	if first, _, more := strings.Cut(title, " "); more && prefixes().closing[strings.ToLower(first)] {
		return true
	}
	from := len(title)
	for from > 0 {
		r, size := utf8.DecodeLastRuneInString(title[:from])
		if !unicode.IsLetter(r) {
			break
		}
		from -= size
		if before, _ := utf8.DecodeLastRuneInString(title[:from]); unicode.IsUpper(r) && unicode.IsLower(before) {
			break
		}
	}
	return prefixes().closing[strings.ToLower(title[from:])]
}

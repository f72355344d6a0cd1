package release

import (
	"bytes"
	"fmt"
	"strings"
)

// A page is Markdown being written. Text from elsewhere goes through md.
type page struct{ buf *bytes.Buffer }

func (p page) line(format string, args ...any) {
	fmt.Fprintf(p.buf, format, args...)
	p.buf.WriteByte('\n')
}

// gap ends what goes before with an empty line.
func (p page) gap() {
	for p.buf.Len() > 0 && !bytes.HasSuffix(p.buf.Bytes(), []byte("\n\n")) {
		p.buf.WriteByte('\n')
	}
}

// heading begins a section.
func (p page) heading(level int, title string) {
	p.gap()
	p.line("%s %s", strings.Repeat("#", level), title)
	p.gap()
}

// text adds a paragraph.
func (p page) text(format string, args ...any) {
	p.gap()
	p.line(format, args...)
}

// code is a block of a language.
func (p page) code(language, text string) {
	p.text("```%s\n%s\n```", language, text)
}

// row adds a row to a table, of cells that are Markdown.
func (p page) row(cells ...string) {
	p.line("| %s |", strings.Join(cells, " | "))
}

// names begins a table; the columns whose name ends with a colon are aligned right.
func (p page) names(names ...string) {
	rule := make([]string, len(names))
	for i, name := range names {
		rule[i] = "---"
		if n, right := strings.CutSuffix(name, ":"); right {
			names[i], rule[i] = n, "---:"
		}
	}
	p.gap()
	p.row(names...)
	p.line("|%s|", strings.Join(rule, "|"))
}

var markdown = strings.NewReplacer(`\`, `\\`, "|", `\|`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`,
	"<", "&lt;", ">", "&gt;", "&", "&amp;", "\r\n", " ", "\n", " ", "\r", " ")

// md escapes a text for Markdown, in a table or outside of one.
func md(text string) string {
	text = markdown.Replace(text)
	// At the beginning of a line these would begin a heading or a list.
	if text != "" && strings.ContainsAny(text[:1], "#+-~=") {
		return `\` + text
	}
	return text
}

package plain

import (
	"strings"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
)

const (
	maxLevel = 6
	// maxHeadingIndent is how far a heading may be indented: further in, a line
	// between equals signs is more likely a formula.
	maxHeadingIndent = 3
)

// An outline is what the headings so far say about those to come.
type outline struct {
	titled bool // a heading has given the page its title
	// last has, by the level that was written, the last section above which the
	// next one may be; 0, the lead, where there is none.
	last [maxLevel + 1]int
	// spaced counts the headings with spaces inside their marks, tight has the
	// others.
	spaced   int
	tight    []tightHeading
	sections arena[document.Section]
}

type tightHeading struct {
	raw, title string
	level, num int
}

// heading reads a line such as `== Events ==`.
func (p *page) heading(l line) bool {
	if l.text[0] != '=' || l.indent > maxHeadingIndent {
		return false
	}
	level, inner, ok := splitHeading(l.text)
	if !ok {
		if level > 0 {
			p.notes.Add(source.Note{Severity: source.Warning, Code: "odd_heading", Where: "section", Line: l.num,
				Field: "heading", Observed: collapse(l.text),
				Message: "the line looks like a heading but its marks are unequal or more than six; it stays text"})
		}
		return false
	}
	p.close()
	title := collapse(inner)
	if startsWithSpace(inner) && len(trimRight(inner)) < len(inner) {
		p.outline.spaced++
	} else {
		p.outline.tight = append(p.outline.tight, tightHeading{l.text, title, level, l.num})
	}
	if level == 1 && p.title(title, l) {
		return true
	}
	p.begin(level, title, l.num)
	return true
}

// splitHeading takes the marks off a heading. If the line only looks like one,
// ok is false and level is not 0.
func splitHeading(s string) (level int, inner string, ok bool) {
	before := run(s, '=')
	if before == len(s) || s[len(s)-1] != '=' {
		return 0, "", false
	}
	inner = strings.TrimRight(s[before:], "=")
	after := len(s) - before - len(inner)
	if strings.Trim(collapse(inner), "= ") == "" {
		return 0, "", false
	}
	return before, inner, before == after && before <= maxLevel
}

// title takes a heading of level 1. It returns false if the heading also begins
// a section, because the lead is over or has its title.
func (p *page) title(title string, l line) bool {
	first := !p.outline.titled
	if first {
		p.outline.titled = true
		p.doc.Title = title
	}
	lead := len(p.doc.Sections) == 1
	switch {
	case first && lead:
		p.doc.Sections[0].Line = l.num
		return true
	case first:
		p.noteTitle("late_title", l, "the page's title is below other headings")
	default:
		p.noteTitle("extra_title", l, "the page has a title already; this heading becomes a section of level 2")
	}
	return false
}

func (p *page) noteTitle(code string, l line, message string) {
	p.notes.Add(source.Note{Severity: source.Info, Code: code, Where: "section", Line: l.num,
		Field: "heading", Observed: collapse(l.text), Message: message})
}

// begin begins a section.
func (p *page) begin(level int, title string, num int) {
	o := &p.outline
	s := &o.sections.take(1)[0]
	*s = document.Section{Index: len(p.doc.Sections), Level: max(level, 2), Title: document.Text{Plain: title}, Line: num}
	for above := level - 1; above > 0 && s.Parent == 0; above-- {
		s.Parent = o.last[above]
	}
	o.last[level] = s.Index
	clear(o.last[level+1:])
	p.doc.Sections = append(p.doc.Sections, s)
	p.section = s
	p.list.number = 0
}

// noteSpacing notes the headings without spaces inside their marks if those
// with them are the rule on the page.
func (p *page) noteSpacing() {
	o := &p.outline
	if len(o.tight) >= o.spaced && !(len(o.tight) == 1 && o.spaced == 1) {
		return
	}
	for _, h := range o.tight {
		marks := h.raw[:h.level]
		p.notes.Add(source.Note{Severity: source.Info, Code: "heading_spacing", Where: "section", Line: h.num,
			Field: "heading", Observed: collapse(h.raw), Expected: marks + " " + h.title + " " + marks,
			Message: "the page's other headings have spaces inside their marks"})
	}
}

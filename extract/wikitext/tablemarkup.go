package wikitext

import (
	"strings"

	"github.com/tidywiki/tidywiki/extract/source"
)

// A wikiTable is a table opened by {| whose |} has not come: what MediaWiki keeps
// while it turns table markup into tags (Parser::handleTables).
type wikiTable struct {
	off     int // of its {|
	cell    tag // the cell that is open, noTag if none
	row     bool
	rowAttr string // attributes of a |- whose row has not begun
}

// maxTables is how deep tables may nest. The markup of deeper ones is text.
const maxTables = 64

// tableLine handles a line as table markup; false means that it is none. line is
// without white space at both ends and stands at off.
func (p *pageParser) tableLine(line string, off int) bool {
	if line[0] == '{' || line[0] == ':' {
		rest, ok := tableStart(line)
		if !ok {
			return false
		}
		return p.beginWikiTable(rest, off)
	}
	if len(p.wiki) == 0 {
		if strings.HasPrefix(line, "|}") && p.tree.top() == nil {
			p.notes.Add(source.Note{Severity: source.Info, Code: "stray_table_end", Where: "page", Line: p.line(off),
				Observed: "|}", Message: "a table ends here that has not begun; the line is kept as text"})
		}
		return false
	}
	w := &p.wiki[len(p.wiki)-1]
	switch {
	case line[0] == '!':
		p.cells(w, tagHeader, line[1:], off+1)
	case strings.HasPrefix(line, "|}"):
		p.endWikiTable(line[2:], off+2)
	case strings.HasPrefix(line, "|-"):
		w.closeRow(p)
		w.rowAttr = strings.TrimLeft(line[1:], "-")
	case strings.HasPrefix(line, "|+"):
		p.cells(w, tagCaption, line[2:], off+2)
	default:
		p.cells(w, tagData, line[1:], off+1)
	}
	return true
}

// tableStart finds {| after any number of colons.
func tableStart(line string) (rest string, ok bool) {
	rest = strings.TrimLeft(strings.TrimLeft(line, ":"), " \t")
	return strings.CutPrefix(rest, "{|")
}

func (p *pageParser) beginWikiTable(rest string, off int) bool {
	if len(p.tree.open) >= maxTables || len(p.wiki) >= 2*maxTables {
		p.noteNesting(off)
		return false
	}
	p.tree.lineEnd()
	p.tree.start(tagTable, parseAttrs(p.attrText(rest)), off)
	p.wiki = append(p.wiki, wikiTable{off: off})
	return true
}

func (p *pageParser) noteNesting(off int) {
	p.notes.Add(source.Note{Severity: source.Warning, Code: "nesting_limit", Where: "table", Line: p.line(off),
		Message: "tables nest too deep: the text of this one is kept in the one around it"})
}

func (p *pageParser) endWikiTable(rest string, off int) {
	w := &p.wiki[len(p.wiki)-1]
	w.closeRow(p)
	p.tree.end(tagTable)
	p.wiki = p.wiki[:len(p.wiki)-1]
	if rest != "" {
		p.htmlText(rest, off)
		p.tree.lineEnd()
	}
}

// closeRow closes the cell and the row that are open.
func (w *wikiTable) closeRow(p *pageParser) {
	w.closeCell(p)
	if w.row {
		p.tree.end(tagRow)
	}
	w.row, w.rowAttr = false, ""
}

func (w *wikiTable) closeCell(p *pageParser) {
	if w.cell != noTag {
		p.tree.end(w.cell)
	}
	w.cell = noTag
}

// cells handles the cells that one line begins.
func (p *pageParser) cells(w *wikiTable, kind tag, rest string, off int) {
	for {
		i := separator(rest, kind == tagHeader)
		if i < 0 {
			p.cell(w, kind, rest, off)
			return
		}
		p.cell(w, kind, rest[:i], off)
		rest, off = rest[i+2:], off+i+2
	}
}

// separator finds the || (or !! after a header) that ends a cell, -1 if the line
// ends it. Separators do not count inside tags.
func separator(s string, header bool) int {
	if !header {
		i := strings.Index(s, "||")
		if i < 0 || strings.IndexByte(s[:i], '<') < 0 {
			return i
		}
	}
	for i := 0; i+1 < len(s); i++ {
		switch c := s[i]; {
		case c == '<':
			if t, ok := tagAt(s, i); ok {
				i = t.end - 1
			}
		case c == s[i+1] && (c == '|' || c == '!' && header):
			return i
		}
	}
	return -1
}

// cell handles one cell: what closes before it, its attributes, its content.
func (p *pageParser) cell(w *wikiTable, kind tag, cell string, off int) {
	w.closeCell(p)
	if kind != tagCaption && !w.row {
		p.tree.start(tagRow, parseAttrs(p.attrText(w.rowAttr)), off)
		w.row, w.rowAttr = true, ""
	}
	w.cell = kind
	var a attrs
	if i := attrEnd(cell); i >= 0 {
		a = parseAttrs(p.attrText(cell[:i]))
		cell, off = cell[i+1:], off+i+1
	}
	lead := 0
	for lead < len(cell) && (cell[lead] == ' ' || cell[lead] == '\t') {
		lead++
	}
	cell, off = cell[lead:], off+lead
	p.tree.start(kind, a, off)
	p.htmlText(strings.TrimRight(cell, " \t"), off)
	p.tree.lineEnd()
}

// attrEnd finds the | that divides a cell into attributes and text, -1 if there is
// none: it stands in no tag, and neither a link nor a language variant begins
// before it.
func attrEnd(cell string) int {
	bar := strings.IndexByte(cell, '|')
	for from := 0; bar >= 0; {
		i := strings.IndexByte(cell[from:bar], '<')
		if i < 0 {
			break
		}
		from += i + 1
		if t, ok := tagAt(cell, from-1); ok {
			from = t.end
		}
		if from > bar {
			bar = strings.IndexByte(cell[from:], '|')
			if bar >= 0 {
				bar += from
			}
		}
	}
	if bar < 0 || strings.Contains(cell[:bar], "[[") || strings.Contains(cell[:bar], "-{") {
		return -1
	}
	return bar
}

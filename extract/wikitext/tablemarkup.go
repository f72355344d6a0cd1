package wikitext

import (
	"strings"

	"github.com/tidywiki/tidywiki/extract/internal/tables"
	"github.com/tidywiki/tidywiki/extract/source"
)

// A wikiTable is a table opened by {| whose |} has not come: what MediaWiki keeps
// while it turns table markup into tags (Parser::handleTables).
type wikiTable struct {
	off     int        // of its {|
	cell    tables.Tag // the cell that is open, tables.None if none
	row     bool
	rowAttr string // attributes of a |- whose row has not begun
}

// tableLine handles a line as table markup; false means that it is none. line is
// without white space at both ends and begins at off.
func (p *pageParser) tableLine(line string, off int) bool {
	if line[0] == '{' || line[0] == ':' {
		rest, ok := tableStart(line)
		if !ok {
			return false
		}
		return p.beginWikiTable(rest, off)
	}
	if len(p.wiki) == 0 {
		if strings.HasPrefix(line, "|}") && p.tables.Top() == nil {
			p.notes.Add(source.Note{Severity: source.Info, Code: "stray_table_end", Where: "page", Line: p.Line(off),
				Observed: "|}", Message: "a table ends here that has not begun; the line is kept as text"})
		}
		return false
	}
	w := &p.wiki[len(p.wiki)-1]
	switch {
	case line[0] == '!':
		p.cells(w, tables.Header, line[1:], off+1)
	case strings.HasPrefix(line, "|}"):
		p.endWikiTable(line[2:], off+2)
	case strings.HasPrefix(line, "|-"):
		w.closeRow(p)
		w.rowAttr = strings.TrimLeft(line[1:], "-")
	case strings.HasPrefix(line, "|+"):
		p.cells(w, tables.Caption, line[2:], off+2)
	default:
		p.cells(w, tables.Data, line[1:], off+1)
	}
	return true
}

// tableStart finds {| after any number of colons.
func tableStart(line string) (rest string, ok bool) {
	rest = strings.TrimLeft(strings.TrimLeft(line, ":"), " \t")
	return strings.CutPrefix(rest, "{|")
}

func (p *pageParser) beginWikiTable(rest string, off int) bool {
	if p.tables.Depth() >= tables.MaxDepth || len(p.wiki) >= 2*tables.MaxDepth {
		p.notes.Add(tables.TooDeep(p.Line(off)))
		return false
	}
	p.endLine()
	p.startTag(tables.Table, parseAttrs(p.attrText(rest)), off)
	p.wiki = append(p.wiki, wikiTable{off: off})
	return true
}

func (p *pageParser) endWikiTable(rest string, off int) {
	w := &p.wiki[len(p.wiki)-1]
	w.closeRow(p)
	p.endTag(tables.Table)
	p.wiki = p.wiki[:len(p.wiki)-1]
	if rest != "" {
		p.htmlText(rest, off)
		p.endLine()
	}
}

// closeRow closes the cell and the row that are open.
func (w *wikiTable) closeRow(p *pageParser) {
	w.closeCell(p)
	if w.row {
		p.endTag(tables.Row)
	}
	w.row, w.rowAttr = false, ""
}

func (w *wikiTable) closeCell(p *pageParser) {
	if w.cell != tables.None {
		p.endTag(w.cell)
	}
	w.cell = tables.None
}

// cells handles the cells that one line begins.
func (p *pageParser) cells(w *wikiTable, kind tables.Tag, rest string, off int) {
	for {
		i := separator(rest, kind == tables.Header)
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
func (p *pageParser) cell(w *wikiTable, kind tables.Tag, cell string, off int) {
	w.closeCell(p)
	if kind != tables.Caption && !w.row {
		p.startTag(tables.Row, parseAttrs(p.attrText(w.rowAttr)), off)
		w.row, w.rowAttr = true, ""
	}
	w.cell = kind
	var a tables.Attrs
	if i := attrEnd(cell); i >= 0 {
		a = parseAttrs(p.attrText(cell[:i]))
		cell, off = cell[i+1:], off+i+1
	}
	lead := 0
	for lead < len(cell) && (cell[lead] == ' ' || cell[lead] == '\t') {
		lead++
	}
	cell, off = cell[lead:], off+lead
	p.startTag(kind, a, off)
	p.htmlText(strings.TrimRight(cell, " \t"), off)
	p.endLine()
}

// attrEnd finds the | that divides a cell into attributes and text, -1 if there is
// none: it is in no tag, and neither a link nor a language variant begins
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

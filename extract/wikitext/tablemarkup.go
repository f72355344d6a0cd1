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
// without white space at both ends.
func (p *pageParser) tableLine(s segment) bool {
	line := s.text
	if line[0] == '{' || line[0] == ':' {
		rest, ok := tableStart(line)
		return ok && p.beginWikiTable(rest, s.off)
	}
	if len(p.wiki) == 0 {
		if strings.HasPrefix(line, "|}") && p.tables.Top() == nil {
			p.notes.Add(source.Note{Severity: source.Info, Code: "stray_table_end", Where: "page", Line: p.Line(s.off),
				Observed: "|}", Message: "a table ends here that has not begun; the line is kept as text"})
		}
		return false
	}
	w := &p.wiki[len(p.wiki)-1]
	switch {
	case line[0] == '!':
		p.cells(w, tables.Header, s.from(1))
	case strings.HasPrefix(line, "|}"):
		p.endWikiTable(s.from(2))
	case strings.HasPrefix(line, "|-"):
		w.closeRow(p)
		w.rowAttr = strings.TrimLeft(line[1:], "-")
	case strings.HasPrefix(line, "|+"):
		p.cells(w, tables.Caption, s.from(2))
	default:
		p.cells(w, tables.Data, s.from(1))
	}
	return true
}

// tableStart finds {| after any number of colons.
func tableStart(line string) (rest string, ok bool) {
	rest = strings.TrimLeft(strings.TrimLeft(line, ":"), " \t")
	return strings.CutPrefix(rest, "{|")
}

func (p *pageParser) beginWikiTable(attributes string, off int) bool {
	if p.tables.Depth() >= tables.MaxDepth || len(p.wiki) >= 2*tables.MaxDepth {
		p.notes.Add(tables.TooDeep(p.Line(off)))
		return false
	}
	p.endLine()
	p.startTag(tables.Table, parseAttrs(p.attrText(attributes)), off)
	p.wiki = append(p.wiki, wikiTable{off: off})
	return true
}

func (p *pageParser) endWikiTable(rest segment) {
	w := &p.wiki[len(p.wiki)-1]
	w.closeRow(p)
	p.endTag(tables.Table)
	p.wiki = p.wiki[:len(p.wiki)-1]
	if rest.text != "" {
		p.htmlText(rest)
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
func (p *pageParser) cells(w *wikiTable, kind tables.Tag, rest segment) {
	for {
		i, length := separator(rest.text, kind == tables.Header)
		if i < 0 {
			p.cell(w, kind, rest)
			return
		}
		p.cell(w, kind, rest.upTo(i))
		rest = rest.from(i + length)
	}
}

// separator finds the || (or !! after a header) that ends a cell, -1 if the line
// ends it. Separators do not count inside tags. MediaWiki makes || of !! first: |!! is
// then a separator and the end of attributes that are empty.
func separator(s string, header bool) (at, length int) {
	if !header {
		i := strings.Index(s, "||")
		if i < 0 || strings.IndexByte(s[:i], '<') < 0 {
			return i, 2
		}
	}
	for i := 0; i+1 < len(s); i++ {
		switch c := s[i]; {
		case c == '<':
			if t, ok := tagAt(s, i); ok {
				i = t.end - 1
			}
		case c == s[i+1] && (c == '|' || c == '!' && header):
			return i, 2
		case header && c == '|' && strings.HasPrefix(s[i+1:], "!!"):
			return i, 3
		}
	}
	return -1, 0
}

// cell handles one cell: what closes before it, its attributes, its content.
func (p *pageParser) cell(w *wikiTable, kind tables.Tag, cell segment) {
	w.closeCell(p)
	if kind != tables.Caption && !w.row {
		p.startTag(tables.Row, parseAttrs(p.attrText(w.rowAttr)), cell.off)
		w.row, w.rowAttr = true, ""
	}
	w.cell = kind
	var a tables.Attrs
	if i := attrEnd(cell.text); i >= 0 {
		a = parseAttrs(p.attrText(cell.text[:i]))
		cell = cell.from(i + 1)
	}
	cell = cell.trimLeft(" \t").trimRight(" \t")
	p.startTag(kind, a, cell.off)
	p.htmlText(cell)
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

package wikitext

import (
	"strings"
)

// A wikiTable is a table opened by {| whose |} has not come: what MediaWiki keeps
// while it turns table markup into tags (Parser::handleTables).
type wikiTable struct {
	cell    tag // the cell that is open, noTag if none
	row     bool
	rowSeen bool
	rowAttr string // attributes of a |- whose row has not begun
	rowOff  int
}

// tableLine handles a line as table markup; false means that it is none. line is
// without white space at both ends and stands at off.
func (p *pageParser) tableLine(line string, off int) bool {
	if rest, indent, ok := tableStart(line); ok {
		p.beginWikiTable(rest, off, indent)
		return true
	}
	if len(p.wiki) == 0 || line == "" {
		return false
	}
	w := &p.wiki[len(p.wiki)-1]
	switch {
	case strings.HasPrefix(line, "|}"):
		p.endWikiTable(line[2:], off+2)
	case strings.HasPrefix(line, "|-"):
		rest := strings.TrimLeft(line[1:], "-")
		w.closeRow(p)
		w.rowAttr, w.rowOff, w.rowSeen = rest, off, true
	case strings.HasPrefix(line, "|+"):
		p.cells(w, tagCaption, line[2:], off+2)
	case line[0] == '|':
		p.cells(w, tagData, line[1:], off+1)
	case line[0] == '!':
		p.cells(w, tagHeader, line[1:], off+1)
	default:
		return false
	}
	return true
}

// tableStart finds {| after any number of colons.
func tableStart(line string) (rest string, indent int, ok bool) {
	if line == "" || line[0] != '{' && line[0] != ':' {
		return "", 0, false
	}
	for indent < len(line) && line[indent] == ':' {
		indent++
	}
	rest = strings.TrimLeft(line[indent:], " \t")
	if !strings.HasPrefix(rest, "{|") {
		return "", 0, false
	}
	return rest[2:], indent, true
}

func (p *pageParser) beginWikiTable(rest string, off, indent int) {
	if indent > 0 {
		p.tree.text("\n", off)
	}
	p.tree.start(tagTable, parseAttrs(p.attrText(rest)), off)
	p.wiki = append(p.wiki, wikiTable{})
}

func (p *pageParser) endWikiTable(rest string, off int) {
	w := &p.wiki[len(p.wiki)-1]
	w.closeRow(p)
	p.tree.end(tagTable)
	p.wiki = p.wiki[:len(p.wiki)-1]
	if rest != "" {
		p.htmlText(rest, off)
		p.tree.text("\n", off+len(rest))
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
		cell, length := rest, len(rest)
		if i, n := p.cellEnd(rest, kind == tagHeader); n > 0 {
			cell, length = rest[:i], i+n
		}
		p.cell(w, kind, cell, off)
		if length == len(rest) && len(cell) == length {
			return
		}
		rest, off = rest[length:], off+length
	}
}

// cellEnd finds the || (or !! after a header) that ends a cell: where it begins
// and how long it is, or 0, 0.
func (p *pageParser) cellEnd(s string, header bool) (int, int) {
	from := 0
	for from < len(s) {
		i := strings.IndexByte(s[from:], '|')
		if header {
			if j := strings.IndexByte(s[from:], '!'); j >= 0 && (i < 0 || j < i) {
				i = j
			}
		}
		if i < 0 || from+i+1 >= len(s) {
			return 0, 0
		}
		i += from
		if s[i+1] != s[i] {
			from = i + 1
			continue
		}
		if end := insideTag(s, i); end > 0 {
			from = end
			continue
		}
		return i, 2
	}
	return 0, 0
}

// insideTag returns the end of the HTML tag that position i of s lies in, 0 if it
// lies in none. MediaWiki's separators do not count inside tags.
func insideTag(s string, i int) int {
	open := strings.LastIndexByte(s[:i], '<')
	if open < 0 {
		return 0
	}
	t, ok := tagAt(s, open)
	if !ok || t.end <= i {
		return 0
	}
	return t.end
}

// cell handles one cell: what closes before it, its attributes, its content.
func (p *pageParser) cell(w *wikiTable, kind tag, cell string, off int) {
	if kind != tagCaption && !w.row {
		w.closeCell(p)
		p.tree.start(tagRow, parseAttrs(p.attrText(w.rowAttr)), off)
		w.row, w.rowSeen, w.rowAttr = true, true, ""
	}
	w.closeCell(p)
	w.cell = kind
	text, a, skipped := p.cellParts(cell)
	off += skipped
	trimmed := strings.TrimLeft(text, " \t")
	off += len(text) - len(trimmed)
	p.tree.start(kind, a, off)
	p.htmlText(strings.TrimRight(trimmed, " \t"), off)
	p.tree.text("\n", off+len(trimmed))
}

// cellParts divides a cell into attributes and text at its first |, unless a link
// or a language variant begins before it.
func (p *pageParser) cellParts(cell string) (text string, a attrs, skipped int) {
	i := strings.IndexByte(cell, '|')
	for i >= 0 {
		end := insideTag(cell, i)
		if end == 0 {
			break
		}
		next := strings.IndexByte(cell[end:], '|')
		if next < 0 {
			return cell, a, 0
		}
		i = end + next
	}
	if i < 0 || strings.Contains(cell[:i], "[[") || strings.Contains(cell[:i], "-{") {
		return cell, a, 0
	}
	return cell[i+1:], parseAttrs(p.attrText(cell[:i])), i + 1
}

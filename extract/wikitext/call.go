package wikitext

import (
	"strconv"
	"strings"

	"github.com/tidywiki/tidywiki/extract/document"
)

// calls makes the calls of the document of those that preprocessing found. Boxes in
// their arguments that are shown nowhere else are added to the page.
func (p *pageParser) calls() {
	if len(p.pre.Calls) == 0 {
		return
	}
	size := 0
	for i := range p.pre.Calls {
		size += len(p.pre.Calls[i].Args)
	}
	p.doc.Calls = make([]document.Call, 0, len(p.pre.Calls))
	all := make([]document.Parameter, 0, size)
	var around []int // the calls that have not ended, the innermost last
	section, line := 0, 1
	for i := range p.pre.Calls {
		in := &p.pre.Calls[i]
		for len(around) > 0 && p.pre.Calls[around[len(around)-1]].Source.End <= in.Source.Start {
			around = around[:len(around)-1]
		}
		line = p.lines.LineFrom(line, in.Source.Start)
		call := document.Call{Template: in.Name, Parent: -1, Unknown: in.Unknown, Line: line}
		if len(around) > 0 {
			call.Parent = around[len(around)-1]
		}
		around = append(around, i)
		for section+1 < len(p.doc.Sections) && p.doc.Sections[section+1].Line <= call.Line {
			section++
		}
		call.Section = section
		first, at := len(all), line
		for j := range in.Args {
			arg := &in.Args[j]
			key := arg.Name
			if key == "" && arg.Index > 0 {
				key = strconv.Itoa(arg.Index)
			}
			text, boxes := p.renderLines(withoutTables(arg.Value), true, showFiles)
			if len(boxes) > 0 {
				p.doc.Sections[section].Blocks = append(p.doc.Sections[section].Blocks, boxes...)
			}
			if text.Plain == "" {
				continue
			}
			at = p.lines.LineFrom(at, arg.Source.Start)
			all = append(all, document.Parameter{Key: key, Text: text, Line: at})
		}
		call.Parameters = all[first:len(all):len(all)]
		p.doc.Calls = append(p.doc.Calls, call)
	}
}

// withoutTables leaves out of a value the lines of table markup: what is in a table
// is in the table.
func withoutTables(value string) string {
	if strings.IndexByte(value, '|') < 0 && strings.IndexByte(value, '!') < 0 {
		return value
	}
	var b strings.Builder
	depth, cut := 0, false
	for line := range strings.Lines(value) {
		trimmed := strings.TrimLeft(line, ": \t\n")
		switch {
		case strings.HasPrefix(trimmed, "{|"):
			depth++
			cut = true
		case strings.HasPrefix(trimmed, "|}"):
			depth = max(depth-1, 0)
			cut = true
		case depth > 0 || strings.HasPrefix(trimmed, "|") || strings.HasPrefix(trimmed, "!"):
			cut = true
		default:
			b.WriteString(line)
		}
	}
	if !cut {
		return value
	}
	return b.String()
}

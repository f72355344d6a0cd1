package preprocess

import (
	"bytes"
	"strings"
)

// cellText is {{#cell:}}: the | that templates such as {{yes}} put between the
// attributes of their cell and its text. Only where attributes stand before the
// template is it needed: `| rowspan=2 {{yes}}`.
func cellText(c *call, _ string) string {
	if c.out == nil {
		return ""
	}
	line := c.out.buf[max(0, len(c.out.buf)-maxAttrs):]
	line = line[bytes.LastIndexByte(line, '\n')+1:]
	line = bytes.TrimLeft(line, " \t")
	if len(line) == 0 || line[0] != '|' && line[0] != '!' {
		return ""
	}
	cell := line[bytes.LastIndexAny(line, "|!")+1:]
	before := bytes.TrimSpace(line[1:])
	if bytes.IndexByte(cell, '=') < 0 || len(before) > len(cell) && !bytes.HasSuffix(line[:len(line)-len(cell)], []byte(doubled(line[0]))) {
		return ""
	}
	return "|"
}

// maxAttrs is how far {{#cell:}} looks back for the beginning of its line.
const maxAttrs = 512

// doubled is the separator of cells on a line that begins with c.
func doubled(c byte) string { return strings.Repeat(string(c), 2) }

// nameText is {{#name:}}: the name by which the template is called.
func nameText(c *call, _ string) string {
	if c.f == nil {
		return ""
	}
	title, _ := templateTitle(c.f.call.name)
	return title
}

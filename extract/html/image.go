package html

import (
	"net/url"
	"strings"
)

// image handles a picture: its file is noted, and its alternative text, in case
// there is nothing else to read. A formula's picture has its source as alternative text.
func (p *parser) image(t *token) {
	alt := collapsed(t.attrs.text(attrAlt))
	if p.roles(&t.attrs)&roleFormula != 0 {
		p.formulaText(alt)
		return
	}
	w := p.out
	name := imageName(&t.attrs)
	if name != "" {
		w.Images = append(w.Images, name)
	}
	if alt != "" && alt != name { // old wikis repeat the name
		w.alts = append(w.alts, alt)
	}
	if w.width == "" {
		w.width = digits(t.attrs.get(attrWidth))
	}
}

// imageName is the name of the file that a picture shows.
func imageName(a *attrs) string {
	if res := a.text(attrResource); res != "" {
		if _, name, ok := strings.Cut(pageTitle(res), ":"); ok {
			return name
		}
	}
	src := a.text(attrSrc)
	if src == "" || hasScheme(src, "data") {
		return ""
	}
	src, _, _ = strings.Cut(src, "?")
	dir, name := cutLast(src)
	if strings.Contains(dir, "/thumb/") { // .../thumb/a/ab/Name.jpg/120px-Name.jpg
		_, name = cutLast(dir)
	}
	if decoded, err := url.PathUnescape(name); err == nil {
		name = strings.ToValidUTF8(decoded, "\uFFFD")
	}
	return printable(collapsed(strings.ReplaceAll(name, "_", " ")))
}

// figureEffects begins the effects of a picture with a caption. Wikis show the caption
// of a picture only with a frame around it.
func (p *parser) figureEffects(t *token, e *element) {
	switch {
	case e.does&(drops|captures) != 0:
	case t.info.name == "figure", p.roles(&t.attrs)&roleFigure != 0:
		e.does |= figures
		p.flow.figures++
		switch t.attrs.get(attrTypeOf) {
		case "mw:File", "mw:File/Frameless", "mw:Image", "mw:Image/Frameless":
			e.does |= unframed
		}
	case t.info.name == "figcaption":
		if n := len(p.stack.open) - 1; n >= 0 && p.stack.open[n].does&unframed != 0 {
			p.capture(e, captureHidden, "")
		}
	}
}

func cutLast(path string) (dir, name string) {
	i := strings.LastIndexByte(path, '/')
	return path[:max(i, 0)], path[i+1:]
}

// digits is s if it is a number of pixels.
func digits(s string) string {
	s = strings.TrimSuffix(strings.TrimSpace(s), "px")
	if len(s) > 5 || s == "" || strings.Trim(s, "0123456789") != "" {
		return ""
	}
	return s
}

// formula writes the source of the formula that a math element shows.
func (p *parser) formula(t *token) {
	if t.kind() == tagForeign {
		p.formulaText(collapsed(t.attrs.text(attrAltText)))
	}
}

// formulaText writes the source of a formula without the frame that MediaWiki puts
// around it.
func (p *parser) formulaText(source string) {
	if s, ok := strings.CutPrefix(source, `{\displaystyle `); ok && strings.HasSuffix(s, "}") {
		source = strings.TrimSpace(s[:len(s)-1])
	}
	if source == "" {
		return
	}
	if p.inFlow && p.out.Len() == 0 {
		p.flow.textAt(p.at)
	}
	p.out.Literal(printable(source))
}

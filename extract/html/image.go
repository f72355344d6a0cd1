package html

import (
	"cmp"
	"net/url"
	"strings"

	"github.com/tidywiki/tidywiki/extract/internal/icon"
)

// A picture is one in a text: what it means, and its file. A text that has nothing else
// shows them.
type picture struct{ meaning, file string }

// image handles a picture: its file is noted, and what it means, in case there is
// nothing else to read. One for a rise or fall shows a sign before a number. A formula's
// picture has its source as alternative text.
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
	if alt == name { // old wikis repeat the name
		alt = ""
	}
	if alt == "" {
		alt = collapsed(decodeAttr(cmp.Or(t.attrs.get(attrTitle), p.around)))
	}
	known, ok := icon.OfPicture(alt)
	if !ok {
		known, ok = icon.OfPicture(name)
	}
	if !ok {
		w.pictures = append(w.pictures, picture{alt, name})
		return
	}
	if known.Sign != "" && icon.Precedes(following(p.text[t.end:])) {
		if p.inFlow && w.Len() == 0 {
			p.flow.textAt(p.at)
		}
		w.Write(known.Sign)
		w.Space()
	}
	w.pictures = append(w.pictures, picture{meaning: known.Meaning})
}

// maxFollowing is how much of a page is looked at for the text behind a picture.
const maxFollowing = 512

// following is the text behind a picture, up to the next tag; "" if a tag comes first
// that is not one of running text.
func following(s string) string {
	s = s[:min(len(s), maxFollowing)]
	var t token
	for i := 0; i < len(s); i = t.end {
		j := strings.IndexByte(s[i:], '<')
		if j < 0 {
			j = len(s) - i
		}
		if text := collapsed(decodeAttr(s[i : i+j])); text != "" {
			return text
		}
		if i += j; i == len(s) || !t.read(s, i) {
			return ""
		}
		switch t.kind() {
		case tagLink, tagFormatting, tagOther:
		default:
			return ""
		}
	}
	return ""
}

// showPictures ends the text of a cell: what its pictures mean is the text if it has
// nothing else, and goes to its notes if it has and does not say so. In infoboxes, whose pictures are values,
// the name of a file comes first.
func (w *writing) showPictures(inBox bool) {
	if w.Len() > 0 {
		for _, i := range w.pictures {
			if !strings.Contains(w.Plain(), i.meaning) {
				w.Note(i.meaning)
			}
		}
		return
	}
	last := ""
	for _, i := range w.pictures {
		text := i.meaning
		if inBox && i.file != "" {
			text = i.file
			w.Note(i.meaning)
		}
		if text != last {
			w.Literal(text)
			w.Space()
		}
		last = text
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

package preprocess

import "strings"

// tag writes what a tag with its own kind of content leaves in the text.
func (e *expander) tag(out *output, s string, n *node, f *frame) {
	inner := s[n.innerStart:n.innerEnd]
	strip := Strip{Tag: tagNames[n.tag], Source: e.at}
	switch n.tag {
	case tagNowiki:
		strip.Kind, strip.Text = Literal, DecodeEntities(inner)
	case tagPre:
		strip.Kind, strip.Text = Block, DecodeEntities(withoutNowiki.Replace(inner))
	case tagSyntaxHighlight, tagSource:
		strip.Kind, strip.Text = Block, inner
	case tagScore, tagTimeline, tagHiero, tagInputBox:
		strip.Kind, strip.Text = Hidden, strings.TrimSpace(inner)
	case tagMath, tagChem, tagCe:
		strip.Kind, strip.Text = Math, strings.TrimSpace(inner)
	case tagPoem:
		e.poem(out, inner, f)
		return
	case tagRef:
		attrs := n.attributes(s)
		strip.Kind, strip.Name, strip.Group = Ref, attr(attrs, "name"), attr(attrs, "group")
		strip.Text = strings.TrimSpace(e.again(inner, f))
		strip.Source = e.placeOf(s[n.start:n.end])
	case tagGallery:
		strip.Kind, strip.Text = Gallery, e.again(inner, f)
	case tagTabber:
		e.tabs(out, inner, f)
		return
	case tagReferences:
		e.again(inner, f) // the references in it are kept for their names
		return
	default: // templatestyles, indicator, section, maps ...: nothing a reader reads here
		return
	}
	e.strip(out, strip)
}

var withoutNowiki = strings.NewReplacer("<nowiki>", "", "</nowiki>", "")

// strip keeps something aside and leaves a marker.
func (e *expander) strip(out *output, s Strip) {
	e.result.Strips = append(e.result.Strips, s)
	out.buf = Mark(out.buf, len(e.result.Strips)-1)
}

// tabs writes the tabs of a tabber one below the other, each after its title:
// "|-|Title=content".
func (e *expander) tabs(out *output, inner string, f *frame) {
	for tab := range strings.SplitSeq(inner, "|-|") {
		title, content, _ := strings.Cut(tab, "=")
		out.write("\n" + strings.TrimSpace(title) + "\n\n" + e.again(strings.TrimSpace(content), f) + "\n")
	}
}

// poem keeps the line ends of its text.
func (e *expander) poem(out *output, inner string, f *frame) {
	text := strings.Trim(e.again(inner, f), "\n")
	out.write("\n")
	out.write(strings.ReplaceAll(text, "\n", "<br>\n"))
	out.write("\n")
}

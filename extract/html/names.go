package html

import "github.com/tidywiki/tidywiki/extract/internal/tables"

// A kind is what an element is to the parser.
type kind uint8

const (
	tagOther   kind = iota // anything the parser has no rule for
	tagTable   kind = kind(tables.Table)
	tagCaption kind = kind(tables.Caption)
	tagBody    kind = kind(tables.Body)
	tagHead    kind = kind(tables.Head)
	tagFoot    kind = kind(tables.Foot)
	tagRow     kind = kind(tables.Row)
	tagData    kind = kind(tables.Data)
	tagHeader  kind = kind(tables.Header)
	tagCol     kind = kind(tables.Col)
)

const (
	tagParagraph  kind = tagCol + 1 + iota // p
	tagItem                                // li
	tagTerm                                // dt, dd
	tagList                                // ul, ol, dl and their kin
	tagHeading                             // h1 to h6
	tagBlock                               // div and other elements on lines of their own
	tagPre                                 // pre, listing
	tagLink                                // a
	tagSuper                               // sup
	tagSub                                 // sub
	tagFormatting                          // b, i and what else the standard calls so
	tagBreak                               // br
	tagRule                                // hr
	tagImage                               // img
	tagMeta                                // meta, link
	tagVoid                                // other elements that have no content
	tagRaw                                 // script, style: content that is not markup and not shown
	tagShownRaw                            // xmp, plaintext: content that is not markup and shown
	tagTitle                               // title
	tagTemplate                            // template
	tagForeign                             // svg, math
	tagUnseen                              // content that a reader of the page does not see
	tagPage                                // html, head, body
	tagKinds                               // how many there are
)

// A tagInfo is what the parser knows of a name.
type tagInfo struct {
	name string
	kind kind
	// special elements keep an end tag of another name from closing what is
	// around them; closesP reports that a start tag ends an open paragraph.
	special, closesP bool
}

// names are the elements of HTML as far as they matter
// (https://html.spec.whatwg.org/multipage/parsing.html#special).
var names = func() map[string]*tagInfo {
	out := map[string]*tagInfo{}
	for _, group := range []struct {
		kind             kind
		special, closesP bool
		names            []string
	}{
		{tagTable, true, true, []string{"table"}},
		{tagCaption, true, false, []string{"caption"}},
		{tagBody, true, false, []string{"tbody"}},
		{tagHead, true, false, []string{"thead"}},
		{tagFoot, true, false, []string{"tfoot"}},
		{tagRow, true, false, []string{"tr"}},
		{tagData, true, false, []string{"td"}},
		{tagHeader, true, false, []string{"th"}},
		{tagCol, true, false, []string{"col", "colgroup"}},
		{tagParagraph, true, true, []string{"p"}},
		{tagItem, true, true, []string{"li"}},
		{tagTerm, true, true, []string{"dt", "dd"}},
		{tagList, true, true, []string{"ul", "ol", "dl", "menu", "dir"}},
		{tagHeading, true, true, []string{"h1", "h2", "h3", "h4", "h5", "h6"}},
		{tagBlock, true, true, []string{"div", "address", "article", "aside", "blockquote", "center", "details", "dialog", "fieldset",
			"figcaption", "figure", "footer", "form", "header", "hgroup", "main", "nav", "search", "section", "summary"}},
		{tagPre, true, true, []string{"pre", "listing"}},
		{tagLink, false, false, []string{"a"}},
		{tagSuper, false, false, []string{"sup"}},
		{tagSub, false, false, []string{"sub"}},
		{tagFormatting, false, false, []string{"b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"}},
		{tagBreak, true, false, []string{"br"}},
		{tagRule, true, true, []string{"hr"}},
		{tagImage, true, false, []string{"img", "image"}},
		{tagMeta, true, false, []string{"meta", "link"}},
		{tagVoid, true, false, []string{"area", "base", "basefont", "bgsound", "embed", "frame", "input", "keygen", "param", "source", "track", "wbr"}},
		{tagRaw, true, false, []string{"script", "style", "iframe", "noembed", "noframes", "noscript", "textarea"}},
		{tagShownRaw, true, true, []string{"xmp", "plaintext"}},
		{tagTitle, true, false, []string{"title"}},
		{tagTemplate, true, false, []string{"template"}},
		{tagForeign, false, false, []string{"svg", "math"}},
		{tagUnseen, true, false, []string{"audio", "video", "canvas", "select", "object", "applet"}},
		{tagPage, true, false, []string{"html", "head", "body", "frameset"}},
	} {
		for _, name := range group.names {
			out[name] = &tagInfo{name, group.kind, group.special, group.closesP}
		}
	}
	return out
}()

// part is the kind as package tables has it; k must be isTablePart.
func (k kind) part() tables.Tag { return tables.Tag(k) }

// isTablePart reports whether an element only means something inside a table.
func (k kind) isTablePart() bool { return tagCaption <= k && k <= tagCol }

// ownLine reports whether an element begins and ends lines.
func (k kind) ownLine() bool {
	switch k {
	case tagParagraph, tagItem, tagTerm, tagList, tagHeading, tagBlock, tagPre:
		return true
	}
	return false
}

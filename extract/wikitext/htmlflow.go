package wikitext

import "github.com/tidywiki/tidywiki/extract/internal/outline"

// An htmlFlow is what HTML tags for blocks have opened outside of tables: lists,
// an item or a heading.
type htmlFlow struct {
	// lists has the marker of each list that is open, the outermost first.
	lists []byte
	// open reports that an item or, if heading is not 0, a heading of that level is
	// being read into hold.
	open    bool
	heading int
	marker  string
	hold    content
}

// blockTag handles the tag of a block outside of tables. false means that it is part of the text: of a list item in wiki markup, of a heading, or of the
// caption of a file.
func (f *flow) blockTag(name string, t htmlTag) bool {
	if opensFile(f.para.last()) || opensFile(f.rest.last()) {
		return false
	}
	if !f.rest.empty() {
		switch c := f.rest.pieces[0].text[0]; {
		case isMarker(c), c == '=' && headingLevel(f.rest.joined()) > 0:
			return false
		}
		f.lineEnd()
	}
	switch name {
	case "ul", "ol", "dl":
		f.listTag(name, t.closing)
	case "li", "dt", "dd":
		f.endHold()
		f.endParagraph()
		if !t.closing {
			f.html.open, f.html.marker = true, f.itemMarker(name)
		}
	case "h1", "h2", "h3", "h4", "h5", "h6":
		f.endBlocks()
		if !t.closing {
			f.html.open, f.html.heading = true, int(name[1]-'0')
		}
	default:
		if f.html.open {
			return false
		}
		f.endParagraph()
		f.EndList()
	}
	return true
}

func (f *flow) listTag(name string, closing bool) {
	f.endHold()
	f.endParagraph()
	n := len(f.html.lists)
	switch {
	case !closing && n < outline.MaxItemDepth:
		f.html.lists = append(f.html.lists, map[string]byte{"ul": '*', "ol": '#', "dl": ':'}[name])
	case closing && n > 0:
		f.html.lists = f.html.lists[:n-1]
	}
	if len(f.html.lists) == 0 {
		f.EndList()
	}
}

// itemMarker is what the marker of an item would be in wiki markup.
func (f *flow) itemMarker(name string) string {
	if len(f.html.lists) == 0 {
		return map[string]string{"li": "*", "dt": ";", "dd": ":"}[name]
	}
	marker := string(f.html.lists)
	if name == "dt" {
		marker = marker[:len(marker)-1] + ";"
	}
	return marker
}

// endHold ends the item or heading that HTML tags have opened.
func (f *flow) endHold() {
	h := &f.html
	if !h.open {
		return
	}
	raw, heading := h.hold.take(), h.heading
	h.open, h.heading = false, 0
	switch {
	case raw.text == "":
	case heading > 0:
		f.titled(heading, raw)
	default:
		f.addItem(h.marker, raw)
	}
}

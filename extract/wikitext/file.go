package wikitext

import (
	"cmp"
	"strings"

	"github.com/tidywiki/tidywiki/extract/internal/icon"
	"github.com/tidywiki/tidywiki/extract/wikitext/preprocess"
)

// file renders [[File:...]], which other text follows. MediaWiki shows the caption only
// beside a frame or a thumbnail; a picture in running text shows no words, but one for a
// rise or fall shows a sign before a number.
func (r *inliner) file(name, options, after string) {
	name = collapsed(name)
	r.Images = append(r.Images, name)
	o := readOptions(options)
	caption := strings.TrimSpace(o.caption)
	if o.framed && (caption != "" || o.alt == "") {
		r.NewLine()
		r.inlineText(caption)
		r.NewLine()
		return
	}
	text := r.shown(cmp.Or(o.alt, caption))
	known, ok := icon.OfPicture(text)
	if !ok {
		known, ok = icon.OfPicture(name)
	}
	if !ok {
		r.pictures = append(r.pictures, picture{text, name})
		return
	}
	if known.Sign != "" && icon.Precedes(behindMarks(after)) {
		r.Write(known.Sign)
		r.Space()
	}
	r.pictures = append(r.pictures, picture{meaning: known.Meaning})
}

// behindMarks is the rest of a line without the marks of references at its beginning.
func behindMarks(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	for {
		s = strings.TrimLeft(s, " ")
		_, n, ok := preprocess.MarkAt(s)
		if !ok {
			break
		}
		s = s[n:]
	}
	if strings.HasPrefix(s, "<br") {
		return ""
	}
	return s
}

// opensFile reports whether a link to a file begins near the end of s and does not end
// there: then more of its caption follows.
func opensFile(s string) bool {
	s = s[max(0, len(s)-maxCaption):]
	for i := strings.Index(s, "[["); i >= 0; i = strings.Index(s, "[[") {
		s = s[i+2:]
		if isFile(s) && captionEnd(s) < 0 {
			return true
		}
	}
	return false
}

// maxCaption is how far a caption is followed over tags for blocks.
const maxCaption = 2048

// fileOptions are what follows the name of a file.
type fileOptions struct {
	framed  bool
	alt     string
	caption string
}

// readOptions reads options. Of several captions the last counts.
func readOptions(s string) (o fileOptions) {
	for s != "" {
		var option string
		option, s = cutOption(s)
		switch kind := imageOption(option); kind {
		case optionFrame:
			o.framed = true
		case otherOption:
			if name, value, ok := strings.Cut(option, "="); ok && words().alt[strings.ToLower(strings.TrimSpace(name))] {
				o.alt = strings.TrimSpace(value)
			}
		case noOption:
			o.caption = option
		}
	}
	return o
}

// cutOption divides the options of a file at their first | that is in no link.
func cutOption(s string) (option, rest string) {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '|':
			return s[:i], s[i+1:]
		case '[':
			if end := linkEnd(s, i); end > 0 {
				i = end - 1
			}
		}
	}
	return s, ""
}

// An imageKind is what an option of a file does.
type imageKind uint8

const (
	noOption imageKind = iota // it is the caption
	optionFrame
	otherOption
)

// imageOption returns what an option of a file does.
func imageOption(option string) imageKind {
	option = strings.ToLower(strings.TrimSpace(option))
	if kind, ok := words().options[option]; ok {
		return kind
	}
	if name, _, ok := strings.Cut(option, "="); ok {
		return words().settings[strings.TrimSpace(name)]
	}
	if digits, ok := strings.CutSuffix(option, "px"); ok && isSize(strings.TrimSpace(digits)) {
		return otherOption
	}
	return noOption
}

// isSize reads the size of an image without its px: 100, x50 or 100x50.
func isSize(s string) bool {
	w, h, _ := strings.Cut(s, "x")
	return w+h != "" && strings.Trim(w+h, "0123456789") == ""
}

package wikitext

import (
	_ "embed"
	"strings"
	"sync"
)

// A space is the kind of page that a link's prefix names.
type space uint8

const (
	articleSpace space = iota
	fileSpace
	categorySpace
	languageLink
)

// namespaces.txt has a line for each kind of prefix: its name and the prefixes in
// all languages.
//
//go:embed namespaces.txt
var namespacesText string

var prefixes = sync.OnceValue(func() map[string]space {
	kinds := map[string]space{"file": fileSpace, "category": categorySpace, "language": languageLink}
	out := map[string]space{}
	for line := range strings.Lines(namespacesText) {
		kind, names, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for name := range strings.SplitSeq(names, ",") {
			out[strings.TrimSpace(name)] = kinds[kind]
		}
	}
	return out
})

// namespaceOf reads the prefix of a link's target.
func namespaceOf(target string) (space, string) {
	i := strings.IndexByte(target, ':')
	if i <= 0 || i > 40 {
		return articleSpace, target
	}
	name := strings.ToLower(strings.TrimSpace(strings.ReplaceAll(target[:i], "_", " ")))
	kind := prefixes()[name]
	if kind == languageLink && target[0] != name[0] { // language codes are in lower case
		return articleSpace, target
	}
	return kind, target[i+1:]
}

// isFile says whether the inside of a link begins with the prefix of files.
func isFile(inside string) bool {
	kind, _ := namespaceOf(inside[:min(len(inside), 60)])
	return kind == fileSpace
}

// An imageKind is what an option of a file does.
type imageKind uint8

const (
	noOption imageKind = iota // it is the caption
	optionFrame
	otherOption
)

var imageOptions = map[string]imageKind{
	"thumb": optionFrame, "thumbnail": optionFrame, "frame": optionFrame, "framed": optionFrame, "enframed": optionFrame,
	"mini": optionFrame, "miniatur": optionFrame, "vignette": optionFrame, "miniatura": optionFrame, "мини": optionFrame,
	"miniaturadeimagen": optionFrame, "мініатюра": optionFrame, "サムネイル": optionFrame, "缩略图": optionFrame, "縮圖": optionFrame,
	"frameless": otherOption, "border": otherOption, "left": otherOption, "right": otherOption, "center": otherOption,
	"centre": otherOption, "none": otherOption, "baseline": otherOption, "sub": otherOption, "super": otherOption, "sup": otherOption,
	"top": otherOption, "text-top": otherOption, "middle": otherOption, "bottom": otherOption, "text-bottom": otherOption,
	"upright": otherOption, "rand": otherOption, "links": otherOption, "rechts": otherOption, "zentriert": otherOption,
	"rahmenlos": otherOption, "hochkant": otherOption, "droite": otherOption, "gauche": otherOption, "centré": otherOption,
	"redresse": otherOption, "derecha": otherOption, "izquierda": otherOption, "centro": otherOption, "borde": otherOption,
	"sinmarco": otherOption, "destra": otherOption, "sinistra": otherOption, "справа": otherOption, "слева": otherOption,
	"центр": otherOption, "左": otherOption, "右": otherOption, "中央": otherOption, "居中": otherOption,
}

// imageOption says what an option of a file does.
func imageOption(option string) imageKind {
	option = strings.ToLower(strings.TrimSpace(option))
	if kind := imageOptions[option]; kind != noOption {
		return kind
	}
	if name, _, ok := strings.Cut(option, "="); ok {
		switch strings.TrimSpace(name) {
		case "alt", "link", "upright", "page", "lang", "class", "thumbtime", "start", "end", "hochkant", "seite":
			return otherOption
		case "thumb", "thumbnail", "frame":
			return optionFrame
		}
	}
	if digits := strings.TrimSuffix(strings.ReplaceAll(option, " ", ""), "px"); len(digits) < len(option) && isSize(digits) {
		return otherOption
	}
	return noOption
}

// isSize reads the size of an image without its px: 100, x50 or 100x50.
func isSize(s string) bool {
	w, h, _ := strings.Cut(s, "x")
	return w+h != "" && strings.Trim(w+h, "0123456789") == ""
}

package wikitext

import (
	"strings"

	"github.com/tidywiki/tidywiki/extract/document"
)

// labelled gives the values of a box their labels and headings, if the box has them as
// arguments of its own:
//
//	{{Infobox | title = Rhine | header1 = Course | label2 = Length | data2 = 1,233 km }}
//
// is a box with the title "Rhine" and the pair data2 with the label "Length" in
// the group "Course"; the title and the headings are pairs as well, as a reader
// sees them. The pairs of other boxes stay as they are.
func labelled(box *document.Infobox) {
	labels := map[string]string{}
	has := false
	for _, p := range box.Pairs {
		kind, number := numbered(p.Key)
		has = has || kind == "data"
		if kind == "label" {
			labels[number] = p.Text.Plain
		}
	}
	if !has {
		return
	}
	group, kept := "", box.Pairs[:0]
	for _, p := range box.Pairs {
		switch kind, number := numbered(p.Key); kind {
		case "header":
			group = p.Text.Plain
		case "label":
			continue
		case "above", "title":
			box.Title = p.Text
		case "data":
			p.Label, p.Group = labels[number], group
		}
		kept = append(kept, p)
	}
	box.Pairs = kept
}

// numbered divides a key such as data12 into the word and the number.
func numbered(key string) (word, number string) {
	word = strings.TrimRight(key, "0123456789")
	return word, key[len(word):]
}

package wikitext

import (
	"cmp"
	"strings"

	"github.com/tidywiki/tidywiki/extract/document"
)

func withSortKey(a *document.Aside, key string) *document.Aside {
	if a == nil {
		return &document.Aside{SortKey: key}
	}
	if a.SortKey == "" {
		a.SortKey = key
	}
	return a
}

// hiddenText is the text of a cell that is not shown: it becomes a note.
func hiddenText(t document.Text) document.Text {
	if t.Plain == "" {
		return t
	}
	a := t.Aside
	if a == nil {
		a = &document.Aside{}
	}
	a.Links = nil
	a.Notes = append(a.Notes, t.Plain)
	return document.Text{Aside: a}
}

// joinTexts puts texts below one another.
func joinTexts(texts []document.Text) document.Text {
	switch len(texts) {
	case 0:
		return document.Text{}
	case 1:
		return texts[0]
	}
	var plain strings.Builder
	var all document.Aside
	has := false
	for _, t := range texts {
		if t.Plain != "" && plain.Len() > 0 {
			plain.WriteByte('\n')
		}
		if a := t.Aside; a != nil {
			has = true
			for _, l := range a.Links {
				l.Start += plain.Len()
				l.End += plain.Len()
				all.Links = append(all.Links, l)
			}
			all.Notes = append(all.Notes, a.Notes...)
			all.Images = append(all.Images, a.Images...)
			all.SortKey = cmp.Or(all.SortKey, a.SortKey)
		}
		plain.WriteString(t.Plain)
	}
	joined := document.Text{Plain: plain.String()}
	if has {
		joined.Aside = &all
	}
	return joined
}

package wikitext

import "github.com/tidywiki/tidywiki/extract/document"

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

package document

import (
	"cmp"
	"strings"
)

// Text is inline text as a reader sees it: markup resolved, entities decoded,
// hidden text and reference marks left out, a line break or block boundary as
// "\n", all other white space collapsed to single spaces, none at the ends.
type Text struct {
	Plain string
	// Aside holds what the text carries beside it; nil, as for most texts, if
	// there is nothing.
	Aside *Aside
}

// An Aside is what belongs to a text but is not read with it.
type Aside struct {
	// Links in order of appearance.
	Links []Link
	// Notes are the texts of references, footnote marks and hidden text.
	Notes []string
	// SortKey is the key a wiki table would sort the cell by. It is evidence
	// for the type of a column, never part of the text.
	SortKey string
	// Images are the file names shown in the text.
	Images []string
	// Date is the date or period of the text in a form for machines, where the page has
	// it in an infobox: 1950-05-05, 1940-05-10/1945-06-02. It is never part of the text.
	Date string
	// References are the sources that the text cites: places in Document.References.
	References []int
}

// A Link is a reference to another page or site.
type Link struct {
	Target string // page title with fragment, or URL
	Kind   LinkKind
	// Start and End are the byte offsets in Plain of the text that is linked.
	Start, End int
}

// LinkKind is what a link points to.
type LinkKind uint8

// The kinds of links.
const (
	PageLink LinkKind = iota // a page of the wiki
	FileLink
	CategoryLink
	ExternalLink
	InterwikiLink // a page of another wiki
)

var linkKinds = [...]string{"page", "file", "category", "external", "interwiki"}

// String returns the kind as the table links has it.
func (k LinkKind) String() string { return linkKinds[k] }

// Links returns the links of the text, or nil.
func (t Text) Links() []Link {
	if t.Aside == nil {
		return nil
	}
	return t.Aside.Links
}

// Notes returns the notes of the text, or nil.
func (t Text) Notes() []string {
	if t.Aside == nil {
		return nil
	}
	return t.Aside.Notes
}

// References returns the places in Document.References of what the text cites, or nil.
func (t Text) References() []int {
	if t.Aside == nil {
		return nil
	}
	return t.Aside.References
}

// SortKey returns the sort key of the text, or "".
func (t Text) SortKey() string {
	if t.Aside == nil {
		return ""
	}
	return t.Aside.SortKey
}

// Join puts texts below one another, those that are empty without a line of their own.
// What they carry follows one another, too; of several sort keys the first counts. The
// only text of texts is returned as it is, and shares its Aside.
func Join(texts []Text) Text {
	switch len(texts) {
	case 0:
		return Text{}
	case 1:
		return texts[0]
	}
	var plain strings.Builder
	var all Aside
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
			all.References = append(all.References, a.References...)
			all.SortKey = cmp.Or(all.SortKey, a.SortKey)
		}
		plain.WriteString(t.Plain)
	}
	joined := Text{Plain: plain.String()}
	if has {
		joined.Aside = &all
	}
	return joined
}

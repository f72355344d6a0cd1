package tidy

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/internal/wordlist"
	"github.com/tidywiki/tidywiki/transform/grid"
	"github.com/tidywiki/tidywiki/transform/page"
)

// The roles of tables, as the column role of the table tables has them. Only tables of
// data become wide tables, unless all are asked for.
const (
	RoleData       = "data"
	RoleInfobox    = "infobox"    // labels and values of one thing
	RoleLayout     = "layout"     // text and tables placed side by side
	RoleLegend     = "legend"     // what colors and signs mean
	RoleNavigation = "navigation" // links to other pages
	RoleGallery    = "gallery"    // pictures with their captions
	RoleChart      = "chart"      // a drawing made of cells
)

//go:embed words/roles.txt
var roleFile string

var roleWords = sync.OnceValue(func() map[string]map[string]bool {
	m := map[string]map[string]bool{}
	for kind, word := range wordlist.All(roleFile) {
		if m[kind] == nil {
			m[kind] = map[string]bool{}
		}
		m[kind][word] = true
	}
	return m
})

// roleOf returns the role of a table. The evidence is its class, how its rows read, what
// its cells hold, and the caption or heading above it. A table of the plain dialect,
// which has no layout, is data unless it is a legend.
func roleOf(s *page.Sheet, heading string) string {
	e := newEvidence(s)
	switch {
	case e.filled == 0:
		return RoleLayout
	case e.isLegend(heading):
		return RoleLegend
	case e.flat:
		return RoleData
	case e.class("navigation") && !e.headed:
		return RoleNavigation
	case e.class("gallery"), e.isGallery():
		return RoleGallery
	case e.nested && !e.headed:
		return RoleLayout
	case e.isBox() && !e.class("data"):
		return RoleInfobox
	case e.headed, e.class("data") && e.records > 1:
		return RoleData
	case e.isNavigation():
		return RoleNavigation
	case e.isChart():
		return RoleChart
	case e.isLayout():
		return RoleLayout
	}
	return RoleData
}

// noteRoles adds one note for all tables of the page that are not data.
func noteRoles(p *page.Page) {
	var list []string
	for i := range p.Sheets {
		if r := p.Sheets[i].Role; r != RoleData && p.Sheets[i].Layout.Kind != grid.Empty {
			list = append(list, fmt.Sprintf("%d (%s)", i+1, r))
		}
	}
	if len(list) == 0 {
		return
	}
	p.Notes = append(p.Notes, source.Note{Code: "not_data", Where: "page", Observed: strings.Join(list, ", "),
		Message: "tables that hold no data have no file of their own; they are in tables and cells, and --roles all gives them one"})
}

// Evidence is what is counted over the cells of a table, each cell once.
type evidence struct {
	sheet   *page.Sheet
	flat    bool
	nested  bool
	headed  bool // a header row with two headers or more that differ,
	marked  bool // and the markup says so
	records int
	cells   int // written ones, empty or not
	filled  int // with a text or a picture
	figures int // with a text that begins with a digit
	images  int // with a picture, and a text of a caption at most
	lists   int // that are hardly more than three links or more
	long    int // with several lines, or a text as long as a paragraph
	swatch  bool
}

// paragraph is a length in bytes from which a text reads as running text.
const paragraph = 300

func newEvidence(s *page.Sheet) *evidence {
	g := s.Grid
	e := &evidence{sheet: s, flat: g.Table.Flat, nested: len(g.Table.Nested) > 0, swatch: g.Cols == 2 && g.Rows > 1}
	for p := range s.Layout.Parts {
		part := &s.Layout.Parts[p]
		names := map[string]bool{}
		for c := range part.Columns {
			if h := part.Columns[c].Header; len(h) > 0 {
				names[strings.Join(h, "\x00")] = true
			}
		}
		e.headed = e.headed || len(names) > 1
		e.marked = e.marked || len(names) > 1 && g.At(0, g.Cols-1).Header
		for b := range part.Blocks {
			e.records += len(part.Blocks[b].Rows)
		}
	}
	for r := range g.Rows {
		for c := range g.Cols {
			if cell := g.At(r, c); int(cell.Row) == r && int(cell.Col) == c && !cell.Filler {
				e.add(cell, c)
			}
		}
	}
	return e
}

func (e *evidence) add(cell *grid.Cell, col int) {
	e.cells++
	text := cell.Plain
	hasImage := cell.Aside != nil && len(cell.Aside.Images) > 0
	if col == 0 && text != "" && int(cell.Row) > 0 {
		e.swatch = false
	}
	if text == "" && !hasImage {
		return
	}
	e.filled++
	if text != "" && '0' <= text[0] && text[0] <= '9' {
		e.figures++
	}
	if hasImage && len(text) < paragraph {
		e.images++
	}
	if strings.Count(text, "\n") > 1 || len(text) > paragraph {
		e.long++
	}
	if links := cell.Links(); len(links) > 2 {
		linked := 0
		for _, l := range links {
			linked += l.End - l.Start
		}
		if linked*10 >= len(text)*6 {
			e.lists++
		}
	}
}

// class reports whether the table has a class of that kind.
func (e *evidence) class(kind string) bool {
	words := roleWords()[kind]
	for c := range strings.FieldsSeq(e.sheet.Grid.Table.Class) {
		if words[strings.ToLower(c)] {
			return true
		}
	}
	return false
}

// isLegend reports whether the table explains colors or signs: it is called so and has
// no headers of its own, or its first column shows nothing but colors.
func (e *evidence) isLegend(heading string) bool {
	if e.marked || e.headed && e.flat || e.figures*2 > e.filled {
		return false
	}
	if e.class("legend") || e.swatch && !e.headed && !e.flat && e.filled > 1 && e.long == 0 && e.images == 0 {
		return true
	}
	g := e.sheet.Grid
	if g.Cols > 4 {
		return false
	}
	titles := []string{g.Table.Caption.Plain, heading, g.At(0, 0).Plain}
	for _, t := range titles {
		if roleWords()["key"][strings.ToLower(strings.Trim(t, " :.*"))] {
			return true
		}
	}
	return false
}

// isGallery reports whether the table is pictures and their captions: no headers, no
// figures, no column of names, and a picture in two of five cells.
func (e *evidence) isGallery() bool {
	return !e.headed && e.images > 0 && e.images*5 >= e.filled*2 && e.figures*5 <= e.filled && !e.hasNames()
}

// hasNames reports whether a column of three texts or more has no picture: the names
// beside a column of flags or medals.
func (e *evidence) hasNames() bool {
	g := e.sheet.Grid
	for c := range g.Cols {
		names := 0
		for r := range g.Rows {
			cell := g.At(r, c)
			if cell.Aside != nil && len(cell.Aside.Images) > 0 || int(cell.Row) != r {
				names = -g.Rows
			} else if cell.Plain != "" {
				names++
			}
		}
		if names > 2 {
			return true
		}
	}
	return false
}

// isNavigation reports whether most cells are lists of links.
func (e *evidence) isNavigation() bool {
	return e.lists > 0 && e.lists*2 >= e.filled && e.figures*5 <= e.filled
}

// isChart reports whether the table is a drawing: many cells, of which few have a text.
func (e *evidence) isChart() bool { return e.cells >= 40 && e.filled*4 < e.cells }

// isBox reports whether the table is the labels and values of one thing under its name:
// a title, and below it header cells down the left with one value each.
func (e *evidence) isBox() bool {
	g := e.sheet.Grid
	if g.Cols != 2 || g.Rows < 5 || !g.At(0, 0).Header && g.At(0, 0).Col == g.At(0, 1).Col {
		return false
	}
	if a, b := g.At(0, 0), g.At(0, 1); a.Row != b.Row || a.Col != b.Col {
		return false
	}
	pairs := 0
	for r := 1; r < g.Rows; r++ {
		if g.At(r, 0).Header && !g.At(r, 1).Header {
			pairs++
		}
	}
	return pairs*4 >= (g.Rows-1)*3
}

// isLayout reports whether the table places running text: it has no headers, and one
// record only, or mostly cells of several lines.
func (e *evidence) isLayout() bool {
	return e.records <= 1 || e.sheet.Grid.Cols == 1 || e.long*2 >= e.filled
}

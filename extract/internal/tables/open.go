package tables

import (
	"slices"
	"strings"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
)

// A mode is an insertion mode of the standard: where in a table the next tag is.
type mode uint8

const (
	inTable mode = iota
	inGroup
	inRow
	inCell
	inCaption
)

// An Open is a table whose end tag has not come.
type Open[C any] struct {
	Table *document.Table
	// Attrs are those of the cell or caption that is open.
	Attrs Attrs
	// Captions are those that have ended.
	Captions []document.Text
	// Content belongs to the parser.
	Content C

	mode  mode
	group document.RowGroup
	// head and foot are the indices of the first groups of their kind, or -1.
	head, foot int
	rows       []document.Row
	kept       int             // how many cells rows have
	cells      []document.Cell // of the open row
	row        document.Row
	cell       document.Cell
	tag        Tag // of the open cell
	// These report that a style hides the open row or group.
	hideRow, hideGroup bool
}

// InContent reports whether a cell or caption is open.
func (t *Open[C]) InContent() bool { return t.mode == inCell || t.mode == inCaption }

// InCell reports whether a cell is open.
func (t *Open[C]) InCell() bool { return t.mode == inCell }

// CellIndex returns the number of cells of the table before the open one, without
// those of hidden rows.
func (t *Open[C]) CellIndex() int { return t.kept + len(t.cells) }

func (t *Open[C]) beginGroup(tag Tag, hide bool) {
	t.group = document.RowGroup{Index: t.group.Index + 1, Kind: groupKind(tag)}
	t.mode, t.hideGroup = inGroup, hide
	switch {
	case tag == Head && t.head < 0:
		t.head = t.group.Index
	case tag == Foot && t.foot < 0:
		t.foot = t.group.Index
	}
}

func (t *Open[C]) beginRow(line int, hide bool) {
	t.row = document.Row{Part: t.group, Line: line}
	t.mode, t.hideRow = inRow, hide
}

func (t *Open[C]) beginCell(tag Tag, a Attrs, line int) {
	t.mode, t.tag, t.Attrs = inCell, tag, a
	t.cell = document.Cell{Line: line, ColSpan: a.ColSpan, RowSpan: a.RowSpan, Header: tag == Header}
}

// endContent ends the cell or caption that is open.
func (b *Builder[C]) endContent(t *Open[C]) {
	text := b.parser.EndContent(t)
	if key := t.Attrs.SortKey; key != "" {
		if text.Aside == nil {
			text.Aside = &document.Aside{}
		}
		text.Aside.SortKey = key
	}
	if t.mode == inCaption {
		t.mode = inTable
		if text != (document.Text{}) {
			t.Captions = append(t.Captions, text)
		}
		return
	}
	t.mode = inRow
	t.cell.Text = text
	t.cells = append(t.cells, t.cell)
}

// endRow ends the open row. A hidden one is left out, with a note of its text.
func (b *Builder[C]) endRow(t *Open[C]) {
	t.mode = inGroup
	if t.hideRow {
		b.noteHidden(t)
	} else {
		t.row.Cells = b.mem.Cells.Keep(t.cells)
		t.rows = append(t.rows, t.row)
		t.kept += len(t.cells)
	}
	t.cells = t.cells[:0]
}

func (b *Builder[C]) noteHidden(t *Open[C]) {
	var texts []string
	for i := range t.cells {
		if text := t.cells[i].Text.Plain; text != "" {
			texts = append(texts, text)
		}
	}
	if len(texts) > 0 {
		b.notes.Add(source.Note{Severity: source.Info, Code: "unseen_text", Where: "row", Line: t.row.Line,
			Observed: strings.Join(texts, " | "), Message: "the row is hidden; it is in no table"})
	}
}

// orderGroups puts the first head above the rows of the other groups and the first
// foot below them, as browsers show them.
func (t *Open[C]) orderGroups() {
	rows := t.Table.Rows
	place := func(r *document.Row) int {
		switch r.Part.Index {
		case t.head:
			return 0
		case t.foot:
			return 2
		}
		return 1
	}
	for i := 1; i < len(rows); i++ {
		if place(&rows[i]) < place(&rows[i-1]) {
			slices.SortStableFunc(rows, func(a, b document.Row) int { return place(&a) - place(&b) })
			return
		}
	}
}

// groupKind is the kind of row group that a tag begins.
func groupKind(tag Tag) document.RowGroupKind {
	switch tag {
	case Head:
		return document.Head
	case Foot:
		return document.Foot
	}
	return document.Body
}

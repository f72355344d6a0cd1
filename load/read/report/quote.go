package report

import (
	"strings"
	"unicode/utf8"
)

// A Piece is a part of a quotation; Marked is true if a finding is about it.
type Piece struct {
	Text   string
	Marked bool
}

// A place is a line of a page, or a row of one of its tables, whose cells may be
// on many lines.
type place struct{ page, line, table, row string }

// A fragment is a text at a place; of a row's cells, with its column.
type fragment struct{ text, col string }

// quotes are the texts that the dataset has of the places asked for. The page
// itself is not part of a dataset.
type quotes map[place][]fragment

// places are where the text for a finding may be, the best one first.
func (f *Finding) places() []place {
	var all []place
	if f.TableNumber != "" && f.Row != "" {
		all = append(all, place{page: f.Page, table: f.TableNumber, row: f.Row})
	}
	if f.Line != "" {
		all = append(all, place{page: f.Page, line: f.Line})
	}
	return all
}

func (q quotes) want(f *Finding) {
	for _, p := range f.places() {
		q[p] = nil
	}
}

// maxParts is how many texts of a place are kept.
const maxParts = 40

// A quoter returns the text of a row of a core table, "" for none.
type quoter func(r *rows, row int) string

// quoters are the core tables that have texts of the page.
var quoters = map[string]quoter{
	"sections":   textOf("title"),
	"paragraphs": textOf("text"),
	"items":      textOf("text"),
	"infobox": func(r *rows, row int) string {
		return r.column("key").text(row) + ": " + r.column("text").text(row)
	},
	"cells": textOf("text"),
}

func textOf(column string) quoter {
	return func(r *rows, row int) string { return r.column(column).text(row) }
}

// read takes the texts of rows at the places asked for. A cell that spans
// others is quoted once: where it begins, or where the row asked for meets it first.
func (q quotes) read(r *rows, text quoter) {
	page, line := r.column("page_id"), r.column("line")
	table, tableRow, col := r.column("table"), r.column("row"), r.column("col")
	originRow, originCol := r.column("origin_row"), r.column("origin_col")
	for row := range r.batch.Rows {
		if string(col.bytes(row)) != string(originCol.bytes(row)) {
			continue
		}
		at := place{page: string(page.bytes(row)), line: string(line.bytes(row))}
		if string(tableRow.bytes(row)) == string(originRow.bytes(row)) {
			q.add(at, r, row, text, col)
		}
		if col.of != nil {
			at = place{page: at.page, table: string(table.bytes(row)), row: string(tableRow.bytes(row))}
			q.add(at, r, row, text, col)
		}
	}
}

func (q quotes) add(at place, r *rows, row int, text quoter, col values) {
	fragments, wanted := q[at]
	if !wanted || len(fragments) >= maxParts {
		return
	}
	if s := text(r, row); s != "" {
		q[at] = append(fragments, fragment{s, col.text(row)})
	}
}

// of is the quotation for a finding: the text at its place, or else what the
// finding has observed.
func (q quotes) of(f *Finding) []Piece {
	for _, p := range f.places() {
		if fragments := q[p]; len(fragments) > 0 {
			return quote(fragments, f)
		}
	}
	if f.Observed == "" {
		return nil
	}
	return []Piece{{Text: ahead(f.Observed)}}
}

// quote joins the texts of a place, with what was observed marked: in the cell that
// the finding names, or where it occurs only once.
func quote(fragments []fragment, f *Finding) []Piece {
	var all strings.Builder
	from, to := -1, -1
	for i, s := range fragments {
		if i > 0 {
			all.WriteString(" | ")
		}
		if f.Col != "" && s.col == f.Col {
			from, to = all.Len(), all.Len()+len(s.text)
			if at := occurrence(s.text, f.Observed); at >= 0 {
				from += at
				to = from + len(f.Observed)
			}
		}
		all.WriteString(s.text)
	}
	text := all.String()
	if from < 0 {
		if from = occurrence(text, f.Observed); from < 0 {
			return []Piece{{Text: ahead(text)}}
		}
		to = from + len(f.Observed)
	}
	var pieces []Piece
	for _, p := range []Piece{{before(text[:from]), false}, {ahead(text[from:to]), true}, {ahead(text[to:]), false}} {
		if p.Text != "" {
			pieces = append(pieces, p)
		}
	}
	return pieces
}

// maxQuote is how much of a text is quoted, in bytes.
const maxQuote = 400

// ahead cuts a long text at its end.
func ahead(text string) string {
	if len(text) <= maxQuote {
		return text
	}
	return beginning(text, maxQuote) + "…"
}

// before cuts a long text at its beginning.
func before(text string) string {
	if len(text) <= maxQuote {
		return text
	}
	n := len(text) - maxQuote
	for n < len(text) && !utf8.RuneStart(text[n]) {
		n++
	}
	return "…" + text[n:]
}

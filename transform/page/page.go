// Package page holds one page on its way through the steps of a conversion.
//
//	p := tidy.NewPage(doc)                   // ID "rivers", the document, its notes
//	p, _ = tidy.Outline{}.Apply(ctx, p)      // Tables: pages, sections, paragraphs, items
//	p, _ = tidy.Tables{}.Apply(ctx, p)       // Sheets: the grids; Tables: tables, cells, ...
//	p.Table("sections").NumRows()            // 2
//	p.Findings()                             // the table findings: a row for each of p.Notes
//
// Loaders take the tables alone; they are in package dataset.
package page

import (
	"slices"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/grid"
)

// A Page is the document, its grids, and the tables and notes made so far.
type Page struct {
	// ID is the page_id, the first column of every table.
	ID       string
	Document *document.Document
	// Year is the year the page is about as its infobox says, or 0. Dates
	// without a year may be completed with it, with a finding.
	Year int
	// Dollar is the ISO 4217 code that a bare $ means on the page, or empty.
	Dollar string
	// Sheets are the document's tables in reading order, nested ones after the
	// table that holds them; sheet i is table i+1.
	Sheets []Sheet
	// Tables have unique names. Complete puts them in the order in which they are
	// written.
	Tables []*dataset.Table
	// Notes in the order in which they were found. Findings makes a table of them.
	Notes []source.Note
}

// A Sheet is one table of the document laid out: the rectangle, and how it reads.
type Sheet struct {
	// Section and Parent are the index of its section and, for a nested table,
	// the number (from 1) of the table that holds it, else 0.
	Section, Parent int
	Grid            *grid.Grid
	Layout          *grid.Layout
	// Role is what the table is for: "data", "layout" and others, see package tidy.
	Role string
}

// Clone returns a page that a step may add to: its slices are new, what they
// point to is shared.
func (p *Page) Clone() *Page {
	c := *p
	c.Tables = slices.Clone(p.Tables)
	c.Notes = slices.Clip(p.Notes)
	return &c
}

// Table returns the table of that name, or nil.
func (p *Page) Table(name string) *dataset.Table {
	for _, t := range p.Tables {
		if t.Name == name {
			return t
		}
	}
	return nil
}

// Put adds a table, replacing the one of the same name in its place.
func (p *Page) Put(t *dataset.Table) {
	for i, have := range p.Tables {
		if have.Name == t.Name {
			p.Tables[i] = t
			return
		}
	}
	p.Tables = append(p.Tables, t)
}

// WithID returns the page under another page_id, for the second of two pages
// whose titles give the same one. The first column of every table, the names of
// wide tables and the page_id in their schemas follow; all other columns are
// shared with p.
func (p *Page) WithID(id string) *Page {
	if id == p.ID {
		return p
	}
	c := p.Clone()
	c.ID = id
	for i, t := range c.Tables {
		c.Tables[i] = t.WithPageID(p.ID, id)
	}
	return c
}

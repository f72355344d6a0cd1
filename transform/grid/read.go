package grid

import (
	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
)

// Expand makes a rectangle of a table.
func Expand(t *document.Table) (*Grid, []source.Note) { return &Grid{Table: t}, nil }

// Read finds out how a grid reads. Its notes have Table unset; their rows and
// columns count from 1.
func Read(g *Grid) (*Layout, []source.Note) { return &Layout{Kind: Empty}, nil }

// Package extract is the contract of the first stage: a page's bytes become a
// [document.Document], which records what was written and where, not what it
// means.
//
//	= Rivers =               Document "Rivers"
//	| Name | Length |   ->     Section 0 "Rivers" (line 1)
//	| Rhine | 1,233 |            Table, 2 rows of 2 cells (lines 2-3)
//
// One sub-package holds one input format (plain, wikitext, html), and others
// say where pages come from (files). The table of formats is
// pipeline/catalog.go.
package extract

import (
	"context"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
)

// An Extractor parses the pages of one input format.
//
// Malformed markup is never an error: it stays text, and what was doubtful is
// a [source.Note] of the document. An error means that the page could not be
// read at all: ctx was cancelled, or a limit of the format was exceeded.
//
// Extract must be safe for concurrent use and must not change src. The strings
// of the document may share the memory of src.Data.
type Extractor interface {
	Extract(ctx context.Context, src *source.Source) (*document.Document, error)
}

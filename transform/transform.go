// Package transform is the contract of the second stage: a chain of steps makes
// typed tables of a page's document.
//
//	Document                          Page
//	| Name  | Length |                tables   1 row
//	| Rhine | 1,233  |      ->        cells    "1,233" integer 1233, line 3
//	                                  tables/rivers/01-table   name string, length integer
//
// The steps are named in pipeline/catalog.go, in the order in which they run.
package transform

import (
	"context"

	"github.com/tidywiki/tidywiki/transform/page"
)

// A Step takes a page and returns it with more tables or notes.
//
// Apply must not change what it was given: it adds tables and notes to a copy
// (see [page.Page.Clone]). It must be safe for concurrent use on different
// pages and must not depend on anything but its settings and the page. What is
// doubtful in the page is a note of the result; an error means that the step
// itself cannot work (bad settings, ctx cancelled).
type Step interface {
	Name() string
	Apply(ctx context.Context, in *page.Page) (*page.Page, error)
}

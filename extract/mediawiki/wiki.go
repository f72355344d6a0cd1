package mediawiki

import (
	"cmp"
	"context"
	"time"

	"github.com/tidywiki/tidywiki/extract/internal/spdx"
	"github.com/tidywiki/tidywiki/extract/source"
)

// A ref names a page, one of three ways.
type ref struct {
	Title string `json:",omitempty"`
	Page  int64  `json:",omitempty"` // curid
	ID    int64  `json:",omitempty"` // oldid
}

// A revision is the version of a page to read, or the reason why there is none.
type revision struct {
	Title    string
	Page, ID int64
	Time     time.Time
	// Touched changes when the page looks different although its text is the same, for
	// example because a template has changed.
	Touched  string
	Language string
	URL      string // of the current page
	Model    string // of its content: wikitext, Scribunto, json, ...
	License  license
	// From is the requested title if that is a redirect, Section the heading that the
	// redirect leads to.
	From, Section string
	// Refused is the reason why there is no revision, empty if there is one.
	Refused string
}

// A wiki is an API of a wiki. A page that it refuses is not an error.
type wiki interface {
	// revisions returns the revision of each page. All refs must be named in the same
	// way, and there must be at most [maxRefs].
	revisions(ctx context.Context, refs []ref) (map[ref]revision, error)
	// members calls do with the pages in a category, some at a time in the wiki's
	// order, until do returns false.
	members(ctx context.Context, category string, do func(members) bool) error
	// content returns the text of a revision in a format.
	content(ctx context.Context, rev revision, format string) ([]byte, error)
}

// members has some of the members of a category.
type members struct {
	Pages []ref
	// Others counts subcategories and files.
	Others int
	// More is true if further members follow.
	More bool
}

// maxRefs is the number of pages that one request may ask for.
const maxRefs = 50

// A license is the licence that a wiki gives for its texts.
type license struct{ URL, Text string }

// notes returns what a user should know about how the page was found.
func (r revision) notes() []source.Note {
	var notes []source.Note
	if r.From != "" {
		target := r.Title
		if r.Section != "" {
			target += "#" + r.Section
		}
		notes = append(notes, source.Note{Severity: source.Info, Code: "redirect", Where: "page", Observed: r.From, Expected: target,
			Message: "the requested title redirects to this page"})
	}
	if spdx.ByURL(r.License.URL) == "" && r.License != (license{}) {
		said := r.License.Text
		said = cmp.Or(said, r.License.URL)
		notes = append(notes, source.Note{Severity: source.Info, Code: "unknown_license", Where: "page", Field: "license", Observed: said,
			Message: "the wiki's licence has no SPDX identifier, or an unknown one"})
	}
	return notes
}

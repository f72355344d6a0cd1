package mediawiki

import (
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

// A revision is the version of a page that is to be read, or the reason why there
// is none.
type revision struct {
	Title    string
	Page, ID int64
	Time     time.Time
	// Touched changes when the page looks different though its text is the same,
	// as when a template has changed.
	Touched  string
	Language string
	URL      string // of the page, as it is now
	Model    string // of its content: wikitext, Scribunto, json, ...
	License  license
	// From is the title that was asked for where that is a redirect, Section the
	// heading the redirect leads to.
	From, Section string
	// Refused says why there is no revision; empty if there is one.
	Refused string
}

// A wiki answers what a run asks. Pages that it refuses are no errors.
type wiki interface {
	// revisions finds the version of each page, of which all are named the same way
	// and that are at most [mostRefs].
	revisions(ctx context.Context, refs []ref) (map[ref]revision, error)
	// members calls do with the pages in a category, some at a time, in the wiki's
	// order, until do says no. The numbers of subcategories and files come beside.
	members(ctx context.Context, category string, do func(members) bool) error
	// content is the text of a revision in a format.
	content(ctx context.Context, rev revision, format string) ([]byte, error)
}

// members are some of what is in a category.
type members struct {
	Pages []ref
	// Others counts what is no page: subcategories and files.
	Others int
	// More says that further members follow.
	More bool
}

// mostRefs is how many pages MediaWiki tells of with one request.
const mostRefs = 50

// A license is what a wiki says of its texts.
type license struct{ URL, Text string }

// notes are what a reader of the page has to know of how it came here.
func (r revision) notes() []source.Note {
	var notes []source.Note
	if r.From != "" {
		target := r.Title
		if r.Section != "" {
			target += "#" + r.Section
		}
		notes = append(notes, source.Note{Severity: source.Info, Code: "redirect", Where: "page", Observed: r.From, Expected: target,
			Message: "the wiki leads from the title asked for to this page"})
	}
	if spdx.ByURL(r.License.URL) == "" && r.License != (license{}) {
		said := r.License.Text
		if said == "" {
			said = r.License.URL
		}
		notes = append(notes, source.Note{Severity: source.Info, Code: "unknown_license", Where: "page", Field: "license", Observed: said,
			Message: "the wiki names a licence without an SPDX identifier that is known here"})
	}
	return notes
}

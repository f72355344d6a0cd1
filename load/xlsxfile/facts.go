package xlsxfile

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// maxSources is how many sources the sheet about lists.
const maxSources = 50

// facts are the contents of the sheet about, collected from the core tables while they
// are written.
type facts struct {
	pages    int
	sources  []pageSource // of the first maxSources pages
	severity [3]int       // findings, in the order of severities
}

// A pageSource is where a page came from.
type pageSource struct{ title, license, where string }

// severities lists the severities of findings, the worst first, and their colours.
var severities = [...]struct{ name, fill string }{{"error", "F8CBAD"}, {"warning", "FFE699"}, {"info", "DDEBF7"}}

func (f *facts) observe(t *dataset.Table) {
	switch t.Schema {
	case dataset.Pages:
		f.observePages(t)
	case dataset.Findings:
		severity := t.Column("severity")
		for row := range t.NumRows() {
			for i, s := range severities {
				if severity.Str(row) == s.name {
					f.severity[i]++
				}
			}
		}
	}
}

func (f *facts) observePages(t *dataset.Table) {
	title, license, source := t.Column("title"), t.Column("license"), t.Column("source")
	revision, time := t.Column("revision_id"), t.Column("revision_time")
	for row := range t.NumRows() {
		if f.pages++; len(f.sources) == maxSources {
			continue
		}
		s := pageSource{title.Str(row), license.Str(row), source.Str(row)}
		if !revision.Null(row) {
			s.where += ", revision " + strconv.FormatInt(revision.Int(row), 10)
		}
		if !time.Null(row) {
			s.where += " of " + time.Str(row)
		}
		// Records are not retained.
		f.sources = append(f.sources, pageSource{strings.Clone(s.title), strings.Clone(s.license), strings.Clone(s.where)})
	}
}

// title returns the title of a dataset without a given one.
func (f *facts) title() string {
	if f.pages == 1 && f.sources[0].title != "" {
		return f.sources[0].title
	}
	return count(f.pages, "wiki page")
}

// findings returns the number of findings of each severity, in words.
func (f *facts) findings() string {
	return count(f.severity[0], "error") + ", " + count(f.severity[1], "warning") + ", " + count(f.severity[2], "info")
}

// count formats a number with its noun in the singular or plural.
func count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}

package release

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/apache/arrow/go/v15/arrow/array"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// pages are what is known of where a dataset comes from.
type pages struct {
	count    int64
	first    string // page_id
	sources  []source
	licenses []string // of all pages, in the order of their first
	none     int64    // pages without one
	// languages are BCP 47 tags in the order of their first page.
	languages []string
	latest    string // time of the latest revision
}

// A source is one page.
type source struct {
	title, where, license, revision, time, language, sha256 string
	bytes                                                   int64
}

const (
	// maxSources is how many pages are named one by one.
	maxSources = 200
	// maxLicenses is how many licences, and languages, are kept.
	maxLicenses = 50
)

func (p *pages) observe(t *dataset.Table) {
	id, text := t.Column("page_id"), func(name string, row int) string { return strings.Clone(t.Column(name).Str(row)) }
	for row := range t.NumRows() {
		if p.count++; p.count == 1 {
			p.first = strings.Clone(id.Str(row))
		}
		s := source{title: text("title", row), where: text("source", row), license: text("license", row), time: text("revision_time", row),
			language: text("language", row), sha256: text("sha256", row), bytes: t.Column("bytes").Int(row)}
		if revision := t.Column("revision_id"); !revision.Null(row) {
			s.revision = strconv.FormatInt(revision.Int(row), 10)
		}
		if s.license == "" {
			s.license = wikimediaLicense(s.where)
		}
		if p.latest = max(p.latest, s.time); s.license == "" {
			p.none++
		}
		p.licenses = appendNew(p.licenses, s.license)
		p.languages = appendNew(p.languages, s.language)
		if len(p.sources) < maxSources {
			p.sources = append(p.sources, s)
		}
	}
}

// appendNew adds a text that is not there, up to a limit.
func appendNew(all []string, text string) []string {
	if text == "" || len(all) == maxLicenses || slices.Contains(all, text) {
		return all
	}
	return append(all, text)
}

// findings counts the rows of that table by what they say.
type findings map[finding]int64

type finding struct{ severity, code string }

// maxFindings is how many codes are counted: a guard against broken input.
const maxFindings = 1000

func (f findings) observe(t *dataset.Table) {
	severity, code := t.Column("severity"), t.Column("code")
	for row := range t.NumRows() {
		key := finding{severity.Str(row), code.Str(row)}
		if _, known := f[key]; !known {
			if len(f) == maxFindings {
				continue
			}
			key = finding{strings.Clone(key.severity), strings.Clone(key.code)}
		}
		f[key]++
	}
}

// sorted returns the findings, the worst first, then by code.
func (f findings) sorted() []finding {
	return slices.SortedFunc(maps.Keys(f), func(a, b finding) int {
		return cmp.Or(slices.Index(dataset.Severities, a.severity)-slices.Index(dataset.Severities, b.severity),
			strings.Compare(a.code, b.code), strings.Compare(a.severity, b.severity))
	})
}

func (f findings) of(severity string) (n int64) {
	for k, count := range f {
		if k.severity == severity {
			n += count
		}
	}
	return n
}

func (t *table) observe(rows *dataset.Table) {
	t.rows += int64(rows.NumRows())
	for i := range t.odd {
		t.odd[i] = t.odd[i] || i < int(rows.Record.NumCols()) && oddValues(rows.Record.Column(i), &t.schema.Fields[i])
	}
}

// The years that readers of a Data Package know: of dates, and of years alone,
// which have four digits.
const (
	firstDate, lastDate = -719_162, 2_932_896 // 0001-01-01, 9999-12-31
	firstYear, lastYear = 1000, 9999
)

// oddValues reports whether a column has a value that its type in a Data Package does
// not allow: a date or year out of its range, or an empty text where there must be a
// value, which CSV reads as null.
func oddValues(a any, f *dataset.Field) bool {
	switch a := a.(type) {
	case *array.Date32:
		for i, day := range a.Date32Values() {
			if (day < firstDate || day > lastDate) && a.IsValid(i) {
				return true
			}
		}
	case *array.Int32:
		for i, year := range a.Int32Values() {
			if (year < firstYear || year > lastYear) && a.IsValid(i) {
				return true
			}
		}
	case *array.String:
		for i := 0; !f.Nullable && i < a.Len(); i++ {
			if a.ValueLen(i) == 0 {
				return true
			}
		}
	}
	return false
}

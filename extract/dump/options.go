package dump

import (
	"slices"
	"strings"
)

// Revisions selects the revisions of a page to read.
type Revisions uint8

const (
	// Latest is the revision with the latest time, anywhere in the page. If there are
	// several, it is the one with the greatest id.
	Latest Revisions = iota
	// All reads all revisions in the order of the dump, each as a page of its own.
	All
)

// Options selects what to read from a dump. The zero value reads the latest revision
// of each page in the main namespace.
type Options struct {
	Revisions Revisions
	// Namespaces has the numbers of the namespaces to read; the default is 0 alone.
	// AllNamespaces reads all.
	Namespaces    []int
	AllNamespaces bool
	// Titles selects pages by title; nil selects all.
	Titles *Titles
	// MaxBytes is the largest text of a revision, as XML in the dump, in bytes; 32 MiB
	// if 0. MediaWiki's own limit for a page is 2 MiB.
	MaxBytes int64
	// Workers is the number of bzip2 blocks to decode in parallel, 1 if 0.
	Workers int

	redirects bool // read redirects as well
}

const defaultMaxBytes = 32 << 20

// WithDefaults returns the options with their defaults for those that are not set.
func (o Options) WithDefaults() Options {
	if o.MaxBytes <= 0 {
		o.MaxBytes = defaultMaxBytes
	}
	o.Workers = max(o.Workers, 1)
	return o
}

// Takes reports whether pages of a namespace are read.
func (o *Options) Takes(namespace int) bool {
	if len(o.Namespaces) == 0 {
		return o.AllNamespaces || namespace == 0
	}
	return o.AllNamespaces || slices.Contains(o.Namespaces, namespace)
}

// Titles selects pages whose title is one of the names or matches one of the patterns.
type Titles struct {
	patterns []string
	names    map[string]bool
}

// NewTitles returns a selection by patterns and names. In patterns, * matches any
// characters and ? matches one. In both, _ is a space, and case matters.
func NewTitles(patterns, names []string) *Titles {
	t := &Titles{names: make(map[string]bool, len(names))}
	for _, p := range patterns {
		t.patterns = append(t.patterns, spaced(p))
	}
	for _, n := range names {
		t.names[spaced(n)] = true
	}
	return t
}

// Match reports whether a title is selected. Nil selects all titles.
func (t *Titles) Match(title string) bool {
	if t == nil {
		return true
	}
	title = spaced(title)
	if t.names[title] {
		return true
	}
	return slices.ContainsFunc(t.patterns, func(p string) bool { return matches(p, title) })
}

// spaced returns a title as wikis show it.
func spaced(title string) string {
	return strings.TrimSpace(strings.ReplaceAll(title, "_", " "))
}

// matches reports whether a whole title matches a pattern. It takes time at most
// proportional to the product of both lengths.
func matches(pattern, title string) bool {
	p, t := []rune(pattern), []rune(title)
	i, j := 0, 0
	star, from := -1, 0 // the last *, and where its match begins
	for j < len(t) {
		switch {
		case i < len(p) && p[i] == '*':
			star, from = i, j
			i++
		case i < len(p) && (p[i] == '?' || p[i] == t[j]):
			i++
			j++
		case star >= 0:
			from++
			i, j = star+1, from
		default:
			return false
		}
	}
	for i < len(p) && p[i] == '*' {
		i++
	}
	return i == len(p)
}

// Counts counts the pages of a range by what was done with them. If only latest
// revisions are read, Pages is the sum of Read and the fields after it. If all
// revisions are read, Read, OtherModels, NoText and TooLarge count revisions.
type Counts struct {
	Pages     int64 `json:"pages"`     // page elements
	Revisions int64 `json:"revisions"` // revision elements
	Read      int64 `json:"read"`      // pages yielded
	// Redirects counts pages that only lead to other pages.
	Redirects int64 `json:"redirects"`
	// OtherNamespaces and OtherTitles count pages that were not selected.
	OtherNamespaces int64 `json:"other_namespaces"`
	OtherTitles     int64 `json:"other_titles"`
	// OtherModels counts pages that are not wikitext: JSON, scripts, styles.
	OtherModels int64 `json:"other_models"`
	// NoText counts pages whose text is not in the dump: deleted, or a stub.
	NoText int64 `json:"no_text"`
	// TooLarge counts pages over the limit; each yields a [*source.PageError].
	TooLarge int64 `json:"too_large"`
}

// Add adds the counts of another range.
func (c *Counts) Add(o Counts) {
	c.Pages += o.Pages
	c.Revisions += o.Revisions
	c.Read += o.Read
	c.Redirects += o.Redirects
	c.OtherNamespaces += o.OtherNamespaces
	c.OtherTitles += o.OtherTitles
	c.OtherModels += o.OtherModels
	c.NoText += o.NoText
	c.TooLarge += o.TooLarge
}

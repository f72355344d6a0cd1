package dump

import (
	"slices"
	"strings"
)

// Revisions says which of a page's revisions are read.
type Revisions uint8

const (
	// Latest is the revision with the latest time, wherever it stands; of several
	// the one with the greatest id.
	Latest Revisions = iota
	// All are all of them, in the order of the dump, each a page of its own.
	All
)

// Options say what is read of a dump. The zero value reads the latest revision of
// each page in the main namespace.
type Options struct {
	Revisions Revisions
	// Namespaces are the numbers of those read; the default is 0 alone.
	// AllNamespaces reads all.
	Namespaces    []int
	AllNamespaces bool
	// Titles chooses pages by their titles; nil takes all.
	Titles *Titles
	// MaxBytes is what the text of a revision may have as it is written in the
	// dump, 32 MiB if 0. MediaWiki's own limit for a page is 2 MiB.
	MaxBytes int64
	// Workers is how many blocks of bzip2 are decoded at a time, 1 if 0.
	Workers int

	redirects bool // are read, too
}

const defaultMaxBytes = 32 << 20

func (o Options) withDefaults() Options {
	if o.MaxBytes <= 0 {
		o.MaxBytes = defaultMaxBytes
	}
	o.Workers = max(o.Workers, 1)
	return o
}

// takes says whether pages of a namespace are read.
func (o *Options) takes(namespace int) bool {
	if len(o.Namespaces) == 0 {
		return o.AllNamespaces || namespace == 0
	}
	return o.AllNamespaces || slices.Contains(o.Namespaces, namespace)
}

// Titles chooses pages by title. A page is taken that has one of the names or
// matches one of the patterns.
type Titles struct {
	patterns []string
	names    map[string]bool
}

// NewTitles makes a choice of patterns, in which * stands for any characters and ?
// for one, and of names. In both _ is a space, and the case of letters counts.
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

// Match says whether the page of that title is taken. A nil choice takes all.
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

// spaced is a title as wikis show it.
func spaced(title string) string {
	return strings.TrimSpace(strings.ReplaceAll(title, "_", " "))
}

// matches says whether the whole of a title matches a pattern. It takes time
// linear in the product of both lengths at most.
func matches(pattern, title string) bool {
	p, t := []rune(pattern), []rune(title)
	i, j := 0, 0
	star, from := -1, 0 // the last * met, and where it begins to match
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

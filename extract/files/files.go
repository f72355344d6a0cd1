// Package files finds pages in files, folders, globs and standard input.
//
//	files.Open([]string{"pages", "notes.txt", "old/*.wiki"}, files.Options{})
//
//	pages/a.txt           ->  "a.txt"         names are paths below the folder given
//	pages/rivers/b.txt    ->  "rivers/b.txt"
//	pages/logo.png            skipped and counted: not the extension of a page
//	pages/.git/c.txt          hidden
//	notes.txt             ->  "notes.txt"     a single file has its base name
//	old/a.wiki            ->  "a.wiki"        a glob's are paths below its folder
//
// [Open] lists the pages, sorted by name, without reading any; [Read] reads one. The
// list depends neither on the order of the arguments nor on the order in which the
// system lists a folder, and names do not show where on the machine a page is.
package files

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
)

// Options say what is taken for a page. The zero value has the defaults.
type Options struct {
	// Extensions are those of pages, with the dot and in lower case. The default
	// is .txt, .wiki, .mediawiki, .wikitext, .html and .htm. A file that is named
	// itself, or by a glob that ends in an extension, is always taken.
	Extensions []string
	// MaxBytes is the size that no page may exceed, 256 MiB if 0.
	MaxBytes int64
	// IsDump says whether a file is a dump, which holds many pages; nil takes none for
	// one. Files of a folder are asked about if they have one of DumpExtensions.
	IsDump func(path string) bool
	// Stdin is what the argument - reads. It is an error if that is nil.
	Stdin io.Reader
}

// defaultExtensions and defaultMaxBytes are the defaults of [Options].
var defaultExtensions = []string{".txt", ".wiki", ".mediawiki", ".wikitext", ".html", ".htm"}

const defaultMaxBytes = 256 << 20

// DumpExtensions are those that dumps have.
var DumpExtensions = []string{".xml", ".xml.bz2", ".xml.gz", ".xml.zst"}

// StdinName is the name of the page that standard input holds.
const StdinName = "stdin"

// A Set is a list of pages, each of them once, sorted by name.
type Set struct {
	pages   []page
	skipped int
}

// A page is a file that will be read.
type page struct {
	name string // as in Source.Name
	path string // to open it by; empty for standard input
	// given is the path with slashes as the arguments have it, folder the base
	// name of the folder that the name is below. They tell pages of one name apart.
	given, folder string
	linked        bool // found through a symbolic link
	dump          bool // holds many pages
}

// Open lists the pages that the arguments name: files, folders with all below
// them, globs (with ** for any number of folders), and - for standard input.
//
// Files of a folder with another extension are skipped and counted, hidden ones
// are passed over. A symbolic link is followed unless it leads to a folder that
// has been listed. A file that several arguments name is one page. Pages that
// would have the same name get that of their folder in front, and a number where
// that is not enough.
//
// It is an error if there is no such file, if a folder or glob has no page, if a
// folder cannot be read, or if a file named is a device or a pipe.
func Open(args []string, opt Options) (*Set, error) {
	if opt.Extensions == nil {
		opt.Extensions = defaultExtensions
	}
	if opt.MaxBytes <= 0 {
		opt.MaxBytes = defaultMaxBytes
	}
	if len(args) == 0 {
		return nil, fmt.Errorf("no source given: name a file, a folder, a glob or - for standard input")
	}
	l := lister{opt: opt, taken: map[string]page{}, skipped: map[string]bool{}}
	for _, arg := range args {
		if err := l.argument(arg); err != nil {
			return nil, err
		}
	}
	return &Set{l.pages(), l.others()}, nil
}

// Skipped is the number of files in the folders that are no pages.
func (s *Set) Skipped() int { return s.skipped }

// A Page is all that is needed to read a page of a set elsewhere: by another process,
// or on another machine that has the file at the same path.
type Page struct {
	Name string `json:"name"`
	// Path is the file's; empty for standard input.
	Path string `json:"path,omitempty"`
	// Bytes is the size of the file now, 0 where it is not known.
	Bytes int64 `json:"bytes"`
	// Dump says that it is no page but a dump, which Read does not know.
	Dump bool `json:"dump,omitempty"`
}

// Pages lists the pages in order, with their sizes.
func (s *Set) Pages() []Page {
	pages := make([]Page, len(s.pages))
	for i, p := range s.pages {
		pages[i] = Page{Name: p.name, Path: p.path, Dump: p.dump}
		if p.path == "" {
			continue
		}
		if info, err := os.Stat(p.path); err == nil {
			pages[i].Bytes = info.Size()
		}
	}
	return pages
}

// Paths returns where on this machine the pages are, in the same order, without
// standard input.
func (s *Set) Paths() []string {
	paths := make([]string, 0, len(s.pages))
	for _, p := range s.pages {
		if p.path != "" {
			paths = append(paths, p.path)
		}
	}
	return paths
}

// hasDumpName says whether a file name has the extension of a dump.
func hasDumpName(name string) bool {
	name = strings.ToLower(name)
	return slices.ContainsFunc(DumpExtensions, func(ext string) bool { return strings.HasSuffix(name, ext) })
}

// isDump says whether a file is a dump.
func (o Options) isDump(path string) bool { return o.IsDump != nil && o.IsDump(path) }

// isPage says whether a file name has the extension of a page.
func (o Options) isPage(name string) bool {
	ext := strings.ToLower(extension(name))
	for _, e := range o.Extensions {
		if e == ext {
			return true
		}
	}
	return false
}

// extension is that of a name that does not only consist of it.
func extension(name string) string {
	if i := strings.LastIndexByte(name, '.'); i > 0 && name[i-1] != '/' && name[i-1] != os.PathSeparator {
		return name[i:]
	}
	return ""
}

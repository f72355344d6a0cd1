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

// Options selects which files are pages. The zero value has the defaults.
type Options struct {
	// Extensions has the extensions of pages, with the dot and in lower case. The
	// default is .txt, .wiki, .mediawiki, .wikitext, .html and .htm. A file named by
	// an argument, or by a glob that ends in an extension, is always a page.
	Extensions []string
	// MaxBytes limits the size of a page, 256 MiB if 0.
	MaxBytes int64
	// IsDump reports whether a file is a dump, which holds many pages. If it is nil, no
	// file is a dump. In folders it is called only for files that end as dumps do: in
	// .xml, .ndjson, .json or .tar, or in that and .bz2, .gz or .zst.
	IsDump func(path string) bool
	// Stdin is read for the argument "-". If it is nil, that argument is an error.
	Stdin io.Reader
}

var defaultExtensions = []string{".txt", ".wiki", ".mediawiki", ".wikitext", ".html", ".htm"}

const defaultMaxBytes = 256 << 20

// dumpExtensions has the extensions of dumps.
var dumpExtensions = []string{".xml", ".ndjson", ".jsonl", ".json", ".tar", ".tgz"}

// stdinName is the name of the page on standard input.
const stdinName = "stdin"

// A Set is a list of pages without duplicates, sorted by name.
type Set struct {
	pages   []page
	skipped int
}

// A page is a file to read.
type page struct {
	name string // as in Source.Name
	path string // to open it by; empty for standard input
	// given is the path with slashes as the arguments have it, folder the base name of
	// the folder that name is relative to. They distinguish pages with the same name.
	given, folder string
	linked        bool // found through a symbolic link
	dump          bool // holds many pages
}

// Open lists the pages that the arguments name: files, folders and everything below
// them, globs (with ** for any number of folders), and - for standard input.
//
// In folders, files with another extension are skipped and counted, and hidden files
// are ignored. A symbolic link is followed unless it leads to a folder that was listed
// already. A file that several arguments name is one page. Pages with the same name
// get the name of their folder in front, and a number if that is not enough.
//
// It is an error if a file does not exist, if a folder or glob has no pages, if a
// folder cannot be read, or if an argument names a device or a pipe.
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

// Skipped returns the number of files in the folders that are not pages.
func (s *Set) Skipped() int { return s.skipped }

// A Page has what is needed to read a page elsewhere: in another process, or on another
// machine that has the file at the same path.
type Page struct {
	Name string `json:"name"`
	// Path is the path of the file, empty for standard input.
	Path string `json:"path,omitempty"`
	// Bytes is the size of the file now, 0 if it is not known.
	Bytes int64 `json:"bytes"`
	// Dump is true for a dump, which Read does not read.
	Dump bool `json:"dump,omitempty"`
}

// Pages returns the pages in order, with their sizes.
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

// Paths returns the paths of the pages in the same order, without standard input.
func (s *Set) Paths() []string {
	paths := make([]string, 0, len(s.pages))
	for _, p := range s.pages {
		if p.path != "" {
			paths = append(paths, p.path)
		}
	}
	return paths
}

// hasDumpName reports whether a file name has the extension of a dump.
func hasDumpName(name string) bool {
	name = strings.ToLower(name)
	for _, packed := range []string{".bz2", ".gz", ".zst"} {
		name = strings.TrimSuffix(name, packed)
	}
	return slices.ContainsFunc(dumpExtensions, func(ext string) bool { return strings.HasSuffix(name, ext) })
}

// isDump reports whether a file is a dump.
func (o Options) isDump(path string) bool { return o.IsDump != nil && o.IsDump(path) }

// isPage reports whether a file name has the extension of a page.
func (o Options) isPage(name string) bool {
	ext := strings.ToLower(extension(name))
	return slices.Contains(o.Extensions, ext)
}

// extension returns the extension of a name. A name such as ".txt" has none.
func extension(name string) string {
	if i := strings.LastIndexByte(name, '.'); i > 0 && name[i-1] != '/' && name[i-1] != os.PathSeparator {
		return name[i:]
	}
	return ""
}

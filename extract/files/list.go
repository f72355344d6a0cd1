package files

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// A lister collects the files that arguments name, by real path.
type lister struct {
	opt     Options
	taken   map[string]page
	skipped map[string]bool
}

func (l *lister) argument(arg string) error {
	if arg == "-" {
		return l.stdin()
	}
	info, err := os.Stat(arg)
	switch {
	case err != nil && isPattern(arg) && !exists(arg):
		return l.glob(arg)
	case err != nil:
		return fmt.Errorf("%s: %w", arg, cause(err))
	case info.IsDir():
		return l.folder(arg)
	case !info.Mode().IsRegular():
		return fmt.Errorf("%s: %w", arg, irregular(info.Mode()))
	}
	return l.file(arg)
}

func (l *lister) stdin() error {
	if l.opt.Stdin == nil {
		return fmt.Errorf("-: no standard input; name a file instead")
	}
	l.taken[""] = page{name: stdinName}
	return nil
}

func (l *lister) file(arg string) error {
	real, err := realPath(arg)
	if err != nil {
		return fmt.Errorf("%s: %w", arg, cause(err))
	}
	l.take(real, page{name: filepath.Base(arg), path: arg, given: filepath.ToSlash(arg), folder: folderName(filepath.Dir(arg)), dump: l.opt.isDump(arg)})
	return nil
}

func (l *lister) folder(arg string) error {
	t := newTree(l, arg, folderName(arg), "")
	if err := t.walk(); err != nil {
		return err
	}
	if t.pages == 0 {
		return fmt.Errorf("%s: folder without pages: looked for %s%s", arg, strings.Join(l.opt.Extensions, ", "), other(t.others))
	}
	return nil
}

func other(n int) string {
	switch n {
	case 0:
		return ""
	case 1:
		return "; 1 other file skipped"
	}
	return fmt.Sprintf("; %d other files skipped", n)
}

// take adds a page. If a file can be reached in several ways, it keeps the one without a
// link, or else the name that sorts first.
func (l *lister) take(real string, p page) {
	if old, ok := l.taken[real]; ok && !better(p, old) {
		return
	}
	l.taken[real] = p
}

func better(a, b page) bool {
	switch {
	case a.linked != b.linked:
		return b.linked
	case a.name != b.name:
		return a.name < b.name
	}
	return a.given < b.given
}

// others returns the number of skipped files that no other argument names.
func (l *lister) others() int {
	n := 0
	for real := range l.skipped {
		if _, ok := l.taken[real]; !ok {
			n++
		}
	}
	return n
}

// A tree lists the pages in a folder and below it.
type tree struct {
	*lister
	root, base string // the folder as given, and its base name
	prefix     string // of the names, ending in a slash unless empty
	visited    map[string]bool
	// links are followed after all folders were listed, so that a page is named by its
	// real place.
	links         []string
	pages, others int
}

func newTree(l *lister, root, base, prefix string) *tree {
	return &tree{lister: l, root: root, base: base, prefix: prefix, visited: map[string]bool{}}
}

func (t *tree) walk() error {
	real, err := realPath(t.root)
	if err != nil {
		return fmt.Errorf("%s: %w", t.root, cause(err))
	}
	if err := t.dir("", real, false); err != nil {
		return err
	}
	for len(t.links) > 0 {
		rel := t.links[0]
		t.links = t.links[1:]
		if err := t.link(rel); err != nil {
			return err
		}
	}
	return nil
}

// dir lists the folder at rel below the root.
func (t *tree) dir(rel, real string, linked bool) error {
	if t.visited[real] {
		return nil
	}
	t.visited[real] = true
	entries, err := os.ReadDir(t.path(rel))
	if err != nil {
		return fmt.Errorf("%s: %w", t.path(rel), cause(err))
	}
	for _, e := range entries {
		name := e.Name()
		below := path.Join(rel, name)
		switch mode := e.Type(); {
		case hidden(name):
		case mode&fs.ModeSymlink != 0:
			t.links = append(t.links, below)
		case mode.IsDir():
			if err := t.dir(below, filepath.Join(real, name), linked); err != nil {
				return err
			}
		default:
			t.entry(below, filepath.Join(real, name), mode, linked)
		}
	}
	return nil
}

// link follows a symbolic link. A broken link is a page that cannot be read, if it has
// the extension of a page.
func (t *tree) link(rel string) error {
	real, err := realPath(t.path(rel))
	if err != nil {
		t.entry(rel, t.path(rel), 0, true)
		return nil
	}
	info, err := os.Stat(real)
	if err != nil {
		return fmt.Errorf("%s: %w", t.path(rel), cause(err))
	}
	if info.IsDir() {
		return t.dir(rel, real, true)
	}
	t.entry(rel, real, info.Mode().Type(), true)
	return nil
}

func (t *tree) entry(rel, real string, mode fs.FileMode, linked bool) {
	dump := mode.IsRegular() && hasDumpName(rel) && t.opt.isDump(t.path(rel))
	if !mode.IsRegular() || !t.opt.isPage(rel) && !dump {
		t.skipped[real] = true
		t.others++
		return
	}
	t.pages++
	t.take(real, page{name: t.prefix + rel, path: t.path(rel), given: path.Join(filepath.ToSlash(t.root), rel), folder: t.base, linked: linked, dump: dump})
}

func (t *tree) path(rel string) string { return filepath.Join(t.root, filepath.FromSlash(rel)) }

func hidden(name string) bool { return strings.HasPrefix(name, ".") }

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// realPath returns the absolute path of a file without symbolic links.
func realPath(path string) (string, error) {
	real, err := filepath.EvalSymlinks(path)
	if err != nil {
		return "", err
	}
	return filepath.Abs(real)
}

// folderName returns the base name of a folder, even for "." and "..".
func folderName(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	return strings.Trim(filepath.Base(path), `/\`)
}

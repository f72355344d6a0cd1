package files

import (
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

func isPattern(s string) bool { return strings.ContainsAny(s, "*?[") }

// glob takes the files and folders that match a pattern. ** matches any
// number of folders; hidden names match only where the pattern has their dot.
func (l *lister) glob(pattern string) error {
	base, parts := splitPattern(filepath.ToSlash(pattern))
	for _, part := range parts {
		if _, err := path.Match(part, ""); err != nil {
			return fmt.Errorf("%s: bad pattern: a [ without its ]", pattern)
		}
	}
	found, err := expand(base, "", parts)
	if err != nil {
		return err
	}
	if len(found) == 0 {
		return fmt.Errorf("%s: no file matches; check the pattern and the folder it starts in", pattern)
	}
	root := base
	root = cmp.Or(root, ".")
	last := parts[len(parts)-1]
	t := newTree(l, root, folderName(root), "")
	for _, rel := range found {
		if err := t.match(rel, isPattern(extension(last)) || extension(last) == ""); err != nil {
			return err
		}
	}
	if t.pages == 0 {
		return fmt.Errorf("%s: no page matches: looked for %s%s", pattern, strings.Join(l.opt.Extensions, ", "), other(t.others))
	}
	return nil
}

// match adds the file or folder at rel, which matches a pattern. If byExtension is true,
// a file must have the extension of a page.
func (t *tree) match(rel string, byExtension bool) error {
	at := t.path(rel)
	info, err := os.Stat(at)
	if err != nil { // a link that leads nowhere
		t.entry(rel, at, 0, true)
		return nil
	}
	if info.IsDir() {
		sub := newTree(t.lister, at, t.base, strings.TrimPrefix(rel+"/", "/"))
		err := sub.walk()
		t.pages += sub.pages
		t.others += sub.others
		return err
	}
	real, err := realPath(at)
	if err != nil {
		return fmt.Errorf("%s: %w", at, cause(err))
	}
	if byExtension || !info.Mode().IsRegular() {
		t.entry(rel, real, info.Mode().Type(), false)
		return nil
	}
	t.pages++
	t.take(real, page{name: rel, path: at, given: path.Join(filepath.ToSlash(t.root), rel), folder: t.base, dump: t.opt.isDump(at)})
	return nil
}

// splitPattern splits a pattern into the folder before its first special character and
// the parts after it.
func splitPattern(pattern string) (base string, parts []string) {
	all := strings.Split(pattern, "/")
	n := 0
	for n < len(all)-1 && !isPattern(all[n]) {
		n++
	}
	base = strings.Join(all[:n], "/")
	if base == "" && n > 0 {
		base = "/"
	}
	for _, part := range all[n:] {
		double := part == "**" && len(parts) > 0 && parts[len(parts)-1] == "**"
		if part != "" && !double {
			parts = append(parts, part)
		}
	}
	return base, parts
}

// expand returns the paths below base that match parts in the folder rel and deeper, in
// the order of the folders.
func expand(base, rel string, parts []string) ([]string, error) {
	if len(parts) == 0 {
		return []string{rel}, nil
	}
	part, rest := parts[0], parts[1:]
	if part == "**" {
		return expandDeep(base, rel, parts)
	}
	entries, err := readDir(base, rel)
	if err != nil {
		return nil, err
	}
	var found []string
	for _, e := range entries {
		ok, _ := path.Match(part, e.Name())
		if !ok || hidden(e.Name()) && !hidden(part) || len(rest) > 0 && !isFolder(base, rel, e) {
			continue
		}
		more, err := expand(base, path.Join(rel, e.Name()), rest)
		if err != nil {
			return nil, err
		}
		found = append(found, more...)
	}
	return found, nil
}

// expandDeep expands parts that begin with **, in the folder itself and in all folders
// below it except symbolic links.
func expandDeep(base, rel string, parts []string) ([]string, error) {
	found, err := expand(base, rel, parts[1:])
	if err != nil || len(parts) == 1 {
		return found, err
	}
	entries, err := readDir(base, rel)
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		if !e.IsDir() || hidden(e.Name()) {
			continue
		}
		more, err := expandDeep(base, path.Join(rel, e.Name()), parts)
		if err != nil {
			return nil, err
		}
		found = append(found, more...)
	}
	return found, nil
}

func readDir(base, rel string) ([]fs.DirEntry, error) {
	at := join(base, rel)
	entries, err := os.ReadDir(at)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", at, cause(err))
	}
	return entries, nil
}

func isFolder(base, rel string, e fs.DirEntry) bool {
	if e.Type()&fs.ModeSymlink == 0 {
		return e.IsDir()
	}
	info, err := os.Stat(filepath.Join(join(base, rel), e.Name()))
	return err == nil && info.IsDir()
}

func join(base, rel string) string {
	if base == "" && rel == "" {
		return "."
	}
	return filepath.Join(base, filepath.FromSlash(rel))
}

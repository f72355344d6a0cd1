package folder

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// ErrRefused is the cause of the error of [Begin] when the output folder holds something
// that must not be replaced, or when no folder is given. Name another output folder, or
// set Options.Force if the message suggests it.
var ErrRefused = errors.New("output folder refused")

// ErrDiskFull is the cause of any error of a full disk.
var ErrDiskFull = errors.New("no space left")

// A place is the location of the output folder.
type place struct {
	given string // as the user wrote it
	path  string // absolute, without symbolic links
	info  fs.FileInfo
}

// A refusal is an ErrRefused with a message of its own.
type refusal struct{ msg string }

func (r *refusal) Error() string        { return r.msg }
func (r *refusal) Is(target error) bool { return target == ErrRefused }

func (p place) refuse(format string, args ...any) error {
	return &refusal{fmt.Sprintf("output folder %s ", p.given) + fmt.Sprintf(format, args...)}
}

// locate finds the absolute path of out and what exists there.
func locate(out string) (place, error) {
	p := place{given: out}
	if out == "" {
		return p, &refusal{"no output folder given: name one with -o"}
	}
	abs, err := filepath.Abs(out)
	if err != nil {
		return p, p.failed("", err)
	}
	if _, err := os.Lstat(abs); errors.Is(err, fs.ErrNotExist) {
		p.path = realParent(abs)
		return p, nil
	}
	if p.path, err = filepath.EvalSymlinks(abs); errors.Is(err, fs.ErrNotExist) {
		return p, p.refuse("is a link to a folder that does not exist: remove it or name another folder")
	} else if err != nil {
		return p, p.failed("", err)
	}
	if p.info, err = os.Stat(p.path); err != nil {
		return p, p.failed("", err)
	}
	return p, nil
}

// realParent resolves the links of the part of a path that exists.
func realParent(path string) string {
	parent := filepath.Dir(path)
	if parent == path {
		return path
	}
	if real, err := filepath.EvalSymlinks(parent); err == nil {
		return filepath.Join(real, filepath.Base(path))
	}
	return filepath.Join(realParent(parent), filepath.Base(path))
}

func (p place) parent() string { return filepath.Dir(p.path) }

// check refuses a place that must not be replaced.
func (p place) check(o Options) error {
	if p.info == nil {
		return nil
	}
	if !p.info.IsDir() {
		return p.refuse("is a file: name a folder")
	}
	if p.parent() == p.path {
		return p.refuse("is the root of a file system: name a folder below it")
	}
	if home, err := os.UserHomeDir(); err == nil && p.holds(home, nil) {
		return p.refuse("holds your home folder: name a folder below it")
	}
	if wd, err := os.Getwd(); err == nil && p.holds(wd, nil) {
		return p.refuse("holds the current folder: name a folder below it, such as out")
	}
	seen := map[string]bool{}
	for _, src := range o.Sources {
		if p.holds(src, seen) {
			return p.refuse("holds the source %s, which would be lost: name another folder", filepath.Base(src))
		}
	}
	if mounted(p.path, p.parent()) {
		return p.refuse("is a mount point and cannot be replaced: name a folder below it")
	}
	if o.Force || empty(p.path) || ours(p.path) {
		return nil
	}
	return p.refuse("is not empty and was not made by tidywiki: name another folder, or replace it with --force")
}

// holds reports whether path is the place or below it. It compares folders, not names,
// so that links and upper or lower case do not matter. It skips the folders in seen,
// which are known not to be the place, and adds to them.
func (p place) holds(path string, seen map[string]bool) bool {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	for !seen[path] {
		if seen != nil {
			seen[path] = true
		}
		if info, err := os.Stat(path); err == nil && os.SameFile(info, p.info) {
			return true
		}
		parent := filepath.Dir(path)
		if parent == path {
			break
		}
		path = parent
	}
	return false
}

func empty(dir string) bool {
	d, err := os.Open(dir)
	if err != nil {
		return false
	}
	defer d.Close()
	_, err = d.Readdirnames(1)
	return err == io.EOF
}

// failed returns the error of writing the file name, or the folder if name is empty.
func (p place) failed(name string, err error) error {
	what := p.given
	if name != "" {
		what = filepath.ToSlash(filepath.Join(p.given, name))
	}
	if diskFull(err) {
		return fmt.Errorf("cannot write %s: %w: free some space or choose an output folder on another disk (%w)", what, ErrDiskFull, cause(err))
	}
	return fmt.Errorf("cannot write %s: %w", what, cause(err))
}

// unwritable returns the error of creating the staging folder.
func (p place) unwritable(err error) error {
	if errors.Is(err, fs.ErrPermission) {
		return fmt.Errorf("cannot write in %s: %w: choose another output folder", filepath.Dir(p.given), cause(err))
	}
	return p.failed("", err)
}

// cause removes the path of the hidden staging folder from an error.
func cause(err error) error {
	var pe *fs.PathError
	var le *os.LinkError
	switch {
	case errors.As(err, &pe):
		return pe.Err
	case errors.As(err, &le):
		return le.Err
	}
	return err
}

// ours reports whether dir is a dataset or a release that was made by tidywiki: its
// datapackage.json or release.json names the program as its generator. That property
// comes before the long list of resources, so only the beginning of the file is read.
func ours(dir string) bool {
	return marked(filepath.Join(dir, "datapackage.json")) || marked(filepath.Join(dir, "release.json"))
}

func marked(file string) bool {
	f, err := os.Open(file)
	if err != nil {
		return false
	}
	defer f.Close()
	d := json.NewDecoder(f)
	if open, err := d.Token(); err != nil || open != json.Delim('{') {
		return false
	}
	for d.More() {
		key, err := d.Token()
		if err != nil || key == "resources" {
			return false
		}
		var value json.RawMessage
		if d.Decode(&value) != nil {
			return false
		}
		if key == "generator" {
			return strings.HasPrefix(string(value), `"tidywiki`)
		}
	}
	return false
}

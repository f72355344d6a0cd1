package folder

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/tidywiki/tidywiki/load"
)

// Options control which folders may be replaced. The zero value allows only datasets
// made by tidywiki and empty folders.
type Options struct {
	// Force replaces the output folder whatever it holds, unless it holds Sources.
	Force bool
	// Sources are the absolute paths of the files that the run reads. A folder that
	// holds one of them is never replaced.
	Sources []string
}

// A Folder is an output folder that is being written. It is a [load.Sink] that
// several goroutines may use at once; Commit or Rollback ends it.
type Folder struct {
	place   place
	staging string
	lock    *lock
	made    []string // parents that Begin made, outermost first

	mu    sync.Mutex
	ended bool
	taken map[string]struct{} // folded paths
	dirs  map[string]struct{} // folders made below staging
	open  map[*file]struct{}
	files []load.File
}

var _ load.Sink = (*Folder)(nil)

// Begin opens the output folder out for writing. It fails if out may not be
// replaced ([ErrRefused]) or cannot be written. Nothing is visible before Commit.
func Begin(out string, o Options) (*Folder, error) {
	p, err := locate(out)
	if err != nil {
		return nil, err
	}
	if err := p.check(o); err != nil {
		return nil, err
	}
	f := &Folder{place: p, taken: map[string]struct{}{}, dirs: map[string]struct{}{}, open: map[*file]struct{}{}}
	if f.made, err = makeParents(p.parent()); err != nil {
		return nil, p.unwritable(err)
	}
	clearStale(p.path)
	f.staging, f.lock, err = stage(p.path)
	if err != nil {
		removeEmpty(f.made)
		return nil, p.unwritable(err)
	}
	return f, nil
}

// Create begins a file. The path must be relative, with slashes, and valid on all
// systems; two paths that differ only in case are the same. The file is hashed while
// it is written. Close returns any error of Write again.
func (f *Folder) Create(name string) (io.WriteCloser, error) {
	if err := checkPath(name); err != nil {
		return nil, err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.ended {
		return nil, fmt.Errorf("file %q is created after the output folder was completed", name)
	}
	key := fold(name)
	if _, twice := f.taken[key]; twice {
		return nil, fmt.Errorf("file %q is created twice, or differs from another only in case", name)
	}
	f.taken[key] = struct{}{}
	if err := f.makeDir(path.Dir(name)); err != nil {
		return nil, f.place.failed(name, err)
	}
	to, err := os.OpenFile(filepath.Join(f.staging, filepath.FromSlash(name)), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return nil, f.place.failed(name, err)
	}
	w := newFile(f, name, to)
	f.open[w] = struct{}{}
	return w, nil
}

// makeDir makes a folder below staging, once.
func (f *Folder) makeDir(dir string) error {
	if _, done := f.dirs[dir]; done || dir == "." {
		return nil
	}
	if err := os.MkdirAll(filepath.Join(f.staging, filepath.FromSlash(dir)), 0o777); err != nil {
		return err
	}
	f.dirs[dir] = struct{}{}
	return nil
}

// Files returns the files completed so far, sorted by path.
func (f *Folder) Files() []load.File {
	f.mu.Lock()
	defer f.mu.Unlock()
	files := slices.Clone(f.files)
	slices.SortFunc(files, func(a, b load.File) int { return strings.Compare(a.Path, b.Path) })
	return files
}

// Commit gives the folder its name and removes the folder that had it. All files must
// be closed. After an error the old folder is as it was, and Rollback must be called.
func (f *Folder) Commit() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.ended {
		return fmt.Errorf("output folder %s was already completed", f.place.given)
	}
	for w := range f.open {
		return fmt.Errorf("file %q is not closed: output folder %s cannot be completed", w.name, f.place.given)
	}
	if err := syncTree(f.staging); err != nil {
		return f.place.failed("", err)
	}
	old, err := swap(f.staging, f.place.path)
	if err != nil {
		return f.place.failed("", err)
	}
	f.ended = true
	syncDir(f.place.parent())
	// The new dataset is complete. If a part of the old one cannot be removed, the
	// next Begin tries again.
	if old != "" {
		os.RemoveAll(old)
	}
	f.lock.release()
	return nil
}

// Rollback removes everything that was created. After Commit it does nothing, so it
// may be deferred.
func (f *Folder) Rollback() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.ended {
		return nil
	}
	f.ended = true
	for w := range f.open {
		w.drop()
	}
	err := os.RemoveAll(f.staging)
	f.lock.release()
	removeEmpty(f.made)
	return err
}

// swap gives the folder staging the name out, and returns the new path of the old folder,
// or "" if there was none. After an error out is as it was.
func swap(staging, out string) (old string, err error) {
	if _, err := os.Lstat(out); errors.Is(err, fs.ErrNotExist) {
		return "", os.Rename(staging, out)
	} else if err != nil {
		return "", err
	}
	switch err := exchange(staging, out); {
	case err == nil:
		return staging, nil
	case !errors.Is(err, errors.ErrUnsupported):
		return "", &os.LinkError{Op: "exchange", Old: staging, New: out, Err: err}
	}
	return renameTwice(staging, out)
}

// renameTwice is for systems that cannot exchange two folders in one step.
func renameTwice(staging, out string) (old string, err error) {
	old = staging + oldExt
	if err := os.Rename(out, old); err != nil {
		return "", err
	}
	if err := os.Rename(staging, out); err != nil {
		return "", errors.Join(err, os.Rename(old, out))
	}
	return old, nil
}

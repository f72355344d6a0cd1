package folder

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// A run with the random tag 5f0c2a91 uses these paths beside out:
//
//	.out.tidywiki-5f0c2a91.lock   while it runs
//	.out.tidywiki-5f0c2a91        the new folder, after an exchange the old one
//	.out.tidywiki-5f0c2a91.old    the old folder, where an exchange is impossible
const (
	mark    = ".tidywiki-"
	lockExt = ".lock"
	oldExt  = ".old"
	tagLen  = 8
)

// stage makes a staging folder for out and locks it.
func stage(out string) (string, *lock, error) {
	for {
		tag := make([]byte, tagLen/2)
		rand.Read(tag)
		dir := stem(out) + hex.EncodeToString(tag)
		l, err := newLock(dir + lockExt)
		if errors.Is(err, fs.ErrExist) || errors.Is(err, errLockLost) {
			continue
		}
		if err != nil {
			return "", nil, err
		}
		if err := os.Mkdir(dir, 0o777); err != nil {
			l.release()
			return "", nil, err
		}
		return dir, l, nil
	}
}

// stem returns the common beginning of the paths of all staging folders for out. A long
// name is cut, so that the paths are valid.
func stem(out string) string {
	base := filepath.Base(out)
	if most := maxName - len(mark) - tagLen - len(lockExt) - 1; len(base) > most {
		base = base[:most]
	}
	return filepath.Join(filepath.Dir(out), "."+base+mark)
}

// clearStale removes the files of killed runs. It ignores what it cannot remove.
func clearStale(out string) {
	d, err := os.Open(filepath.Dir(out))
	if err != nil {
		return
	}
	defer d.Close()
	names, err := d.Readdirnames(-1)
	if err != nil {
		return
	}
	begin := filepath.Base(stem(out))
	for _, name := range names {
		rest, found := strings.CutPrefix(name, begin)
		if !found || len(rest) < tagLen {
			continue
		}
		tag, ext := rest[:tagLen], rest[tagLen:]
		if _, err := hex.DecodeString(tag); err == nil && (ext == "" || ext == lockExt || ext == oldExt) {
			clearRun(out, stem(out)+tag)
		}
	}
}

// clearRun removes the files of the run with the staging folder dir, unless the run is
// still going on.
func clearRun(out, dir string) {
	l, abandoned := abandonedLock(dir + lockExt)
	if !abandoned {
		return
	}
	if _, err := os.Lstat(out); errors.Is(err, fs.ErrNotExist) {
		os.Rename(dir+oldExt, out)
	}
	os.RemoveAll(dir + oldExt)
	os.RemoveAll(dir)
	l.release()
}

// makeParents makes the folder dir and its parents, and returns those that did not
// exist, outermost first.
func makeParents(dir string) ([]string, error) {
	if _, err := os.Stat(dir); err == nil || !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	made, err := makeParents(filepath.Dir(dir))
	if err != nil {
		return nil, err
	}
	if err := os.Mkdir(dir, 0o777); err != nil && !errors.Is(err, fs.ErrExist) {
		removeEmpty(made)
		return nil, err
	}
	return append(made, dir), nil
}

// removeEmpty removes those of the folders that are empty, innermost first.
func removeEmpty(dirs []string) {
	for i := len(dirs) - 1; i >= 0; i-- {
		os.Remove(dirs[i])
	}
}

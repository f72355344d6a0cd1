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

// Beside out, a run with the random tag 5f0c2a91 uses
//
//	.out.tidywiki-5f0c2a91.lock   as long as it lives
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

// stem is what the paths of all staging folders for out begin with. A long name
// is cut, so that they are not too long to exist.
func stem(out string) string {
	base := filepath.Base(out)
	if most := maxName - len(mark) - tagLen - len(lockExt) - 1; len(base) > most {
		base = base[:most]
	}
	return filepath.Join(filepath.Dir(out), "."+base+mark)
}

// clearStale removes what runs left that were killed. What cannot be removed
// stays: it is in nobody's way.
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

// clearRun removes what is left of the run with that staging folder, unless it
// still lives.
func clearRun(out, dir string) {
	l, dead := deadLock(dir + lockExt)
	if !dead {
		return
	}
	if _, err := os.Lstat(out); errors.Is(err, fs.ErrNotExist) {
		os.Rename(dir+oldExt, out)
	}
	os.RemoveAll(dir + oldExt)
	os.RemoveAll(dir)
	l.release()
}

// makeParents makes the folder dir and returns the folders it had to make,
// outermost first.
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

// removeEmpty removes folders, innermost first, as far as they are empty.
func removeEmpty(dirs []string) {
	for i := len(dirs) - 1; i >= 0; i-- {
		os.Remove(dirs[i])
	}
}

package folder

import (
	"errors"
	"fmt"
	"io/fs"
)

// Beside returns the path of a hidden folder beside the output folder out, in which a
// run may keep what it needs: .out.tidywiki-cache for the name cache. Begin neither
// makes nor removes it.
func Beside(out, name string) (string, error) {
	p, err := locate(out)
	if err != nil {
		return "", err
	}
	return stem(p.path) + name, nil
}

// ErrInUse is the cause of the error of [Reserve] when another process holds the lock.
var ErrInUse = errors.New("in use by another run")

// Reserve creates a lock file, which this process holds until it calls release or ends,
// in whatever way it ends.
func Reserve(path string) (release func(), err error) {
	for {
		l, err := newLock(path)
		if err == nil {
			return l.release, nil
		}
		if errors.Is(err, errLockLost) {
			continue
		}
		if !errors.Is(err, fs.ErrExist) {
			return nil, fmt.Errorf("cannot lock %s: %w", path, cause(err))
		}
		switch l, abandoned := abandonedLock(path); {
		case l != nil:
			return l.release, nil
		case !abandoned:
			return nil, fmt.Errorf("%s: %w: wait for it, or remove that file if there is no other run", path, ErrInUse)
		}
	}
}

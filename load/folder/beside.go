package folder

import (
	"errors"
	"fmt"
	"io/fs"
)

// Beside is the hidden folder beside the output folder out for what a run keeps there
// under a name: .out.tidywiki-cache for cache. Begin neither makes nor removes it.
func Beside(out, name string) (string, error) {
	p, err := locate(out)
	if err != nil {
		return "", err
	}
	return stem(p.path) + name, nil
}

// ErrInUse is the cause of a [Reserve] of what another process holds.
var ErrInUse = errors.New("in use by another run")

// Reserve takes a lock file for this process, which holds it until it releases it or
// dies, however it dies.
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
		switch l, dead := deadLock(path); {
		case l != nil:
			return l.release, nil
		case !dead:
			return nil, fmt.Errorf("%s: %w: wait for it, or remove that file if there is none", path, ErrInUse)
		}
	}
}

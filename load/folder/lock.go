package folder

import (
	"errors"
	"io/fs"
	"os"
)

// A lock is a file that its process holds locked while it lives. The system
// drops the lock of a process that dies, however it dies.
type lock struct{ f *os.File }

var (
	// errLockLost means that another process took the new lock for a dead one's
	// in the moment between its creation and its locking.
	errLockLost = errors.New("lock was taken away")
	// errNoLocks means that the file system or the system has no locks.
	errNoLocks = errors.New("no locks here")
)

// newLock creates a lock file, which must not exist, and locks it.
func newLock(path string) (*lock, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return nil, err
	}
	l := &lock{f}
	switch locked, err := tryLock(f); {
	case errors.Is(err, errNoLocks):
		return l, nil
	case err != nil:
		l.release()
		return nil, err
	case !locked || !l.current():
		f.Close()
		return nil, errLockLost
	}
	return l, nil
}

// deadLock says whether the process that made a lock file is dead, or the file
// gone; then it holds the lock itself, or nil for a file that is gone.
func deadLock(path string) (*lock, bool) {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return nil, errors.Is(err, fs.ErrNotExist)
	}
	l := &lock{f}
	if locked, err := tryLock(f); err != nil || !locked || !l.current() {
		f.Close()
		return nil, false
	}
	return l, true
}

// current says whether the lock file is still the one at its path.
func (l *lock) current() bool {
	here, err := l.f.Stat()
	if err != nil {
		return false
	}
	there, err := os.Stat(l.f.Name())
	return err == nil && os.SameFile(here, there)
}

// release removes the lock file. Windows removes no open file, the others would
// rather that nobody else can lock it first.
func (l *lock) release() {
	if l == nil {
		return
	}
	if os.Remove(l.f.Name()) == nil {
		l.f.Close()
		return
	}
	l.f.Close()
	os.Remove(l.f.Name())
}

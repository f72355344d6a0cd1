package folder

import (
	"errors"
	"io/fs"
	"os"
)

// A lock is a file that its process keeps locked while it runs. The system releases
// the lock when the process ends, in whatever way it ends.
type lock struct{ f *os.File }

var (
	// errLockLost means that another process took the new lock file for an abandoned
	// one, in the moment between its creation and its locking.
	errLockLost = errors.New("lock was taken away")
	// errNoLocks means that the file system or the system does not support locks.
	errNoLocks = errors.New("locks are not supported")
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

// abandonedLock reports whether the process that made a lock file has ended or the file
// is gone. If so, it returns the lock, now held by this process, or nil if the file is
// gone.
func abandonedLock(path string) (*lock, bool) {
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

// current reports whether the locked file is still the one at its path.
func (l *lock) current() bool {
	here, err := l.f.Stat()
	if err != nil {
		return false
	}
	there, err := os.Stat(l.f.Name())
	return err == nil && os.SameFile(here, there)
}

// release removes the lock file: before it is closed, so that no other process can lock
// it, except on Windows, where an open file cannot be removed.
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

package folder

import (
	"errors"
	"io/fs"
	"os"
)

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

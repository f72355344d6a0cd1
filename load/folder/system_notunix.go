//go:build !unix

package folder

import (
	"errors"
	"syscall"
)

// Windows names these errors ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL.
const (
	handleDiskFull = syscall.Errno(39)
	errnoDiskFull  = syscall.Errno(112)
)

func diskFull(err error) bool {
	return errors.Is(err, handleDiskFull) || errors.Is(err, errnoDiskFull)
}

func mounted(string, string) bool { return false }

func syncDir(string) {}

//go:build !linux && !darwin

package folder

import "errors"

func exchange(string, string) error { return errors.ErrUnsupported }

// syncTree does nothing and relies on the file system's journal: these systems have no
// call for a whole folder, and a call for each file would take longer than the
// conversion.
func syncTree(string) error { return nil }

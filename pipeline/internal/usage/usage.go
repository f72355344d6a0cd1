// Package usage has the error of a plan that cannot be carried out.
//
//	err := usage.Errorf("unknown format %q: choose from %s", "cvs", "csv, json")
//	errors.As(err, new(*usage.Error))    // true: the command line is wrong, not the data
package usage

import "fmt"

// An Error is a plan that cannot be: the command line is wrong, not the data.
type Error struct{ Err error }

func (e *Error) Error() string { return e.Err.Error() }

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Errorf returns an [*Error] as [fmt.Errorf] words it.
func Errorf(format string, args ...any) error { return &Error{fmt.Errorf(format, args...)} }

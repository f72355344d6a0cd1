//go:build !unix

package folder

var errFull = errnoDiskFull

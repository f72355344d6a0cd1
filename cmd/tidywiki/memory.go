package main

import (
	"os"
	"runtime/debug"
)

const (
	// gcPercent lets the heap grow to five times what is in use before it is
	// collected. Pages are small: with Go's default of 100 the collector would run
	// for nearly every page.
	gcPercent = 400
	// memoryLimit is where the collector works harder, so that the process stays below
	// 300 MB in all. It is not a bound: large pages need more.
	memoryLimit = 230 << 20
)

// tuneGC sets the garbage collector, except for what the user has set by GOGC or
// GOMEMLIMIT.
func tuneGC() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryLimit)
	}
}

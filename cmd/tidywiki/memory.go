package main

import (
	"os"
	"runtime/debug"
)

// headroom is memory that is asked for and never touched, so that the machine
// gives none. The garbage collector runs whenever what is in use has doubled, and
// pages are small: counting this as in use, it waits until so much more has been
// made, which saves a twentieth of a run's time. Where much is in use it changes
// little.
const headroom = 64 << 20

// mostMemory is what the collector works harder to stay below, headroom not counted:
// pages that are large need more all the same. What is in use beside a few pages are the
// open files of the formats.
const mostMemory = 230 << 20

// limitMemory tells the collector, unless the user has told it something else.
func limitMemory() {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(headroom + mostMemory)
	}
}

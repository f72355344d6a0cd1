//go:build !js && !wasip1

package main

import (
	"os"
	"syscall"
)

// hangup is the signal that the terminal has ended.
var hangup os.Signal = syscall.SIGHUP

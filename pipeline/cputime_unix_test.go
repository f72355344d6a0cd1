//go:build unix

package pipeline

import (
	"syscall"
	"time"
)

// cpuTime is the CPU time of the process so far; on a machine where others are at
// work it says more than the clock.
func cpuTime() time.Duration {
	var r syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &r) != nil {
		return 0
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}

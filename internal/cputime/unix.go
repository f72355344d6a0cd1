//go:build unix

package loadtest

import (
	"syscall"
	"time"
)

// cpuTime is what the process has used of all cores so far. It is steadier than the
// clock where other programs run.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// Command tidywiki turns wiki pages into typed, checked, citable datasets.
//
//	tidywiki convert rivers.txt -o out     out/data/*.csv, .json, .parquet, .arrow, dataset.xlsx
//	tidywiki inspect rivers.txt            outline, tables with types and findings
//
// The exit status is 0 on success, 1 if the command failed and wrote nothing, 2 for
// wrong usage, and 3 if the dataset was written but has findings at or above
// --fail-on. The exit status of diff is that of diff(1): 0 if the datasets are the
// same, 1 if they differ, 2 if they could not be compared.
package main

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"github.com/tidywiki/tidywiki/pipeline"
)

// The exit statuses.
const (
	exitFailed   = 1
	exitUsage    = 2
	exitFindings = 3
)

func main() { os.Exit(run()) }

// stopSignals are the signals at which a run stops and cleans up: Ctrl-C, a request to
// terminate, and the end of the terminal unless it is ignored, as under nohup.
func stopSignals() []os.Signal {
	all := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if hangup != nil && !signal.Ignored(hangup) {
		all = append(all, hangup)
	}
	return all
}

// run is main, but returns the exit status so that deferred calls run.
func run() int {
	ctx, stop := signal.NotifyContext(context.Background(), stopSignals()...)
	defer stop()
	tuneGC()
	u := newUI(os.Stdout, os.Stderr)
	cmd := rootCommand(u)
	err := cmd.ExecuteContext(ctx)
	if err == nil {
		return 0
	}
	var findings *findingsError
	if errors.As(err, &findings) {
		u.failedOn(findings)
		return exitFindings
	}
	if errors.Is(err, errDiffer) {
		return exitFailed
	}
	u.fail(err)
	var wrong *pipeline.UsageError
	if errors.As(err, &wrong) {
		return exitUsage
	}
	return exitFailed
}

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

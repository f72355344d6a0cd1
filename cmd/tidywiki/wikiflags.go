package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/pflag"

	"github.com/tidywiki/tidywiki/pipeline"
)

// wikiFlags say how running wikis are asked.
type wikiFlags struct {
	wiki, contact, cacheDir string
	offline                 bool
	timeout                 time.Duration
	retries                 int
}

func (f *wikiFlags) register(flags *pflag.FlagSet) {
	flags.StringVar(&f.wiki, "wiki", "", "address of a wiki: sources are titles of its pages, or files with a title a line")
	flags.StringVar(&f.contact, "user-agent", "", "who asks wikis, with a way to reach you: \"rivers/1.0 (me@example.org)\"")
	flags.StringVar(&f.cacheDir, "cache-dir", "", "folder for what wikis answered, or none; default one in your own cache folder")
	flags.BoolVar(&f.offline, "offline", false, "ask no wiki, take all from the cache")
	flags.DurationVar(&f.timeout, "timeout", time.Minute, "longest time for one request to a wiki")
	flags.IntVar(&f.retries, "retries", 4, "how often a request to a wiki is repeated that failed for a while")
}

// options are the flags for a plan. The folder for the cache is looked up here,
// as it depends on the user.
func (f *wikiFlags) options() (pipeline.WikiOptions, error) {
	o := pipeline.WikiOptions{Wiki: f.wiki, Contact: f.contact, CacheDir: f.cacheDir, Offline: f.offline, Timeout: f.timeout, Retries: f.retries}
	switch {
	case f.timeout <= 0:
		return o, fmt.Errorf("--timeout %s: give a time such as 30s", f.timeout)
	case f.retries < 0:
		return o, fmt.Errorf("--retries %d: give 0 or more", f.retries)
	case f.retries == 0:
		o.Retries = -1
	}
	switch f.cacheDir {
	case "none":
		o.CacheDir = ""
	case "":
		// Without a home there is no cache.
		if dir, err := os.UserCacheDir(); err == nil {
			o.CacheDir = filepath.Join(dir, "tidywiki", "wikis")
		}
	}
	return o, nil
}

// waiting tells that a wiki is given time. Messages are written whole, as other
// goroutines have theirs.
func (f *outputFlags) waiting(u *ui) func(time.Duration, string) {
	if f.quiet {
		return nil
	}
	return func(d time.Duration, host string) {
		d = d.Round(100 * time.Millisecond)
		if f.logFormat == "json" {
			_ = json.NewEncoder(u.err).Encode(map[string]any{"event": "waiting", "data": map[string]any{"host": host, "seconds": d.Seconds()}})
			return
		}
		fmt.Fprintf(u.err, "%s has no answer for now, trying again in %s\n", host, d)
	}
}

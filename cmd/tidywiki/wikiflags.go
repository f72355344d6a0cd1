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

// wikiFlags are the flags for reading running wikis.
type wikiFlags struct {
	wiki, contact, cacheDir string
	offline                 bool
	timeout                 time.Duration
	retries                 int
}

func (f *wikiFlags) register(flags *pflag.FlagSet) {
	flags.StringVar(&f.wiki, "wiki", "", "URL of a wiki; sources are then titles of its pages, or files with one title per line")
	flags.StringVar(&f.contact, "user-agent", "", "User-Agent sent to wikis; include a contact: \"rivers/1.0 (me@example.org)\"")
	flags.StringVar(&f.cacheDir, "cache-dir", "", "folder for cached responses of wikis, or none; default a folder in your user cache")
	flags.BoolVar(&f.offline, "offline", false, "use only the cache")
	flags.DurationVar(&f.timeout, "timeout", time.Minute, "time limit for one request to a wiki")
	flags.IntVar(&f.retries, "retries", 4, "how often to retry a request that failed temporarily")
}

// options converts the flags. The default cache folder depends on the user, so it is
// looked up here and not in a library.
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
		// Without a home folder there is no cache.
		if dir, err := os.UserCacheDir(); err == nil {
			o.CacheDir = filepath.Join(dir, "tidywiki", "wikis")
		}
	}
	return o, nil
}

// waiting returns a function that reports a pause before a retry. It writes each
// message in one call because other goroutines print as well.
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
		fmt.Fprintf(u.err, "%s is not answering, retrying in %s\n", host, d)
	}
}

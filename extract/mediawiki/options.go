package mediawiki

import (
	"context"
	"io"
	"net/http"
	"time"
)

// Options say how wikis are asked. The zero value has the defaults.
type Options struct {
	// Wiki is the address of the wiki that titles without one are on: its main
	// page, its api.php or any page of it. Without it, titles are errors.
	Wiki string
	// Stdin is what "-" reads. It is an error if that is nil.
	Stdin io.Reader
	// Accounts are addresses with a user name and password, which their hosts are
	// told. Those of other arguments are, too.
	Accounts []string
	// Format is [HTML] (the default), as the wiki shows its pages, or [Wikitext],
	// as their authors wrote them.
	Format string
	// UserAgent is sent with each request. Wikis want it to name the program and a
	// way to reach whoever runs it. Default "tidywiki".
	UserAgent string
	// CacheDir is the folder in which answers are kept; empty for none.
	CacheDir string
	// Offline asks no wiki: all comes from the cache.
	Offline bool
	// MaxBytes is the size that no answer may exceed, uncompressed, 64 MiB if 0.
	MaxBytes int64
	// Timeout is how long one request may take, 60 seconds if 0.
	Timeout time.Duration
	// Retries is how often a request is repeated that failed for a reason that may
	// pass, 4 if 0, never if negative.
	Retries int
	// Transport makes the requests. The default is Go's, with the proxy that the
	// environment names and certificates verified.
	Transport http.RoundTripper
	// Wait sleeps. The default waits for d, or until ctx is done.
	Wait func(ctx context.Context, d time.Duration) error
	// Waiting is told of each wait before it begins. May be nil.
	Waiting func(d time.Duration, why string)
}

// The formats a wiki gives its pages in.
const (
	HTML     = "html"
	Wikitext = "wikitext"
)

func (o Options) withDefaults() Options {
	if o.Format == "" {
		o.Format = HTML
	}
	if o.UserAgent == "" {
		o.UserAgent = "tidywiki"
	}
	if o.MaxBytes <= 0 {
		o.MaxBytes = 64 << 20
	}
	if o.Timeout <= 0 {
		o.Timeout = time.Minute
	}
	if o.Retries == 0 {
		o.Retries = 4
	}
	if o.Transport == nil {
		o.Transport = defaultTransport()
	}
	if o.Wait == nil {
		o.Wait = sleep
	}
	return o
}

// defaultTransport is Go's with few connections: requests follow one another.
func defaultTransport() http.RoundTripper {
	t, ok := http.DefaultTransport.(*http.Transport)
	if !ok {
		return http.DefaultTransport
	}
	t = t.Clone()
	t.MaxConnsPerHost = 2
	t.MaxIdleConnsPerHost = 1
	return t
}

func sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

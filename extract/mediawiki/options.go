package mediawiki

import (
	"cmp"
	"context"
	"io"
	"net/http"
	"time"
)

// Options configures how wikis are read. The zero value has the defaults.
type Options struct {
	// Wiki is the URL of the wiki for titles: its main page, its api.php or any of its
	// pages. Without it, titles are errors.
	Wiki string
	// Stdin is read for the argument "-". If it is nil, that argument is an error.
	Stdin io.Reader
	// Accounts has URLs with a user name and password, which are sent to their hosts.
	// User names and passwords in the arguments of Open are used as well.
	Accounts []string
	// Format is [HTML] (the default) for rendered pages, or [Wikitext] for the saved
	// text.
	Format string
	// UserAgent is sent with each request. It should name the program and have a
	// contact. The default is "tidywiki".
	UserAgent string
	// CacheDir is the folder of the cache; there is no cache if it is empty.
	CacheDir string
	// Offline makes no requests and uses only the cache.
	Offline bool
	// MaxBytes limits the size of a response after decompression, 64 MiB if 0.
	MaxBytes int64
	// Timeout limits the time of one request, 60 seconds if 0.
	Timeout time.Duration
	// Retries is how often a request is retried after a temporary failure: 4 if 0,
	// never if negative.
	Retries int
	// Transport makes the requests. The default is Go's: it uses the proxy of the
	// environment and verifies certificates.
	Transport http.RoundTripper
	// Wait sleeps. The default waits for d, or until ctx is done.
	Wait func(ctx context.Context, d time.Duration) error
	// Waiting, if not nil, is called before each wait with the host.
	Waiting func(d time.Duration, host string)
}

// The formats of pages.
const (
	HTML     = "html"
	Wikitext = "wikitext"
)

func (o Options) withDefaults() Options {
	o.Format = cmp.Or(o.Format, HTML)
	o.UserAgent = cmp.Or(o.UserAgent, "tidywiki")
	if o.MaxBytes <= 0 {
		o.MaxBytes = 64 << 20
	}
	if o.Timeout <= 0 {
		o.Timeout = time.Minute
	}
	o.Retries = cmp.Or(o.Retries, 4)
	if o.Transport == nil {
		o.Transport = defaultTransport()
	}
	if o.Wait == nil {
		o.Wait = sleep
	}
	return o
}

// defaultTransport is Go's with few connections, because requests are sequential.
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

package mediawiki

import (
	"context"
	"errors"
	"fmt"
	"net/http"
)

var (
	// errPrivate is the error for a wiki or page that only its users may read.
	errPrivate = errors.New("only its users may read it; save the page as a file and convert that")
	// errTooLarge is the error for a response over the limit.
	errTooLarge = errors.New("larger than the limit for one response")
	// errNoWiki is the error for a URL that does not belong to a MediaWiki.
	errNoWiki = errors.New("no MediaWiki found there: neither api.php nor rest.php answers; save the page as a file and convert that")
	// errOffline is the error for what is not in the cache.
	errOffline = errors.New("not in the cache; run once without --offline")
	// errTruncated is the error for an incomplete response.
	errTruncated = errors.New("the response was cut off")
)

// A statusError reports a response with an HTTP status other than 200.
type statusError struct{ code int }

func (e *statusError) Error() string {
	text := http.StatusText(e.code)
	if text == "" {
		return fmt.Sprintf("the server returned status %d", e.code)
	}
	return fmt.Sprintf("the server returned %d %s", e.code, text)
}

// An apiError is an error that api.php returned.
type apiError struct{ code, info string }

func (e *apiError) Error() string {
	return "the wiki returned an error: " + e.info + " (" + e.code + ")"
}

// errNotJSON is the error for a response that does not come from api.php.
var errNotJSON = errors.New("not a response of MediaWiki's api.php")

// A retryError reports a request that failed after all retries.
type retryError struct {
	host  string
	tries int
	err   error
}

func (e *retryError) Error() string {
	if e.tries == 1 {
		return fmt.Sprintf("%s: %v", e.host, e.err)
	}
	return fmt.Sprintf("%s: %v; gave up after %d tries", e.host, e.err, e.tries)
}

func (e *retryError) Unwrap() error { return e.err }

// A pageFault is an error that concerns one page only.
type pageFault struct{ error }

// ofPage reports whether an error concerns only the page, and if so, whether it may
// concern the wiki after all: it does if the next pages have the same error.
func ofPage(err error) (page, perhapsWiki bool) {
	var fault *pageFault
	var api *apiError
	var status *statusError
	switch {
	case errors.Is(err, errPrivate):
		return false, false
	case errors.As(err, &fault), errors.Is(err, errTooLarge):
		return true, false
	case errors.As(err, &api):
		return api.code != "maxlag" && api.code != "ratelimited" && api.code != "readonly", isTemporary(err)
	case errors.As(err, &status):
		return status.code == http.StatusNotFound || status.code == http.StatusGone || status.code >= 500, true
	}
	slow := errors.Is(err, context.DeadlineExceeded) || errors.Is(err, errTruncated) || errors.Is(err, errNotJSON)
	return slow, slow
}

package mediawiki

import (
	"context"
	"errors"
	"fmt"
	"net/http"
)

// A PageError is a page that could not be had, while others can be.
type PageError struct {
	Name string // the page's address, or its title where it has none
	Err  error
}

func (e *PageError) Error() string { return e.Name + ": " + e.Err.Error() }

// Unwrap returns the cause.
func (e *PageError) Unwrap() error { return e.Err }

var (
	// ErrPrivate is a wiki, or a page, that only its users may read.
	ErrPrivate = errors.New("only its users may read it; save the page as a file and convert that")
	// ErrTooLarge is an answer over the limit.
	ErrTooLarge = errors.New("larger than the limit for one answer")
	// ErrNoWiki is an address at which no MediaWiki was found.
	ErrNoWiki = errors.New("no MediaWiki found there: neither an api.php nor a rest.php answers; save the page as a file and convert that")
	// ErrOffline is what the cache does not hold.
	ErrOffline = errors.New("not in the cache; run once without --offline")
	// ErrTruncated is an answer that ends before its end.
	ErrTruncated = errors.New("the answer was cut off")
)

// A statusError is an answer that says no.
type statusError struct{ code int }

func (e *statusError) Error() string {
	text := http.StatusText(e.code)
	if text == "" {
		return fmt.Sprintf("the server answers with status %d", e.code)
	}
	return fmt.Sprintf("the server answers %d %s", e.code, text)
}

// An apiError is what api.php answers where it has no result.
type apiError struct{ code, info string }

func (e *apiError) Error() string { return "the wiki answers: " + e.info + " (" + e.code + ")" }

// errNotJSON is an answer that comes from something else than api.php.
var errNotJSON = errors.New("the answer is not what MediaWiki's api.php answers")

// A givenUp is a request that failed as often as it may.
type givenUp struct {
	host  string
	tries int
	err   error
}

func (e *givenUp) Error() string {
	if e.tries == 1 {
		return fmt.Sprintf("%s: %v", e.host, e.err)
	}
	return fmt.Sprintf("%s: %v; gave up after %d tries", e.host, e.err, e.tries)
}

func (e *givenUp) Unwrap() error { return e.err }

// A pageFault is the wiki's refusal of one page.
type pageFault struct{ error }

// ofPage says whether an error concerns the page asked for and not the wiki, and
// whether it may concern the wiki all the same if the next pages have it, too.
func ofPage(err error) (page, perhaps bool) {
	var fault *pageFault
	var api *apiError
	var status *statusError
	switch {
	case errors.Is(err, ErrPrivate):
		return false, false
	case errors.As(err, &fault), errors.Is(err, ErrTooLarge):
		return true, false
	case errors.As(err, &api):
		return api.code != "maxlag" && api.code != "ratelimited" && api.code != "readonly", mayPass(err)
	case errors.As(err, &status):
		return status.code == http.StatusNotFound || status.code == http.StatusGone || status.code >= 500, true
	}
	slow := errors.Is(err, context.DeadlineExceeded) || errors.Is(err, ErrTruncated) || errors.Is(err, errNotJSON)
	return slow, slow
}

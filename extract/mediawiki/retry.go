package mediawiki

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"net"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// isTemporary reports whether a request may succeed if it is retried.
func isTemporary(err error) bool {
	var status *statusError
	var api *apiError
	var redirect *redirectError
	var dns *net.DNSError
	var certificate *tls.CertificateVerificationError
	switch {
	case errors.As(err, &status):
		switch status.code {
		case http.StatusRequestTimeout, http.StatusTooManyRequests, http.StatusInternalServerError,
			http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
			return true
		}
		return false
	case errors.As(err, &api):
		return api.code == "maxlag" || api.code == "ratelimited" || api.code == "readonly" ||
			strings.HasPrefix(api.code, "internal_api_error")
	case errors.As(err, &dns):
		return !dns.IsNotFound
	case errors.As(err, &redirect), errors.As(err, &certificate), errors.Is(err, errTooLarge), errors.Is(err, errPrivate),
		errors.Is(err, errNotJSON):
		return false
	}
	return true
}

const (
	firstPause = time.Second
	// longestPause limits our own pauses, longestAsked those that a wiki asks for.
	longestPause = time.Minute
	longestAsked = 5 * time.Minute
)

// pause returns how long to wait before the next try: as long as the wiki asks for, or
// else twice as long each time. Up to half of it is random, so that clients that failed
// together do not retry together.
func pause(try int, a *answer, why error) (time.Duration, error) {
	if d, ok := asked(a); ok {
		if d > longestAsked {
			return 0, fmt.Errorf("%w; try again after %s", why, d)
		}
		return d, nil
	}
	d := longestPause
	if try < 7 {
		d = min(d, firstPause<<(try-1))
	}
	return d/2 + rand.N(d/2+1), nil
}

// asked returns the time in Retry-After: seconds, or a date. A date is compared with
// that of the response, because clocks differ.
func asked(a *answer) (time.Duration, bool) {
	if a == nil {
		return 0, false
	}
	text := strings.TrimSpace(a.header.Get("Retry-After"))
	if n, err := strconv.Atoi(text); err == nil && n >= 0 && n <= math.MaxInt32 {
		return time.Duration(n) * time.Second, true
	}
	until, err := http.ParseTime(text)
	now, err2 := http.ParseTime(a.header.Get("Date"))
	if err != nil || err2 != nil {
		return 0, false
	}
	return max(0, until.Sub(now)), true
}

func (c *client) wait(ctx context.Context, d time.Duration, host string) error {
	if c.opt.Waiting != nil {
		c.opt.Waiting(d, host)
	}
	return c.opt.Wait(ctx, d)
}

package mediawiki

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
)

// A client makes requests, retries them after temporary failures, and limits the size of
// responses. It must not be used by several goroutines at once.
type client struct {
	opt  Options
	http *http.Client
	// users has user names and passwords by origin. They are sent to that origin only.
	users map[string]*url.Userinfo
}

func newClient(opt Options) *client {
	c := &client{opt: opt, users: map[string]*url.Userinfo{}}
	c.http = &http.Client{Transport: opt.Transport, CheckRedirect: c.checkRedirect}
	return c
}

// An answer is a complete response.
type answer struct {
	url    *url.URL // after redirects
	status int
	kind   string // the media type, without parameters
	body   []byte
	header http.Header
}

// get requests a URL. judge returns an error for a response that cannot be used. After a
// temporary error of judge or of the network, get tries again. The error is a
// *retryError, or that of ctx.
func (c *client) get(ctx context.Context, u *url.URL, judge func(*answer) error) (*answer, error) {
	for try := 1; ; try++ {
		a, err := c.once(ctx, u)
		if err == nil {
			err = judge(a)
		}
		if err == nil {
			return a, nil
		}
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if try > c.opt.Retries || !isTemporary(err) {
			return nil, &retryError{u.Host, try, err}
		}
		d, err := pause(try, a, err)
		if err != nil {
			return nil, &retryError{u.Host, try, err}
		}
		if err := c.wait(ctx, d, u.Host); err != nil {
			return nil, err
		}
	}
}

func (c *client) once(ctx context.Context, u *url.URL) (*answer, error) {
	ctx, cancel := context.WithTimeout(ctx, c.opt.Timeout)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, errors.New("not a URL that can be requested")
	}
	req.Header.Set("User-Agent", c.opt.UserAgent)
	if user, ok := c.users[origin(u)]; ok {
		password, _ := user.Password()
		req.SetBasicAuth(user.Username(), password)
	}
	resp, err := c.http.Do(req)
	if errors.Is(err, io.EOF) {
		return nil, errors.New("the connection was closed without a response")
	}
	if err != nil {
		return nil, c.reason(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, c.opt.MaxBytes+1))
	if err != nil {
		return nil, c.reason(err)
	}
	if int64(len(body)) > c.opt.MaxBytes {
		return nil, fmt.Errorf("%w, %d bytes", errTooLarge, c.opt.MaxBytes)
	}
	kind, _, _ := strings.Cut(resp.Header.Get("Content-Type"), ";")
	return &answer{resp.Request.URL, resp.StatusCode, strings.ToLower(strings.TrimSpace(kind)), body, resp.Header}, nil
}

// reason rewords a network error and removes the URL from it.
func (c *client) reason(err error) error {
	var at *url.Error
	if errors.As(err, &at) {
		err = at.Err
	}
	var dns *net.DNSError
	var certificate *tls.CertificateVerificationError
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		return fmt.Errorf("no response within %s: %w", c.opt.Timeout, context.DeadlineExceeded)
	case errors.As(err, &dns) && dns.IsNotFound:
		return fmt.Errorf("%w; check the URL", err)
	case errors.As(err, &certificate):
		return fmt.Errorf("%w; the wiki needs a certificate that this machine trusts", err)
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return errTruncated
	}
	return err
}

// maxRedirects is the number of redirects that one request may follow.
const maxRedirects = 5

// A redirectError is a redirect that is not followed.
type redirectError struct{ why string }

func (e *redirectError) Error() string { return "the server redirects " + e.why }

// checkRedirect allows redirects to http and https, but not from https to http. It does
// not send the user name and password of one server to another.
func (c *client) checkRedirect(req *http.Request, via []*http.Request) error {
	from := via[len(via)-1].URL
	switch {
	case len(via) > maxRedirects:
		return &redirectError{fmt.Sprintf("more than %d times", maxRedirects)}
	case !isWeb(req.URL):
		return &redirectError{"not to http or https"}
	case from.Scheme == "https" && req.URL.Scheme == "http":
		return &redirectError{"from https to http, which anybody on the way could change"}
	}
	req.URL.User = nil
	if origin(req.URL) != origin(via[0].URL) {
		req.Header.Del("Authorization")
	}
	return nil
}

func isWeb(u *url.URL) bool { return (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" }

// origin returns the scheme and host of a URL.
func origin(u *url.URL) string { return u.Scheme + "://" + strings.ToLower(u.Host) }

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

// A client makes requests: politely, again where that may help, and never more
// than it was told to read. It is for one goroutine.
type client struct {
	opt  Options
	http *http.Client
	// users are the user names and passwords that addresses had, by origin. They
	// are sent to that origin and to no other.
	users map[string]*url.Userinfo
}

func newClient(opt Options) *client {
	c := &client{opt: opt, users: map[string]*url.Userinfo{}}
	c.http = &http.Client{Transport: opt.Transport, CheckRedirect: c.checkRedirect}
	return c
}

// An answer is what came back, read to its end.
type answer struct {
	url    *url.URL // where it came from, after redirects
	status int
	kind   string // the media type, without parameters
	body   []byte
	header http.Header
}

// get asks for an address. judge says whether an answer will do; its error, and
// those of the network, are followed by another try where that may help. The
// error is a *givenUp, or that of ctx.
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
		if try > c.opt.Retries || !mayPass(err) {
			return nil, &givenUp{u.Host, try, err}
		}
		d, err := pause(try, a, err)
		if err != nil {
			return nil, &givenUp{u.Host, try, err}
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
		return nil, errors.New("not an address that can be asked")
	}
	req.Header.Set("User-Agent", c.opt.UserAgent)
	if user, ok := c.users[origin(u)]; ok {
		password, _ := user.Password()
		req.SetBasicAuth(user.Username(), password)
	}
	resp, err := c.http.Do(req)
	if errors.Is(err, io.EOF) {
		return nil, errors.New("the connection was closed without an answer")
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
		return nil, fmt.Errorf("%w, %d bytes", ErrTooLarge, c.opt.MaxBytes)
	}
	kind, _, _ := strings.Cut(resp.Header.Get("Content-Type"), ";")
	return &answer{resp.Request.URL, resp.StatusCode, strings.ToLower(strings.TrimSpace(kind)), body, resp.Header}, nil
}

// reason is a network error without the address in it, as what it means.
func (c *client) reason(err error) error {
	var at *url.Error
	if errors.As(err, &at) {
		err = at.Err
	}
	var dns *net.DNSError
	var certificate *tls.CertificateVerificationError
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		return fmt.Errorf("no answer within %s: %w", c.opt.Timeout, context.DeadlineExceeded)
	case errors.As(err, &dns) && dns.IsNotFound:
		return fmt.Errorf("%w; check the address", err)
	case errors.As(err, &certificate):
		return fmt.Errorf("%w; the wiki needs a certificate that this machine trusts", err)
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return ErrTruncated
	}
	return err
}

// mostRedirects is how often one request may be sent elsewhere.
const mostRedirects = 5

// A redirectError is a redirect that is not followed.
type redirectError struct{ why string }

func (e *redirectError) Error() string { return "the server sends elsewhere: " + e.why }

// checkRedirect follows redirects that stay on the web and do not give up its
// encryption. What was said to one server in confidence is not said to another.
func (c *client) checkRedirect(req *http.Request, via []*http.Request) error {
	from := via[len(via)-1].URL
	switch {
	case len(via) > mostRedirects:
		return &redirectError{fmt.Sprintf("more than %d times", mostRedirects)}
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

// origin is the scheme and host of an address.
func origin(u *url.URL) string { return u.Scheme + "://" + strings.ToLower(u.Host) }

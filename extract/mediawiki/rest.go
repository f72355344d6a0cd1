package mediawiki

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// A rest is the REST API of a wiki without a public action API,
// https://www.mediawiki.org/wiki/API:REST_API. Its HTML is Parsoid's.
type rest struct {
	client *client
	url    *url.URL // of rest.php
	site   siteInfo
}

var _ wiki = (*rest)(nil)

// A restPage is the description of a page or revision by rest.php.
type restPage struct {
	ID        int64
	Title     string
	Timestamp time.Time // of a revision
	Latest    struct {
		ID        int64
		Timestamp time.Time
	}
	Page struct { // of a revision
		ID    int64
		Title string
	}
	Model    string `json:"content_model"`
	License  license
	Source   *string
	HTTPCode int
}

func (r *rest) endpoint(parts ...string) *url.URL {
	u := *r.url
	u.Path += "/v1/" + strings.Join(parts, "/")
	escaped := make([]string, len(parts))
	for i, p := range parts {
		escaped[i] = url.PathEscape(p)
	}
	u.RawPath = r.url.EscapedPath() + "/v1/" + strings.Join(escaped, "/")
	return &u
}

// askREST returns nil if there is a rest.php at a URL. rest.php answers in JSON even if
// it does not have the requested revision.
func askREST(ctx context.Context, c *client, at *url.URL) error {
	r := &rest{client: c, url: at}
	var p restPage
	err := r.call(ctx, r.endpoint("revision", "0", "bare"), &p)
	var status *statusError
	if errors.As(err, &status) && status.code == http.StatusNotFound && p.HTTPCode == status.code {
		return nil
	}
	if err == nil {
		return errNotJSON
	}
	return err
}

func (r *rest) call(ctx context.Context, u *url.URL, p *restPage) error {
	_, err := r.client.get(ctx, u, func(ans *answer) error {
		if ans.kind == "application/json" {
			if err := json.Unmarshal(ans.body, p); err != nil {
				return errTruncated
			}
		}
		return restFault(ans)
	})
	return err
}

func restFault(ans *answer) error {
	switch {
	case closed(ans):
		return errPrivate
	case ans.status != http.StatusOK:
		return &statusError{ans.status}
	}
	return nil
}

func (r *rest) revisions(ctx context.Context, refs []ref) (map[ref]revision, error) {
	found := make(map[ref]revision, len(refs))
	for _, f := range refs {
		rev, err := r.one(ctx, f)
		if err != nil {
			return nil, err
		}
		found[f] = rev
	}
	return found, nil
}

func (r *rest) one(ctx context.Context, f ref) (revision, error) {
	var u *url.URL
	switch {
	case f.ID != 0:
		u = r.endpoint("revision", strconv.FormatInt(f.ID, 10), "bare")
	case f.Page != 0:
		return revision{Refused: "this wiki has no api.php; name the page by its title"}, nil
	default:
		u = r.endpoint("page", f.Title, "bare")
	}
	var p restPage
	err := r.call(ctx, u, &p)
	var status *statusError
	if errors.As(err, &status) && status.code == http.StatusNotFound {
		return revision{Title: f.Title, Refused: "the wiki has no such page; check the title"}, nil
	}
	if err != nil {
		return revision{}, err
	}
	rev := revision{Title: clean(p.Title), Page: p.ID, ID: p.Latest.ID, Time: p.Latest.Timestamp, Model: p.Model, License: p.License}
	if f.ID != 0 {
		rev.Title, rev.Page, rev.ID, rev.Time = clean(p.Page.Title), p.Page.ID, p.ID, p.Timestamp
	}
	if rev.ID <= 0 {
		return revision{}, fmt.Errorf("%w: no revision in it", errNotJSON)
	}
	rev.URL = r.site.page(rev.Title)
	return rev, nil
}

func (r *rest) members(context.Context, string, func(members) bool) error {
	return errors.New("this wiki has no api.php to list the pages in a category; name the pages")
}

func (r *rest) content(ctx context.Context, rev revision, format string) ([]byte, error) {
	id := strconv.FormatInt(rev.ID, 10)
	if format == Wikitext {
		var p restPage
		if err := r.call(ctx, r.endpoint("revision", id), &p); err != nil {
			return nil, err
		}
		if p.Source == nil {
			return nil, fmt.Errorf("%w: no text in it", errNotJSON)
		}
		return []byte(*p.Source), nil
	}
	ans, err := r.client.get(ctx, r.endpoint("revision", id, "html"), func(ans *answer) error {
		if err := restFault(ans); err != nil {
			return err
		}
		if ans.kind != "text/html" {
			return errNotJSON
		}
		// Without a length, this is the only sign of a response that was cut off.
		if tail := bytes.TrimSpace(ans.body); !bytes.HasSuffix(tail, []byte("</html>")) {
			return errTruncated
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if m := parsoidRedirect.FindSubmatch(ans.body); m != nil {
		return nil, &pageFault{fmt.Errorf("a redirect, which this wiki's rest.php does not follow; name %s instead", clean(string(m[1])))}
	}
	return ans.body, nil
}

// parsoidRedirect finds the target of a redirect,
// https://www.mediawiki.org/wiki/Specs/HTML#Redirects.
var parsoidRedirect = regexp.MustCompile(`<link rel="mw:PageProp/redirect" href="\./([^"]*)"`)

package mediawiki

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
)

// An api is the action API of a wiki, https://www.mediawiki.org/wiki/API:Main_page.
type api struct {
	client *client
	url    *url.URL // of api.php, without a query
	site   siteInfo
}

var _ wiki = (*api)(nil)

// maxLag is the replication lag of the wiki's databases, in seconds, above which the
// wiki refuses requests.
const maxLag = "5"

// call sends a request to api.php and decodes the response into v.
func (a *api) call(ctx context.Context, v any, params url.Values) error {
	params.Set("format", "json")
	params.Set("formatversion", "2")
	params.Set("maxlag", maxLag)
	u := *a.url
	u.RawQuery = params.Encode()
	ans, err := a.client.get(ctx, &u, func(ans *answer) error { return decodeAPI(ans, v) })
	if err == nil && strings.HasSuffix(ans.url.Path, "/api.php") {
		// After a redirect, use the new URL from now on.
		a.url = &url.URL{Scheme: ans.url.Scheme, Host: ans.url.Host, Path: ans.url.Path}
	}
	return err
}

// decodeAPI decodes a response of api.php, or returns its error.
func decodeAPI(ans *answer, v any) error {
	var fault struct {
		Error *struct{ Code, Info string }
	}
	isJSON := ans.kind == "application/json"
	if closed(ans) {
		return errPrivate
	}
	// Errors are short, so a long response is not decoded twice.
	const longestFault = 64 << 10
	if isJSON && len(ans.body) <= longestFault {
		if err := json.Unmarshal(ans.body, &fault); err != nil {
			return errTruncated
		}
	}
	switch {
	case fault.Error != nil && fault.Error.Code == "readapidenied":
		return errPrivate
	case fault.Error != nil:
		return &apiError{clean(fault.Error.Code), clean(fault.Error.Info)}
	case ans.status != http.StatusOK:
		return &statusError{ans.status}
	case !isJSON:
		return errNotJSON
	}
	var syntax *json.SyntaxError
	if err := json.Unmarshal(ans.body, v); errors.As(err, &syntax) {
		return errTruncated
	} else if err != nil {
		return fmt.Errorf("%w: MediaWiki 1.25 or later is needed", errNotJSON)
	}
	return nil
}

// closed reports whether a response asks for a login, or is a refusal by MediaWiki itself.
// A refusal by something else, such as a server that offers some scripts only, does not
// count.
func closed(ans *answer) bool {
	return ans.status == http.StatusUnauthorized || ans.status == http.StatusForbidden && ans.kind == "application/json"
}

// clean returns text from a server as one line without control characters, shortened if
// it is long.
func clean(s string) string {
	s = strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r <= ' ' || r == 0x7F }), " ")
	if r := []rune(s); len(r) > 300 {
		return string(r[:300]) + "..."
	}
	return s
}

// content gets the rendered page or its wikitext.
func (a *api) content(ctx context.Context, rev revision, format string) ([]byte, error) {
	if format == Wikitext {
		return a.wikitext(ctx, rev)
	}
	var got struct {
		Parse struct {
			RevID int64
			Text  *string
		}
	}
	err := a.call(ctx, &got, url.Values{"action": {"parse"}, "oldid": {strconv.FormatInt(rev.ID, 10)}, "prop": {"text|revid"},
		"disablelimitreport": {"1"}, "disableeditsection": {"1"}, "disabletoc": {"1"}})
	switch {
	case err != nil:
		return nil, err
	case got.Parse.Text == nil || got.Parse.RevID != rev.ID:
		return nil, fmt.Errorf("%w: no page in it", errNotJSON)
	}
	return []byte(*got.Parse.Text), nil
}

func (a *api) wikitext(ctx context.Context, rev revision) ([]byte, error) {
	var got struct {
		Query struct{ Pages []apiPage }
	}
	err := a.call(ctx, &got, url.Values{"action": {"query"}, "revids": {strconv.FormatInt(rev.ID, 10)},
		"prop": {"revisions"}, "rvprop": {"ids|content"}, "rvslots": {"main"}})
	if err != nil {
		return nil, err
	}
	for _, p := range got.Query.Pages {
		for _, r := range p.Revisions {
			if r.RevID != rev.ID {
				continue
			}
			switch content := r.content(); {
			case content != nil:
				return []byte(*content), nil
			case r.hidden():
				return nil, &pageFault{errors.New("the text of this revision was hidden by the wiki's administrators")}
			}
		}
	}
	return nil, fmt.Errorf("%w: no text in it", errNotJSON)
}

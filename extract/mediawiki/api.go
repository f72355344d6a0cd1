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

// maxLag is how many seconds the wiki's databases may be behind before it tells us
// to come back later.
const maxLag = "5"

// call asks api.php and decodes its answer into v.
func (a *api) call(ctx context.Context, v any, params url.Values) error {
	params.Set("format", "json")
	params.Set("formatversion", "2")
	params.Set("maxlag", maxLag)
	u := *a.url
	u.RawQuery = params.Encode()
	ans, err := a.client.get(ctx, &u, func(ans *answer) error { return decodeAPI(ans, v) })
	if err == nil && strings.HasSuffix(ans.url.Path, "/api.php") {
		// Who was sent elsewhere goes there at once the next time.
		a.url = &url.URL{Scheme: ans.url.Scheme, Host: ans.url.Host, Path: ans.url.Path}
	}
	return err
}

// decodeAPI judges an answer of api.php.
func decodeAPI(ans *answer, v any) error {
	var fault struct {
		Error *struct{ Code, Info string }
	}
	isJSON := ans.kind == "application/json"
	if closed(ans) {
		return ErrPrivate
	}
	// Errors are short; what is long need not be read twice.
	const longestFault = 64 << 10
	if isJSON && len(ans.body) <= longestFault {
		if err := json.Unmarshal(ans.body, &fault); err != nil {
			return ErrTruncated
		}
	}
	switch {
	case fault.Error != nil && fault.Error.Code == "readapidenied":
		return ErrPrivate
	case fault.Error != nil:
		return &apiError{clean(fault.Error.Code), clean(fault.Error.Info)}
	case ans.status != http.StatusOK:
		return &statusError{ans.status}
	case !isJSON:
		return errNotJSON
	}
	var syntax *json.SyntaxError
	if err := json.Unmarshal(ans.body, v); errors.As(err, &syntax) {
		return ErrTruncated
	} else if err != nil {
		return fmt.Errorf("%w: MediaWiki 1.25 or later is needed", errNotJSON)
	}
	return nil
}

// closed says whether an answer asks who we are, or turns us away in MediaWiki's own
// name. What others turn away, such as a server that shows some scripts only, is
// another matter.
func closed(ans *answer) bool {
	return ans.status == http.StatusUnauthorized || ans.status == http.StatusForbidden && ans.kind == "application/json"
}

// clean makes one line of what a server says, without control characters and
// not too long.
func clean(s string) string {
	s = strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r <= ' ' || r == 0x7F }), " ")
	if r := []rune(s); len(r) > 300 {
		return string(r[:300]) + "..."
	}
	return s
}

// content asks for the page as the wiki shows it, or as it was written.
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
		return nil, fmt.Errorf("%w: it has no page", errNotJSON)
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
	return nil, fmt.Errorf("%w: it has no text", errNotJSON)
}

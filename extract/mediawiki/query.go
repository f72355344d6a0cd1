package mediawiki

import (
	"cmp"
	"context"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// An apiPage is one page in the response to a query.
type apiPage struct {
	PageID    int64
	Title     string
	Missing   bool
	Invalid   bool
	Special   bool
	Reason    string `json:"invalidreason"`
	Model     string `json:"contentmodel"`
	Language  string `json:"pagelanguage"`
	BCP47     string `json:"pagelanguagehtmlcode"`
	Touched   string
	URL       string `json:"canonicalurl"`
	Revisions []apiRevision
}

type apiRevision struct {
	RevID      int64
	Timestamp  time.Time
	Content    *string
	TextHidden bool
	Slots      struct {
		Main struct {
			Content    *string
			TextHidden bool
		}
	}
}

func (r apiRevision) content() *string {
	if r.Slots.Main.Content != nil {
		return r.Slots.Main.Content
	}
	return r.Content
}

func (r apiRevision) hidden() bool { return r.TextHidden || r.Slots.Main.TextHidden }

// A queryAnswer is the response to a query for revisions, with all its parts joined.
type queryAnswer struct {
	Continue map[string]any
	Query    struct {
		Normalized, Converted []apiMove
		Redirects             []apiMove
		Interwiki             []struct{ Title, Iw string }
		BadRevIDs             map[string]any
		Pages                 []apiPage
	}
}

// An apiMove maps a requested title to the title that the wiki uses.
type apiMove struct {
	FromEncoded bool
	From, To    string
	Section     string `json:"tofragment"`
}

func (m apiMove) from() string {
	if m.FromEncoded {
		if s, err := url.QueryUnescape(m.From); err == nil {
			return s
		}
	}
	return m.From
}

// revisions gets the revisions of all refs with one request.
func (a *api) revisions(ctx context.Context, refs []ref) (map[ref]revision, error) {
	params := url.Values{"action": {"query"}, "prop": {"info|revisions"}, "inprop": {"url"}, "rvprop": {"ids|timestamp"}}
	name, values := refValues(refs)
	params.Set(name, values)
	if name == "titles" {
		params.Set("redirects", "1")
	}
	got, err := a.query(ctx, params)
	if err != nil {
		return nil, err
	}
	found := make(map[ref]revision, len(refs))
	for _, r := range refs {
		switch {
		case r.ID != 0:
			found[r] = a.byRevision(got, r.ID)
		case r.Page != 0:
			found[r] = a.byNumber(got, r.Page)
		default:
			found[r] = a.byTitle(got, r.Title)
		}
	}
	return found, nil
}

// refValues returns the name and value of the parameter for refs.
func refValues(refs []ref) (name, values string) {
	list := make([]string, len(refs))
	for i, r := range refs {
		switch {
		case r.ID != 0:
			name, list[i] = "revids", strconv.FormatInt(r.ID, 10)
		case r.Page != 0:
			name, list[i] = "pageids", strconv.FormatInt(r.Page, 10)
		default:
			name, list[i] = "titles", r.Title
		}
	}
	return name, strings.Join(list, "|")
}

// maxParts is the number of parts that one response may have.
const maxParts = 100

// query sends requests until the response is complete.
func (a *api) query(ctx context.Context, params url.Values) (*queryAnswer, error) {
	all := &queryAnswer{}
	for range maxParts {
		var part queryAnswer
		if err := a.call(ctx, &part, params); err != nil {
			return nil, err
		}
		q, p := &all.Query, part.Query
		q.Normalized = append(q.Normalized, p.Normalized...)
		q.Converted = append(q.Converted, p.Converted...)
		q.Redirects = append(q.Redirects, p.Redirects...)
		q.Interwiki = append(q.Interwiki, p.Interwiki...)
		q.Pages = append(q.Pages, p.Pages...)
		if q.BadRevIDs == nil {
			q.BadRevIDs = p.BadRevIDs
		}
		if len(part.Continue) == 0 {
			return all, nil
		}
		for k, v := range part.Continue {
			params.Set(k, fmt.Sprint(v))
		}
	}
	return nil, fmt.Errorf("%w: it does not end", errNotJSON)
}

func (a *api) byRevision(got *queryAnswer, id int64) revision {
	for _, p := range got.Query.Pages {
		for _, r := range p.Revisions {
			if r.RevID == id {
				return a.revision(p, r)
			}
		}
	}
	return revision{Refused: fmt.Sprintf("the wiki has no revision %d, or does not show it", id)}
}

func (a *api) byNumber(got *queryAnswer, number int64) revision {
	for _, p := range got.Query.Pages {
		if p.PageID == number && !p.Missing {
			return a.page(p)
		}
	}
	return revision{Refused: fmt.Sprintf("the wiki has no page with the number %d", number)}
}

// byTitle follows the renames and redirects in the response.
func (a *api) byTitle(got *queryAnswer, title string) revision {
	move := func(moves []apiMove) (section string, moved bool) {
		for _, m := range moves {
			if m.from() == title {
				title = m.To
				return m.Section, true
			}
		}
		return "", false
	}
	move(got.Query.Normalized)
	move(got.Query.Converted)
	from, section, redirected := title, "", false
	for range got.Query.Redirects {
		s, moved := move(got.Query.Redirects)
		if !moved {
			break
		}
		redirected = true
		section = s
	}
	for _, i := range got.Query.Interwiki {
		if i.Title == title {
			return revision{Title: title, Refused: "a page of another wiki (" + clean(i.Iw) + "): give its URL"}
		}
	}
	for _, p := range got.Query.Pages {
		if p.Title != title {
			continue
		}
		rev := a.page(p)
		if redirected {
			rev.From, rev.Section = from, section
		}
		return rev
	}
	if redirected {
		return revision{Title: title, Refused: "a redirect to a page that does not exist"}
	}
	return revision{Title: title, Refused: "the wiki's response does not have the page"}
}

// page returns the current revision of a page.
func (a *api) page(p apiPage) revision {
	switch {
	case p.Special:
		return revision{Title: p.Title, Refused: "a special page, which has no text of its own"}
	case p.Invalid:
		return revision{Title: p.Title, Refused: "not a valid title: " + clean(p.Reason)}
	case p.Missing:
		return revision{Title: p.Title, Refused: "the wiki has no such page; check the title"}
	case len(p.Revisions) == 0:
		return revision{Title: p.Title, Refused: "the wiki does not show its revisions"}
	}
	return a.revision(p, p.Revisions[0])
}

func (a *api) revision(p apiPage, r apiRevision) revision {
	language := p.BCP47
	language = cmp.Or(language, p.Language)
	return revision{Title: clean(p.Title), Page: p.PageID, ID: r.RevID, Time: r.Timestamp, Touched: p.Touched, Language: language,
		URL: p.URL, Model: p.Model, License: a.site.License}
}

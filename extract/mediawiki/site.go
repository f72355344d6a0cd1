package mediawiki

import (
	"context"
	"encoding/json"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/cases"
)

// siteInfo has facts about a wiki.
type siteInfo struct {
	// API and REST are the URLs of api.php and rest.php; one of them is empty.
	API, REST string
	// Server is the scheme and host for citing pages. ArticlePath and Variants are the
	// paths of pages, with $1 for the title and $2 for a variant of the language. Script
	// is the path of index.php.
	Server, ArticlePath, Variants, Script string
	// Categories has the names of the category namespace.
	Categories []string
	License    license
}

// An apiSite is the response of api.php for siteInfo.
type apiSite struct {
	Query struct {
		General struct {
			Server, ArticlePath, Script string
			VariantArticlePath          any // false if there is none
		}
		RightsInfo license
		Namespaces map[string]struct {
			ID              int
			Name, Canonical string
		}
		NamespaceAliases []struct {
			ID    int
			Alias string
		}
	}
}

// askSite gets the facts about a wiki from its api.php.
func askSite(ctx context.Context, c *client, at *url.URL) (siteInfo, error) {
	a := &api{client: c, url: at}
	var got apiSite
	err := a.call(ctx, &got, url.Values{"action": {"query"}, "meta": {"siteinfo"},
		"siprop": {"general|rightsinfo|namespaces|namespacealiases"}})
	if err != nil {
		return siteInfo{}, err
	}
	general := got.Query.General
	if general.ArticlePath == "" || !strings.HasPrefix(general.Script, "/") {
		return siteInfo{}, errNotJSON
	}
	info := siteInfo{API: a.url.String(), ArticlePath: clean(general.ArticlePath), Script: clean(general.Script),
		Server: serverOf(general.Server, a.url), License: got.Query.RightsInfo}
	info.Variants, _ = general.VariantArticlePath.(string)
	const categoryNamespace = 14
	for _, n := range got.Query.Namespaces {
		if n.ID == categoryNamespace {
			info.Categories = append(info.Categories, n.Name, n.Canonical)
		}
	}
	for _, n := range got.Query.NamespaceAliases {
		if n.ID == categoryNamespace {
			info.Categories = append(info.Categories, n.Alias)
		}
	}
	slices.Sort(info.Categories)
	return info, nil
}

// serverOf returns the scheme and host that a wiki gives for itself. They may lack the
// scheme or be unusable; then those of the request are used.
func serverOf(said string, at *url.URL) string {
	u, err := at.Parse(said)
	if err != nil || !isWeb(u) {
		return origin(at)
	}
	return origin(u)
}

// isCategory reports whether a title is the title of a category.
func (s siteInfo) isCategory(title string) bool {
	space, name, found := strings.Cut(title, ":")
	fold := cases.Fold()
	space = fold.String(strings.TrimSpace(space))
	return found && strings.TrimSpace(name) != "" && slices.ContainsFunc(s.Categories, func(c string) bool {
		return c != "" && fold.String(c) == space
	})
}

// permanent returns the URL of a revision.
func (s siteInfo) permanent(title string, id int64) string {
	q := "?oldid=" + strconv.FormatInt(id, 10)
	if title != "" {
		q = "?title=" + url.QueryEscape(strings.ReplaceAll(title, " ", "_")) + "&oldid=" + strconv.FormatInt(id, 10)
	}
	return s.Server + s.Script + q
}

// page returns the URL of the current page.
func (s siteInfo) page(title string) string {
	escaped := (&url.URL{Path: strings.ReplaceAll(title, " ", "_")}).EscapedPath()
	path := strings.Replace(s.ArticlePath, "$1", escaped, 1)
	if u, err := url.Parse(path); err == nil && isWeb(u) {
		return path
	}
	return s.Server + path
}

// ref parses the URL of a page on this wiki. It returns false if the URL does not name a
// page.
func (s siteInfo) ref(u *url.URL) (ref, bool) {
	q := u.Query()
	if id, ok := number(q.Get("oldid")); ok {
		return ref{ID: id}, true
	}
	if id, ok := number(q.Get("curid")); ok {
		return ref{Page: id}, true
	}
	if title := normal(q.Get("title")); title != "" {
		return ref{Title: title}, true
	}
	title, ok := s.titleIn(u.Path)
	return ref{Title: title}, ok
}

// titleIn returns the title in the path of a URL.
func (s siteInfo) titleIn(path string) (string, bool) {
	patterns := []string{s.ArticlePath, s.Script + "/$1"}
	if s.Variants != "" && !strings.HasPrefix(path, s.Script[:strings.LastIndexByte(s.Script, '/')+1]) {
		variants := strings.Replace(s.Variants, "$1", "\x00", 1)
		before, after, _ := strings.Cut(variants, "$2")
		if rest, ok := strings.CutPrefix(path, before); ok {
			if name, _, found := strings.Cut(rest, "/"); found {
				patterns = append(patterns, before+name+strings.Replace(after, "\x00", "$1", 1))
			}
		}
	}
	for _, p := range append(patterns, "/wiki/$1") {
		if u, err := url.Parse(p); err == nil && u.Path != "" {
			p = u.Path
		}
		before, after, found := strings.Cut(p, "$1")
		if !found || len(path) < len(before)+len(after) || !strings.HasPrefix(path, before) || !strings.HasSuffix(path, after) {
			continue
		}
		if title := normal(path[len(before) : len(path)-len(after)]); title != "" {
			return title, true
		}
	}
	return "", false
}

func number(s string) (int64, bool) {
	n, err := strconv.ParseInt(strings.TrimSpace(s), 10, 64)
	return n, err == nil && n > 0
}

// UnmarshalJSON reads a licence in the form of api.php or rest.php.
func (l *license) UnmarshalJSON(b []byte) error {
	var said struct{ URL, Text, Title string }
	if err := json.Unmarshal(b, &said); err != nil {
		return err
	}
	*l = license{said.URL, said.Text}
	if said.Text == "" {
		l.Text = said.Title
	}
	l.URL, l.Text = clean(l.URL), clean(l.Text)
	return nil
}

package mediawiki

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// discover finds the scripts of the wiki that a URL belongs to. It tries the usual places
// and the link in the page itself.
func discover(ctx context.Context, c *client, u *url.URL) (siteInfo, error) {
	folders := scriptFolders(u)
	var refused error // by something that is not a script of a wiki
	for i, folder := range folders {
		info, err := askSite(ctx, c, below(u, folder, "api.php"))
		if err == nil || !elsewhere(err) {
			return info, err
		}
		if turnedAway(err) {
			refused = err
		}
		if i > 0 {
			continue
		}
		if at := namedAPI(ctx, c, u); at != nil {
			if info, err := askSite(ctx, c, at); err == nil || !elsewhere(err) {
				return info, err
			}
		}
	}
	for _, folder := range folders {
		at := below(u, folder, "rest.php")
		if err := askREST(ctx, c, at); err == nil {
			return siteInfo{REST: at.String(), Server: origin(u), ArticlePath: articlePath(u), Script: folder + "/index.php",
				Categories: []string{"Category"}}, nil
		} else if !elsewhere(err) {
			return siteInfo{}, err
		}
	}
	if refused != nil {
		return siteInfo{}, refused
	}
	return siteInfo{}, &retryError{u.Host, 1, errNoWiki}
}

// turnedAway reports whether the server refused access as a whole.
func turnedAway(err error) bool {
	var status *statusError
	return errors.As(err, &status) && status.code == http.StatusForbidden
}

// elsewhere reports whether the scripts may be in another place, because something else
// answered.
func elsewhere(err error) bool {
	var status *statusError
	var redirect *redirectError
	if errors.Is(err, errPrivate) {
		return false
	}
	return errors.As(err, &redirect) || errors.Is(err, errNotJSON) ||
		errors.As(err, &status) && (status.code == http.StatusNotFound || status.code == http.StatusForbidden ||
			status.code == http.StatusGone || status.code == http.StatusMethodNotAllowed)
}

// scriptFolders returns the folders where the scripts may be, the likeliest first.
func scriptFolders(u *url.URL) []string {
	var folders []string
	add := func(f string) {
		if f = strings.TrimSuffix(f, "/"); !slices.Contains(folders, f) {
			folders = append(folders, f)
		}
	}
	for _, script := range []string{"/api.php", "/rest.php", "/index.php"} {
		if before, _, found := strings.Cut(u.Path, script); found {
			add(before)
		}
	}
	if before, _, found := strings.Cut(u.Path+"/", "/wiki/"); found {
		add(before + "/w")
		add(before)
		add(before + "/wiki")
	}
	add("/w")
	add("")
	if i := strings.LastIndexByte(u.Path, '/'); i > 0 && strings.Count(u.Path, "/") <= 3 {
		add(u.Path[:i])
	}
	add("/wiki")
	add("/mediawiki")
	return folders
}

// articlePath guesses the path of pages of a wiki without api.php.
func articlePath(u *url.URL) string {
	if before, _, found := strings.Cut(u.Path, "/index.php"); found {
		return before + "/index.php/$1"
	}
	if before, _, found := strings.Cut(u.Path, "/wiki/"); found {
		return before + "/wiki/$1"
	}
	return "/wiki/$1"
}

func below(u *url.URL, folder, script string) *url.URL {
	return &url.URL{Scheme: u.Scheme, Host: u.Host, Path: folder + "/" + script}
}

// namedAPI reads a page and returns the URL of api.php in its link
// <link rel="EditURI" href="//wiki.example/w/api.php?action=rsd">, or nil.
func namedAPI(ctx context.Context, c *client, u *url.URL) *url.URL {
	ans, err := c.get(ctx, u, func(ans *answer) error {
		if ans.kind != "text/html" && ans.kind != "application/xhtml+xml" {
			return errNotJSON
		}
		return nil // even the page for a missing title has the link
	})
	if err != nil {
		return nil
	}
	at, err := ans.url.Parse(editURI(ans.body))
	if err != nil || !isWeb(at) || !strings.HasSuffix(at.Path, "/api.php") {
		return nil
	}
	if u.Scheme == "https" {
		at.Scheme = "https"
	}
	return &url.URL{Scheme: at.Scheme, Host: at.Host, Path: at.Path}
}

// editURI returns the URL in the link EditURI of a page, or "".
func editURI(page []byte) string {
	z := html.NewTokenizer(bytes.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return ""
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			if t.Data == "body" {
				return ""
			}
			if t.Data != "link" {
				continue
			}
			var rel, href string
			for _, a := range t.Attr {
				switch a.Key {
				case "rel":
					rel = a.Val
				case "href":
					href = a.Val
				}
			}
			if strings.EqualFold(strings.TrimSpace(rel), "EditURI") {
				return href
			}
		}
	}
}

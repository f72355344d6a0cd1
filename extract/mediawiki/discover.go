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

// discover finds the scripts of the wiki that an address belongs to. Most wikis
// have them where others have theirs; a page of the wiki names them, too.
func discover(ctx context.Context, c *client, u *url.URL) (siteInfo, error) {
	folders := scriptFolders(u)
	var refused error // by something that is no wiki's script
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
	return siteInfo{}, &givenUp{u.Host, 1, ErrNoWiki}
}

// turnedAway says whether a server did not let us in at all.
func turnedAway(err error) bool {
	var status *statusError
	return errors.As(err, &status) && status.code == http.StatusForbidden
}

// elsewhere says whether the scripts may be at another place, as something
// answered that is not them.
func elsewhere(err error) bool {
	var status *statusError
	var redirect *redirectError
	if errors.Is(err, ErrPrivate) {
		return false
	}
	return errors.As(err, &redirect) || errors.Is(err, errNotJSON) ||
		errors.As(err, &status) && (status.code == http.StatusNotFound || status.code == http.StatusForbidden ||
			status.code == http.StatusGone || status.code == http.StatusMethodNotAllowed)
}

// scriptFolders are the paths at which the scripts may be, the likeliest first.
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

// articlePath is where the pages of a wiki without api.php seem to be.
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

// namedAPI reads a page for where it says that api.php is:
// <link rel="EditURI" href="//wiki.example/w/api.php?action=rsd">. It is nil if
// the page cannot be had, or says nothing that can be used.
func namedAPI(ctx context.Context, c *client, u *url.URL) *url.URL {
	ans, err := c.get(ctx, u, func(ans *answer) error {
		if ans.kind != "text/html" && ans.kind != "application/xhtml+xml" {
			return errNotJSON
		}
		return nil // pages that are missing name it, too
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

// editURI is the address in the link EditURI of a page, or empty.
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

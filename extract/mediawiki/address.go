package mediawiki

import (
	"errors"
	"fmt"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// IsAddress reports whether an argument is a URL. [Open] refuses URLs that are not http
// or https.
func IsAddress(arg string) bool {
	scheme, rest, found := strings.Cut(arg, "://")
	if !found || scheme == "" || rest == "" {
		return false
	}
	for _, r := range scheme {
		if r > unicode.MaxASCII || !unicode.IsLetter(r) && !strings.ContainsRune("+-.0123456789", r) {
			return false
		}
	}
	return true
}

// parseAddress parses a URL and separates the user name and password from it, so that
// they cannot be printed. Errors do not contain them either.
func parseAddress(arg string) (*url.URL, *url.Userinfo, error) {
	u, err := url.Parse(strings.TrimSpace(arg))
	if err != nil {
		return nil, nil, fmt.Errorf("%s: not a valid URL", redact(arg))
	}
	u.Scheme = strings.ToLower(u.Scheme)
	if !isWeb(u) {
		return nil, nil, fmt.Errorf("%s: only http and https URLs can be read", redact(arg))
	}
	user := u.User
	u.User, u.Fragment, u.RawFragment = nil, "", ""
	u.Host = strings.ToLower(u.Host)
	return u, user, nil
}

// redact removes the user name and password from a URL, even if it is invalid.
func redact(arg string) string {
	before, rest, found := strings.Cut(arg, "://")
	if !found {
		return arg
	}
	end := strings.IndexAny(rest, "/?#")
	if end < 0 {
		end = len(rest)
	}
	// A password may contain a character that ends a host. The last @ is still its end
	// if there is a colon but no path before it.
	if at := strings.LastIndexByte(rest[:end], '@'); at >= 0 {
		return before + "://" + rest[at+1:]
	}
	if at := strings.LastIndexByte(rest, '@'); at >= 0 && strings.ContainsRune(rest[:end], ':') && !isPort(rest[:end]) {
		return before + "://" + rest[at+1:]
	}
	return arg
}

// isPort reports whether a host has digits after its colon.
func isPort(host string) bool {
	port := host[strings.LastIndexByte(host, ':')+1:]
	return port != "" && strings.Trim(port, "0123456789") == ""
}

// normal normalizes a title as far as that does not depend on the wiki: underscores are
// spaces, and space around the title is removed.
func normal(title string) string {
	if title, _, _ = strings.Cut(title, "#"); !utf8.ValidString(title) {
		title = strings.ToValidUTF8(title, "\uFFFD")
	}
	return strings.Join(strings.Fields(norm.NFC.String(strings.ReplaceAll(title, "_", " "))), " ")
}

// faultOf returns an error for a title that no page can have. Such a title must not be in
// a request for many pages.
func faultOf(title string) error {
	const longest = 255 // bytes
	switch {
	case title == "":
		return errors.New("an empty title")
	case len(title) > longest+len("Category talk:"):
		return fmt.Errorf("a title of more than %d bytes", longest)
	case strings.ContainsAny(title, "|<>[]{}\uFFFD") || strings.ContainsFunc(title, unicode.IsControl):
		return errors.New("not a valid title: it must not contain | < > [ ] { }")
	}
	return nil
}

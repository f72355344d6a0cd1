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

// IsAddress says whether an argument is the address of a page on the web, or of
// something elsewhere that [Open] refuses with the reason.
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

// parseAddress reads an address. User name and password come apart from it, so
// that what is printed cannot hold them; errors have none either.
func parseAddress(arg string) (*url.URL, *url.Userinfo, error) {
	u, err := url.Parse(strings.TrimSpace(arg))
	if err != nil {
		return nil, nil, fmt.Errorf("%s: not a web address", Redact(arg))
	}
	u.Scheme = strings.ToLower(u.Scheme)
	if !isWeb(u) {
		return nil, nil, fmt.Errorf("%s: only http and https addresses can be read", Redact(arg))
	}
	user := u.User
	u.User, u.Fragment, u.RawFragment = nil, "", ""
	u.Host = strings.ToLower(u.Host)
	return u, user, nil
}

// Redact takes user name and password out of an address, whether or not it is a
// good one.
func Redact(arg string) string {
	before, rest, found := strings.Cut(arg, "://")
	if !found {
		return arg
	}
	end := strings.IndexAny(rest, "/?#")
	if end < 0 {
		end = len(rest)
	}
	// A password may hold what ends a host; then the last @ is still its end if
	// what is before it holds a colon and no path.
	if at := strings.LastIndexByte(rest[:end], '@'); at >= 0 {
		return before + "://" + rest[at+1:]
	}
	if at := strings.LastIndexByte(rest, '@'); at >= 0 && strings.ContainsRune(rest[:end], ':') && !isPort(rest[:end]) {
		return before + "://" + rest[at+1:]
	}
	return arg
}

// isPort says whether a host has digits behind its colon.
func isPort(host string) bool {
	port := host[strings.LastIndexByte(host, ':')+1:]
	return port != "" && strings.Trim(port, "0123456789") == ""
}

// normal is a title as MediaWiki has it, but for what depends on the wiki:
// without underscores and space around it.
func normal(title string) string {
	if title, _, _ = strings.Cut(title, "#"); !utf8.ValidString(title) {
		title = strings.ToValidUTF8(title, "\uFFFD")
	}
	return strings.Join(strings.Fields(norm.NFC.String(strings.ReplaceAll(title, "_", " "))), " ")
}

// faultOf says why no page can have a title, before it is asked for beside others.
func faultOf(title string) error {
	const longest = 255 // bytes
	switch {
	case title == "":
		return errors.New("an empty title")
	case len(title) > longest+len("Category talk:"):
		return fmt.Errorf("a title of more than %d bytes", longest)
	case strings.ContainsAny(title, "|<>[]{}\uFFFD") || strings.ContainsFunc(title, unicode.IsControl):
		return errors.New("no title that a page can have: none of | < > [ ] { } may be in it")
	}
	return nil
}

// Package spdx names licenses by their SPDX identifiers, https://spdx.org/licenses/.
//
//	spdx.ByURL("https://creativecommons.org/licenses/by-sa/4.0/deed.en")   "CC-BY-SA-4.0"
//	spdx.ByURL("https://example.org/terms")                                ""
package spdx

import (
	_ "embed"
	"net/url"
	"regexp"
	"strings"

	"github.com/tidywiki/tidywiki/internal/wordlist"
)

// licenses.txt has the addresses of licenses from which no SPDX identifier follows,
// and the identifiers.
//
//go:embed licenses.txt
var licenses string

// creativeCommons matches the path of a license of Creative Commons, from which its
// identifier follows: /licenses/by-sa/4.0/ is CC-BY-SA-4.0. A version for one country
// is another license, and in the list if it has an identifier.
var creativeCommons = regexp.MustCompile(`^/licenses/(by(?:-nc)?(?:-nd|-sa)?)/(1\.0|2\.0|2\.5|3\.0|4\.0)(?:/(?:index\.html)?|/deed\.[a-z-]+|/legalcode)?$`)

// ByURL returns the identifier of the license at an address, or "" if it is not known.
// The address may lack its scheme.
func ByURL(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return ""
	}
	host := strings.TrimPrefix(strings.ToLower(u.Host), "www.")
	path := strings.ToLower(u.Path)
	if host == "creativecommons.org" {
		if m := creativeCommons.FindStringSubmatch(path); m != nil {
			return "CC-" + strings.ToUpper(m[1]) + "-" + m[2]
		}
	}
	for known, id := range wordlist.Pairs(licenses) {
		if strings.TrimSuffix(host+path, "/") == known {
			return id
		}
	}
	return ""
}

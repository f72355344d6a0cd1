package mediawiki

import (
	_ "embed"
	"net/url"
	"regexp"
	"strings"
)

// licenses.txt has the addresses of licences from which no SPDX identifier follows,
// and the identifiers.
//
//go:embed licenses.txt
var licenseList string

// creative finds the parts of an address of Creative Commons, whose identifiers
// follow from it: /licenses/by-sa/4.0/ is CC-BY-SA-4.0. A version for one country
// is another licence, and in the list if it has an identifier.
var creative = regexp.MustCompile(`^/licenses/(by(?:-nc)?(?:-nd|-sa)?)/(1\.0|2\.0|2\.5|3\.0|4\.0)(?:/|/deed\.[a-z-]+|/legalcode)?$`)

// spdx returns the SPDX identifier of a licence, https://spdx.org/licenses/, and
// whether there is one.
func (l license) spdx() (string, bool) {
	u, err := url.Parse(l.URL)
	if err != nil || u.Host == "" {
		return "", false
	}
	host := strings.TrimPrefix(strings.ToLower(u.Host), "www.")
	path := strings.ToLower(u.Path)
	if host == "creativecommons.org" {
		if m := creative.FindStringSubmatch(path); m != nil {
			return "CC-" + strings.ToUpper(m[1]) + "-" + m[2], true
		}
	}
	for line := range strings.Lines(licenseList) {
		fields := strings.Fields(line)
		if len(fields) == 2 && strings.TrimSuffix(host+path, "/") == fields[0] {
			return fields[1], true
		}
	}
	return "", false
}

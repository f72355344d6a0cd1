package release

import (
	"net/url"
	"slices"
	"strings"

	"github.com/tidywiki/tidywiki/load/datapackage"
)

// licenses names those whose text has an address that everybody knows.
var knownLicenses = []datapackage.License{
	{Name: "CC-BY-SA-4.0", Path: "https://creativecommons.org/licenses/by-sa/4.0/", Title: "Creative Commons Attribution-ShareAlike 4.0"},
	{Name: "CC-BY-SA-3.0", Path: "https://creativecommons.org/licenses/by-sa/3.0/", Title: "Creative Commons Attribution-ShareAlike 3.0"},
	{Name: "CC-BY-4.0", Path: "https://creativecommons.org/licenses/by/4.0/", Title: "Creative Commons Attribution 4.0"},
	{Name: "CC-BY-3.0", Path: "https://creativecommons.org/licenses/by/3.0/", Title: "Creative Commons Attribution 3.0"},
	{Name: "CC0-1.0", Path: "https://creativecommons.org/publicdomain/zero/1.0/", Title: "Creative Commons CC0 1.0"},
	{Name: "GFDL-1.2", Path: "https://www.gnu.org/licenses/old-licenses/fdl-1.2", Title: "GNU Free Documentation License 1.2"},
	{Name: "GFDL-1.3", Path: "https://www.gnu.org/licenses/fdl-1.3", Title: "GNU Free Documentation License 1.3"},
	{Name: "Apache-2.0", Path: "https://www.apache.org/licenses/LICENSE-2.0", Title: "Apache License 2.0"},
	{Name: "MIT", Path: "https://opensource.org/license/mit", Title: "MIT License"},
}

// licenseOf describes a licence. Its variants -only and -or-later have the text of
// the licence itself.
func licenseOf(id string) datapackage.License {
	base := strings.TrimSuffix(strings.TrimSuffix(id, "-only"), "-or-later")
	for _, l := range knownLicenses {
		if l.Name == base {
			l.Name = id
			return l
		}
	}
	return datapackage.License{Name: cleanLicense(id)}
}

// cleanLicense leaves of a name what a Data Package allows in one.
func cleanLicense(id string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x80 && (r >= '0' && r <= '9' || r|0x20 >= 'a' && r|0x20 <= 'z' || strings.ContainsRune("-._", r)) {
			return r
		}
		return '-'
	}, id)
}

// licenses are those of the dataset: the one it was given, or those of its pages.
func (r *Release) licenses() []string {
	if r.info.License != "" {
		return []string{r.info.License}
	}
	return slices.Clone(r.pages.licenses)
}

// wikimedia are the projects whose texts are under CC BY-SA 4.0. Others of the
// foundation have licences of their own, or several.
var wikimedia = []string{"wikipedia.org", "wiktionary.org", "wikibooks.org", "wikiquote.org", "wikisource.org",
	"wikiversity.org", "wikivoyage.org", "mediawiki.org"}

// wikimediaLicense returns the licence of a page of a wiki of Wikimedia, "" for
// another address.
func wikimediaLicense(where string) string {
	if wikiOf(where) == "" {
		return ""
	}
	return "CC-BY-SA-4.0"
}

// wikiOf returns the beginning of the address of a page of a wiki of Wikimedia, up
// to the name of the wiki: https://en.wikipedia.org.
func wikiOf(where string) string {
	u, err := url.Parse(where)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Port() != "" {
		return ""
	}
	host := strings.ToLower(u.Hostname())
	for _, w := range wikimedia {
		if host == w || strings.HasSuffix(host, "."+w) {
			return "https://" + strings.Replace(host, ".m.", ".", 1)
		}
	}
	return ""
}

// permanent returns the address of a page as it was at that revision, "" if it
// is not known.
func (s *source) permanent() string {
	wiki := wikiOf(s.where)
	if wiki == "" || s.revision == "" {
		return ""
	}
	return wiki + "/w/index.php?oldid=" + s.revision
}

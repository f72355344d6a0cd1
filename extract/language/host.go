package language

import (
	"net/url"
	"strings"

	"golang.org/x/text/language"
)

// hosts are the subdomains of Wikimedia's wikis whose names are not the tags of their
// languages (https://meta.wikimedia.org/wiki/Special_language_codes).
var hosts = map[string]string{"simple": "en", "als": "gsw", "bat-smg": "sgs", "be-x-old": "be-tarask", "cbk-zam": "cbk",
	"fiu-vro": "vro", "roa-rup": "rup", "zh-classical": "lzh", "zh-min-nan": "nan", "zh-yue": "yue", "no": "nb"}

// wikis are the domains below which a subdomain is a language.
var wikis = []string{".wikipedia.org", ".wiktionary.org", ".wikibooks.org", ".wikiquote.org", ".wikisource.org",
	".wikinews.org", ".wikiversity.org", ".wikivoyage.org"}

// OfURL returns the language of the wiki at an address, "" if the address is not one of
// a wiki with a language.
func OfURL(address string) string {
	if !strings.Contains(address, "//") {
		return ""
	}
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return OfHost(u.Hostname())
}

// OfHost returns the language that a host names: "de" for de.m.wikipedia.org. It is ""
// for www.wikipedia.org and hosts of others.
func OfHost(host string) string {
	host = strings.ToLower(host)
	for _, w := range wikis {
		name, ok := strings.CutSuffix(host, w)
		if !ok {
			continue
		}
		name = strings.TrimSuffix(name, ".m")
		if tag := hosts[name]; tag != "" {
			return tag
		}
		if tag, err := language.Parse(name); err == nil && name != "www" {
			return tag.String()
		}
	}
	return ""
}

// Clean returns a tag as BCP 47 writes it, "" if it is none: "pt-br" is "pt-BR".
func Clean(tag string) string {
	t, err := language.Parse(strings.TrimSpace(tag))
	if err != nil || t == language.Und {
		return ""
	}
	return t.String()
}

package preprocess

import "strings"

// variable resolves a magic word without arguments
// (https://www.mediawiki.org/wiki/Help:Magic_words#Variables). Those that ask for
// the clock or for the wiki's state have no value here: they are templates that
// are not known.
func (e *expander) variable(name string) (string, bool) {
	switch name {
	case "!":
		return "|", true
	case "=":
		return "=", true
	case "PAGENAME", "FULLPAGENAME", "BASEPAGENAME", "SUBPAGENAME", "ROOTPAGENAME":
		return e.opt.Title, e.opt.Title != ""
	case "PAGENAMEE", "FULLPAGENAMEE", "BASEPAGENAMEE", "SUBPAGENAMEE":
		return strings.ReplaceAll(e.opt.Title, " ", "_"), e.opt.Title != ""
	case "NAMESPACE", "NAMESPACEE", "NAMESPACENUMBER":
		return "", true
	}
	return "", false
}

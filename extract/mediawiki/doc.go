// Package mediawiki reads pages from running wikis that use MediaWiki.
//
//	set, err := mediawiki.Open([]string{
//		"https://en.wikipedia.org/wiki/Rhine",                     the current page
//		"https://en.wikipedia.org/w/index.php?oldid=1234567",      a revision
//		"https://en.wikipedia.org/?curid=26104",                   a page by its number
//		"https://en.wikipedia.org/wiki/Category:Rivers_of_Europe", the pages in a category
//	}, mediawiki.Options{})
//	for src, err := range set.All(ctx) { ... }
//
// yields sources as
//
//	Source{Name: "https://en.wikipedia.org/wiki/Rhine", Title: "Rhine", Format: "html",
//		Language: "en", License: "CC-BY-SA-4.0",
//		Revision: {ID: 1300000001, Time: 2025-07-12T10:11:12Z, URL: "https://en.wikipedia.org/w/index.php?title=Rhine&oldid=1300000001"},
//		Data: "<div class=\"mw-parser-output\">..."}
//
// # Requests
//
// The package finds the wiki's api.php and asks for facts about the wiki. Then it asks
// for the revision of each page, with one request for up to fifty pages, and for the
// content of those revisions that are not in the cache. A second run requests only
// what has changed. If api.php is not public, it uses rest.php, which has titles and
// revisions but neither categories nor page numbers.
//
// Requests are sent one after another with a User-Agent. They are delayed when the wiki
// asks for it (Retry-After, maxlag) and retried when it does not answer, as
// https://www.mediawiki.org/wiki/API:Etiquette recommends.
//
// # Errors
//
// A page that is missing, unreadable or too large yields a [*source.PageError], and the
// sequence continues. A wiki that cannot be reached, or that only its users may read,
// ends the sequence with an error. Names and errors never contain the user name or
// password of a URL.
package mediawiki

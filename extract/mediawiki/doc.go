// Package mediawiki reads pages of running wikis: any that MediaWiki serves.
//
//	set, err := mediawiki.Open([]string{
//		"https://en.wikipedia.org/wiki/Rhine",                     a page, as it is now
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
// # What is asked
//
// First where the wiki's api.php is, and what the wiki says of itself; then, for up
// to fifty pages with one request, which revision each has; then the content of
// those revisions that the cache does not hold. A second run asks only for what has
// changed. Where a wiki keeps api.php to itself, its rest.php is asked, which knows
// titles and revisions but neither categories nor page numbers.
//
// Requests go out one after another, say who asks, and wait when the wiki says so
// (Retry-After, maxlag) or does not answer; https://www.mediawiki.org/wiki/API:Etiquette
// is the standard.
//
// # What can go wrong
//
// A page that is missing, unreadable or too large yields a [*PageError], and the
// next page follows. A wiki that cannot be reached, or that only its users may
// read, ends the sequence with an error that says so. Names and errors never hold
// the user name or password of an address.
package mediawiki

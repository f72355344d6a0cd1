// Package wikitext reads MediaWiki markup as MediaWiki's own parser does.
//
//	{| class="wikitable"          Table
//	! River !! Length                row 1: th "River", th "Length"
//	|-                        ->     row 2: td "Rhine" (link to Rhine), td "1,233 km"
//	| [[Rhine]] || 1,233 [[km]]
//	|}
//
// It works in two halves. Package preprocess resolves comments, templates and
// tags; what is left is read line by line here: table markup becomes the tags it
// stands for, and these go through the table rules of the HTML parser
// (https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-intable), so
// that wiki markup, HTML tables and mixtures of both come out as in a browser.
//
// Any bytes are a page: markup that does not hold together stays text.
package wikitext

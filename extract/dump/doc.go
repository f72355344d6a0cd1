// Package dump reads the pages of MediaWiki XML dumps: the exports of a whole wiki,
// or of some of its pages, in any schema from 0.3 to 0.11.
//
//	d, err := dump.Open("aawiki-pages-articles-multistream.xml.bz2", dump.Options{})
//	for src, err := range d.Pages(ctx, d.Whole(), &counts)
//
//	<mediawiki xml:lang="aa">
//	  <siteinfo><base>https://aa.wikipedia.org/wiki/Main_Page</base></siteinfo>
//	  <page>
//	    <title>Rhine</title> <ns>0</ns>
//	    <revision>
//	      <id>12</id> <timestamp>2013-03-05T09:00:00Z</timestamp>
//	      <text bytes="16">{|&lt;!-- --&gt; |}</text>
//
//	->	Source{Name: "https://aa.wikipedia.org/wiki/Rhine", Title: "Rhine", Format: "wikitext",
//		Language: "aa", License: "CC-BY-SA-4.0",
//		Revision: {12, 2013-03-05 09:00, "https://aa.wikipedia.org/w/index.php?oldid=12"},
//		Data: "{|<!-- --> |}"}
//
// A file may be plain, or compressed by gzip, zstd or bzip2, in UTF-8 or UTF-16; all of
// that is told from its bytes. Blocks of bzip2 are decoded in parallel.
//
// Of each page of the main namespace the latest revision is read. Redirects, pages of
// other namespaces or titles than those asked for, of other models than wikitext, and
// those whose text is not in the dump are passed over and counted: see [Counts].
//
// [Dump.Ranges] divides a dump into parts that can be read alone, by other processes
// and in any order, each page in exactly one of them.
//
// A dump that is cut off or damaged yields the pages that are whole before the damage,
// then a [*DamageError].
//
// The pages are found by a scanner of tags that reads over texts at the speed of
// memory. It agrees with encoding/xml on all that is well-formed; where a text is not,
// it is read as far as it goes.
//
// Schemas: https://www.mediawiki.org/wiki/Help:Export#Export_format.
package dump

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
// A file may be plain or compressed by gzip, zstd or bzip2, in UTF-8 or UTF-16; the
// package detects this from the content. Blocks of bzip2 are decoded in parallel.
//
// By default the latest revision of each page in the main namespace is read. Other
// pages are skipped and counted in [Counts]: redirects, pages with another namespace,
// title or content model, and pages whose text is not in the dump.
//
// [Dump.Ranges] divides a dump into parts that can be read separately, by other
// processes and in any order. Each page is in exactly one part.
//
// A dump that is cut off or damaged yields the complete pages before the damage and
// then a [*DamageError]. A dump without </mediawiki> is cut off.
//
// The scanner looks only for tags and passes over text at the speed of memory. It
// agrees with encoding/xml on well-formed input, and reads other input as far as it
// can.
//
// Schemas: https://www.mediawiki.org/wiki/Help:Export#Export_format.
package dump

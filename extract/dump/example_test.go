package dump_test

import (
	"context"
	"fmt"
	"log"
	"strings"

	"github.com/tidywiki/tidywiki/extract/dump"
)

func ExampleDump_Pages() {
	const export = `<mediawiki xml:lang="en">
	  <siteinfo><base>https://en.wikipedia.org/wiki/Main_Page</base></siteinfo>
	  <page>
	    <title>Rhine</title><ns>0</ns>
	    <revision>
	      <id>12</id><timestamp>2013-03-05T09:00:00Z</timestamp>
	      <text>The &lt;b&gt;Rhine&lt;/b&gt; is long.</text>
	    </revision>
	  </page>
	  <page><title>Rhein</title><ns>0</ns><redirect title="Rhine"/></page>
	</mediawiki>`
	d, err := dump.OpenReader("export.xml", strings.NewReader(export), dump.Options{})
	if err != nil {
		log.Fatal(err)
	}
	var n dump.Counts
	for src, err := range d.Pages(context.Background(), d.Whole(), &n) {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Printf("%s: %s\n%s\n", src.Name, src.Text(), src.Revision.URL)
	}
	fmt.Printf("%d of %d pages read, %d redirects\n", n.Read, n.Pages, n.Redirects)
	// Output:
	// https://en.wikipedia.org/wiki/Rhine: The <b>Rhine</b> is long.
	// https://en.wikipedia.org/w/index.php?oldid=12
	// 1 of 2 pages read, 1 redirects
}

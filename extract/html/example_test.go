package html_test

import (
	"context"
	"fmt"
	"os"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/html"
	"github.com/tidywiki/tidywiki/extract/source"
)

func Example() {
	page := &source.Source{Data: []byte(`<title>Rivers - A wiki</title>
<h2>Lengths</h2>
<table class="wikitable">
<tr><th>River<th>Length
<tr><td><a href="/wiki/Rhine">Rhine</a>
<td data-sort-value="1233">1,233 km</table>
`)}
	doc, err := html.New(html.Options{}).Extract(context.Background(), page)
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := document.Dump(os.Stdout, doc); err != nil {
		fmt.Println(err)
	}
	// Output:
	// html ⟨Rivers⟩, 6 lines
	//    1 section 0 level 1 ⟨Rivers⟩
	//    2 section 1 level 2 in 0 ⟨Lengths⟩
	//    3   table to 6 class ⟨wikitable⟩
	//    4     row !⟨River⟩ !⟨Length⟩
	//    5     row ⟨Rhine⟩ link 0-5 ⟨Rhine⟩ 6:⟨1,233 km⟩ sort ⟨1233⟩
}

func ExampleDetect() {
	for _, page := range []string{"<!DOCTYPE html><p>Rhine", "<table><tr><td>Rhine</table>", "<table><tr><td>[[Rhine]]</table>", "Rhine"} {
		fmt.Println(html.Detect([]byte(page)))
	}
	// Output:
	// 99
	// 90
	// 20
	// 1
}

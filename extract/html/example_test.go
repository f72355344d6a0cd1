package html_test

import (
	"context"
	"fmt"

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
	doc.Walk(func(s *document.Section, b document.Block) {
		table := b.(*document.Table)
		fmt.Printf("%s: %s, lines %d to %d\n", s.Title.Plain, table.Class, table.Line, table.LastLine)
		for _, row := range table.Rows {
			for _, c := range row.Cells {
				fmt.Printf("%d %q %v %q\n", c.Line, c.Text.Plain, c.Header, c.Text.SortKey())
			}
		}
	})
	// Output:
	// Lengths: wikitable, lines 3 to 6
	// 4 "River" true ""
	// 4 "Length" true ""
	// 5 "Rhine" false ""
	// 6 "1,233 km" false "1233"
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

package plain_test

import (
	"context"
	"fmt"
	"log"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/plain"
	"github.com/tidywiki/tidywiki/extract/source"
)

func ExampleParser_Extract() {
	page := `= Rivers =
Infobox
- Country: Examplia
- Surveyed: 4 May | by = Ann

The rivers carry
1,200 ships.
==Lengths==
== Names ==
| River | Length |
|---|---|
| Rhine | 1,233 |
| Elbe
- The Rhine
  - its upper course
`
	d, err := plain.New(plain.Options{}).Extract(context.Background(), &source.Source{Data: []byte(page)})
	if err != nil {
		log.Fatal(err)
	}
	d.Walk(func(s *document.Section, b document.Block) {
		switch b := b.(type) {
		case *document.Infobox:
			for _, p := range b.Pairs {
				fmt.Printf("%d %s: %s\n", p.Line, p.Key, p.Text.Plain)
			}
		case *document.Paragraph:
			fmt.Println(b.Line, b.Text.Plain)
		case *document.Table:
			for _, row := range b.Rows {
				fmt.Println(row.Line, s.Title.Plain, len(row.Cells), row.Cells[0].Text.Plain)
			}
		case *document.List:
			for _, item := range b.Items {
				fmt.Println(item.Line, item.Depth, item.Text.Plain)
			}
		}
	})
	for _, n := range d.Notes {
		fmt.Println(n.Line, n.Code)
	}
	// Output:
	// 3 Country: Examplia
	// 4 Surveyed: 4 May
	// 4 by: Ann
	// 6 The rivers carry 1,200 ships.
	// 10 Names 2 River
	// 12 Names 2 Rhine
	// 13 Names 1 Elbe
	// 14 1 The Rhine
	// 15 2 its upper course
	// 4 fused_parameters
	// 8 heading_spacing
}

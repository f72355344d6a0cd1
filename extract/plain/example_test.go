package plain_test

import (
	"context"
	"log"
	"os"

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
	if err := document.Dump(os.Stdout, d); err != nil {
		log.Fatal(err)
	}
	// Output:
	// plain ⟨Rivers⟩, 15 lines
	//    1 section 0 level 1 ⟨Rivers⟩
	//    2   infobox to 4
	//    3     ⟨Country⟩ = ⟨Examplia⟩
	//    4     ⟨Surveyed⟩ = ⟨4 May⟩
	//    4     ⟨by⟩ = ⟨Ann⟩
	//    6   paragraph ⟨The rivers carry 1,200 ships.⟩
	//    8 section 1 level 2 in 0 ⟨Lengths⟩
	//    9 section 2 level 2 in 0 ⟨Names⟩
	//   10   table to 13 flat
	//   10     row !⟨River⟩ !⟨Length⟩
	//   12     row ⟨Rhine⟩ ⟨1,233⟩
	//   13     row ⟨Elbe⟩
	//   14   list
	//   14     1 - ⟨The Rhine⟩
	//   15     2 - ⟨its upper course⟩
	// notes
	//    4 warning fused_parameters in infobox of ⟨Surveyed⟩ has ⟨4 May | by = Ann⟩ not ⟨2 pairs⟩ - the value of Surveyed holds further parameters; each became a pair of its own
	//    8 info heading_spacing in section of ⟨heading⟩ has ⟨==Lengths==⟩ not ⟨== Lengths ==⟩ - the page's other headings have spaces inside their marks
}

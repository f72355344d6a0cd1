package wikitext_test

import (
	"context"
	"fmt"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/extract/wikitext"
)

func Example() {
	page := &source.Source{Title: "Rivers", Data: []byte(`{{Infobox river
| length = {{cvt|1233|km}}
| mouth = [[North Sea]]<ref>A</ref>
}}
The '''Rhine''' is long.
{| class="wikitable"
! River !! Length
|-
| [[Rhine]] || {{nts|1233}}
|}
`)}
	doc, err := wikitext.New(wikitext.Options{}).Extract(context.Background(), page)
	if err != nil {
		fmt.Println(err)
		return
	}
	doc.Walk(func(_ *document.Section, b document.Block) {
		switch b := b.(type) {
		case *document.Infobox:
			for _, p := range b.Pairs {
				fmt.Printf("%d %s: %q %q\n", p.Line, p.Key, p.Text.Plain, p.Text.Notes())
			}
		case *document.Paragraph:
			fmt.Println(b.Line, b.Text.Plain)
		case *document.Table:
			for _, row := range b.Rows {
				fmt.Printf("%d %q %q\n", row.Line, row.Cells[0].Text.Plain, row.Cells[1].Text.Plain)
			}
		}
	})
	// Output:
	// 2 length: "1,233 km" []
	// 3 mouth: "North Sea" ["A"]
	// 5 The Rhine is long.
	// 7 "River" "Length"
	// 9 "Rhine" "1,233"
}

func ExampleOptions_templates() {
	parser := wikitext.New(wikitext.Options{Templates: templates{"River": "[[{{{1}}}]] ({{{2|?}}} km)"}})
	doc, err := parser.Extract(context.Background(), &source.Source{Data: []byte("{{river|Rhine|1,233}}, {{river|Elbe}}")})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(doc.Sections[0].Blocks[0].(*document.Paragraph).Text.Plain)
	// Output: Rhine (1,233 km), Elbe (? km)
}

// templates have the texts of templates by their titles.
type templates map[string]string

func (t templates) Lookup(title string) (string, bool) {
	text, ok := t[title]
	return text, ok
}

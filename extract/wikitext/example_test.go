package wikitext_test

import (
	"context"
	"fmt"
	"os"

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
	if err := document.Dump(os.Stdout, doc); err != nil {
		fmt.Println(err)
	}
	// Output:
	// wikitext ⟨Rivers⟩, 10 lines
	//    1 section 0 level 1 ⟨Rivers⟩
	//    1   infobox to 4 template ⟨Infobox river⟩
	//    2     ⟨length⟩ = ⟨1,233 km⟩
	//    3     ⟨mouth⟩ = ⟨North Sea⟩ link 0-9 ⟨North Sea⟩ note ⟨A⟩
	//    5   paragraph ⟨The Rhine is long.⟩
	//    6   table to 10 class ⟨wikitable⟩
	//    7     row !⟨River⟩ !⟨Length⟩
	//    9     row ⟨Rhine⟩ link 0-5 ⟨Rhine⟩ ⟨1,233⟩ sort ⟨1233⟩
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

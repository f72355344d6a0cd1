package page_test

import (
	"fmt"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/page"
)

// The second of two pages with one title gets another id.
func ExamplePage_WithID() {
	b := dataset.NewBuilder(dataset.Paragraphs)
	b.Str("rivers").Int(1).Int(0).Str("The Rhine is long.").Int(2)
	p := &page.Page{ID: "rivers", Tables: []*dataset.Table{b.Table("paragraphs")}}

	p = p.WithID("rivers-1f3c8a2e")
	fmt.Println(p.ID, p.Table("paragraphs").Column("page_id").Str(0))
	// Output: rivers-1f3c8a2e rivers-1f3c8a2e
}

// The table findings has a row for each note, those of the first line first.
func ExamplePage_Findings() {
	p := &page.Page{ID: "rivers", Notes: []source.Note{
		{Severity: source.Warning, Code: "mixed_column", Where: "column", Line: 9, Message: "one value is not a number"},
		{Severity: source.Info, Code: "odd_key", Where: "infobox", Line: 2, Message: "the key has a colon"},
	}}
	t := p.Findings()
	for i := range t.NumRows() {
		fmt.Println(t.Column("line").Int(i), t.Column("severity").Str(i), t.Column("code").Str(i))
	}
	// Output:
	// 2 info odd_key
	// 9 warning mixed_column
}

package grid_test

import (
	"fmt"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/transform/grid"
)

func row(line int, texts ...string) document.Row {
	r := document.Row{Line: line}
	for _, text := range texts {
		r.Cells = append(r.Cells, document.Cell{Text: document.Text{Plain: text}, Line: line})
	}
	return r
}

func Example() {
	table := &document.Table{Line: 1, LastLine: 4, Flat: true, Rows: []document.Row{
		row(1, "Mayor", "Sheriff", "", ""),
		row(2, "Name", "Votes", "Name", "Votes"),
		row(3, "Ann", "10", "Cy", "7"),
		row(4, "Bo", "8", "", ""),
	}}
	g, _ := grid.Expand(table)
	l, notes := grid.Read(g)
	for _, part := range l.Parts {
		for b := range part.Blocks {
			block := &part.Blocks[b]
			for r := range block.Rows {
				fmt.Println(block.Title, l.Cell(g, block, r, 0).Plain, l.Cell(g, block, r, 1).Plain)
			}
		}
	}
	for _, n := range notes {
		fmt.Println(n.Severity, n.Code, "line", n.Line)
	}
	// Output:
	// Mayor Ann 10
	// Mayor Bo 8
	// Sheriff Cy 7
	// warning lost_span line 1
	// info ambiguous_block_side line 4
}

func ExampleExpand() {
	table := &document.Table{Rows: []document.Row{
		row(1, "Name", "Votes"),
		row(2, "Ann", "10"),
		row(3, "Bo"),
	}}
	table.Rows[1].Cells[1].RowSpan = 2
	g, _ := grid.Expand(table)
	for r := range g.Rows {
		fmt.Println(g.At(r, 0).Plain, g.At(r, 1).Plain)
	}
	// Output:
	// Name Votes
	// Ann 10
	// Bo 10
}

package page

import (
	"fmt"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

func TestFindingsAreSorted(t *testing.T) {
	d := &Page{ID: "p", Notes: []source.Note{
		{Code: "c", Where: "row", Line: 9, Table: 1, Row: 2, Message: "m"},
		{Code: "c", Where: "row", Line: 9, Table: 1, Row: 1, Message: "m"},
		{Code: "z", Where: "cell", Line: 9, Severity: source.Error, Message: "m"},
		{Code: "b", Where: "cell", Line: 9, Severity: source.Warning, Message: "m"},
		{Code: "a", Where: "cell", Line: 10, Message: "m"},
		{Code: "p", Where: "page", Message: "m"},
	}}
	var got strings.Builder
	for i, f := 0, d.Findings(); i < f.NumRows(); i++ {
		for _, c := range []string{"finding", "severity", "code", "table", "row", "line"} {
			fmt.Fprintf(&got, "%v ", f.Column(c).Value(i))
		}
		got.WriteByte('\n')
	}
	want := `1 info p <nil> <nil> <nil> 
2 error z <nil> <nil> 9 
3 warning b <nil> <nil> 9 
4 info c 1 1 9 
5 info c 1 2 9 
6 info a <nil> <nil> 10 
`
	if got.String() != want {
		t.Errorf("got\n%swant\n%s", got.String(), want)
	}
	if d.Notes[0].Row != 2 || len(d.Tables) != 0 {
		t.Error("the page changed")
	}
}

func TestOrderOfTables(t *testing.T) {
	made := func(name string, wide bool) *dataset.Table {
		tab := dataset.NewBuilder(dataset.NewSchema(dataset.Schema{Fields: []dataset.Field{dataset.PageIDField}})).Table(name)
		if wide {
			tab.Origin = &dataset.Origin{Table: 1}
		}
		return tab
	}
	d := &Page{ID: "p"}
	d.Put(made("tables/p/01-a", true))
	d.Put(made("rivers", false))
	d.Put(dataset.NewBuilder(dataset.Cells).Table("cells"))
	d.Put(made("tables/p/02-b", true))
	d.Put(made("lakes", false))
	out := d.WithFindings()
	var names []string
	for _, tab := range out.Tables {
		names = append(names, tab.Name)
	}
	want := strings.Join(dataset.CoreNames, " ") + " rivers lakes tables/p/01-a tables/p/02-b"
	if got := strings.Join(names, " "); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	if again := out.WithFindings(); len(again.Tables) != len(out.Tables) {
		t.Errorf("%d tables the second time", len(again.Tables))
	}
	if complete := out.Complete(); complete.Table("findings") != nil || len(complete.Tables) != len(out.Tables)-1 {
		t.Errorf("%d tables without findings", len(complete.Tables))
	}
}

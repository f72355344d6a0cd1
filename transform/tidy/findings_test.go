package tidy

import (
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

func TestFindingsAreSorted(t *testing.T) {
	d := &dataset.Dataset{ID: "p", Notes: []source.Note{
		{Code: "c", Where: "row", Line: 9, Table: 1, Row: 2, Message: "m"},
		{Code: "c", Where: "row", Line: 9, Table: 1, Row: 1, Message: "m"},
		{Code: "z", Where: "cell", Line: 9, Severity: source.Error, Message: "m"},
		{Code: "b", Where: "cell", Line: 9, Severity: source.Warning, Message: "m"},
		{Code: "a", Where: "cell", Line: 10, Message: "m"},
		{Code: "p", Where: "page", Message: "m"},
	}}
	out, err := Findings{}.Apply(t.Context(), d)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "findings", show(out.Table("findings"), "finding", "severity", "code", "table", "row", "line"), `
		1 | info | p | ~ | ~ | ~
		2 | error | z | ~ | ~ | 9
		3 | warning | b | ~ | ~ | 9
		4 | info | c | 1 | 1 | 9
		5 | info | c | 1 | 2 | 9
		6 | info | a | ~ | ~ | 10
		`)
	if d.Notes[0].Row != 2 || len(d.Tables) != 0 {
		t.Error("the dataset that was given changed")
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
	d := &dataset.Dataset{ID: "p"}
	d.Put(made("tables/p/01-a", true))
	d.Put(made("rivers", false))
	d.Put(dataset.NewBuilder(dataset.Cells).Table("cells"))
	d.Put(made("tables/p/02-b", true))
	d.Put(made("lakes", false))
	out := WithFindings(d)
	var names []string
	for _, tab := range out.Tables {
		names = append(names, tab.Name)
	}
	want := strings.Join(dataset.CoreNames, " ") + " rivers lakes tables/p/01-a tables/p/02-b"
	if got := strings.Join(names, " "); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	if again := WithFindings(out); len(again.Tables) != len(out.Tables) {
		t.Errorf("%d tables the second time", len(again.Tables))
	}
}

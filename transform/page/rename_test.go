package page

import (
	"testing"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

func page(id string) *Page {
	b := dataset.NewBuilder(dataset.Columns)
	for col := int64(1); col <= 2; col++ {
		b.Str(id).Int(1).Int(col).Null().Str("name").Str("Name").Str("string").Null().Int(0).Int(2)
	}
	wide := dataset.NewSchema(dataset.Schema{
		Title:  "Lengths",
		Fields: []dataset.Field{{Name: "page_id", Type: dataset.String}, {Name: "length", Type: dataset.Integer, Nullable: true}},
		Meta:   []dataset.Meta{{Key: "page_id", Value: id}, {Key: "source", Value: "rivers.txt"}},
	})
	w := dataset.NewBuilder(wide).Str("of the page itself").Int(1233).Table(dataset.WideName(id, "01-lengths"))
	w.Whole, w.Origin = true, &dataset.Origin{Table: 1}
	return &Page{ID: id, Tables: []*dataset.Table{b.Table("columns"), w}}
}

func TestWithID(t *testing.T) {
	old := page("rivers")
	got := old.WithID("rivers-0a1b2c3d")
	if got.ID != "rivers-0a1b2c3d" || old.ID != "rivers" {
		t.Fatalf("ids %q and %q", got.ID, old.ID)
	}
	core := got.Table("columns")
	for i := range core.NumRows() {
		if id := core.Column("page_id").Str(i); id != got.ID {
			t.Errorf("row %d has page_id %q", i, id)
		}
	}
	if name := core.Column("name").Str(1); name != "name" {
		t.Errorf("another column changed: %q", name)
	}
	w := got.Table("tables/rivers-0a1b2c3d/01-lengths")
	if w == nil || !w.Whole || w.Origin == nil {
		t.Fatalf("wide table %+v", w)
	}
	if id, _ := w.Schema.Arrow().Metadata().GetValue("page_id"); id != got.ID {
		t.Errorf("metadata says page_id %q", id)
	}
	if v := w.Column("page_id").Str(0); v != "of the page itself" {
		t.Errorf("the page's own column became %q", v)
	}
	if id := old.Table("columns").Column("page_id").Str(0); id != "rivers" {
		t.Errorf("the old page changed: %q", id)
	}
}

func TestWithIDOfEmptyTables(t *testing.T) {
	d := &Page{ID: "a", Tables: []*dataset.Table{dataset.NewBuilder(dataset.Cells).Table("cells")}}
	if got := d.WithID("b").Table("cells"); got.NumRows() != 0 || got.Record.NumCols() != int64(len(dataset.Cells.Fields)) {
		t.Errorf("%d rows, %d columns", got.NumRows(), got.Record.NumCols())
	}
}

func TestWithSameID(t *testing.T) {
	d := page("rivers")
	if d.WithID("rivers") != d {
		t.Error("a copy was made")
	}
}

package dataset

import (
	"testing"
)

func page(id string) *Dataset {
	b := NewBuilder(Columns)
	for col := int64(1); col <= 2; col++ {
		b.Str(id).Int(1).Int(col).Null().Str("name").Str("Name").Str("string").Null().Int(0).Int(2)
	}
	wide := NewSchema(Schema{
		Title:  "Lengths",
		Fields: []Field{{Name: "page_id", Type: String}, {Name: "length", Type: Integer, Nullable: true}},
		Meta:   []Meta{{"page_id", id}, {"source", "rivers.txt"}},
	})
	w := NewBuilder(wide).Str("of the page itself").Int(1233).Table(WideName(id, "01-lengths"))
	w.Whole, w.Origin = true, &Origin{Table: 1}
	return &Dataset{ID: id, Tables: []*Table{b.Table("columns"), w}}
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
		t.Errorf("the old dataset changed: %q", id)
	}
}

func TestWithIDOfEmptyTables(t *testing.T) {
	d := &Dataset{ID: "a", Tables: []*Table{NewBuilder(Cells).Table("cells")}}
	if got := d.WithID("b").Table("cells"); got.NumRows() != 0 || got.Record.NumCols() != int64(len(Cells.Fields)) {
		t.Errorf("%d rows, %d columns", got.NumRows(), got.Record.NumCols())
	}
}

func TestWithSameID(t *testing.T) {
	d := page("rivers")
	if d.WithID("rivers") != d {
		t.Error("a copy was made")
	}
}

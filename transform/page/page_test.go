package page

import (
	"testing"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

func TestCloneAddsToItself(t *testing.T) {
	d := &Page{ID: "a"}
	d.Put(dataset.NewBuilder(dataset.Pages).Table("pages"))
	c := d.Clone()
	c.Put(dataset.NewBuilder(dataset.Items).Table("items"))
	c.Put(dataset.NewBuilder(dataset.Pages).Table("pages"))
	c.Notes = append(c.Notes, c.Notes...)
	if len(d.Tables) != 1 || len(c.Tables) != 2 || c.Table("items") == nil || d.Table("items") != nil {
		t.Errorf("%d and %d tables", len(d.Tables), len(c.Tables))
	}
	if c.Tables[0] == d.Tables[0] || c.Tables[0].Name != "pages" {
		t.Error("the table of the same name was not replaced in its place")
	}
}

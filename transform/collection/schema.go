package collection

import (
	"fmt"
	"strings"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// makeSchema makes the schema of the rows: the front, the fields of the tables, the line.
func (c *collection) makeSchema() {
	fields := []dataset.Field{
		dataset.PageIDField,
		{Name: "page_title", Description: "title of the page"},
		{Name: "table", Description: "number of the table on the page", Type: dataset.Integer},
		{Name: "section", Description: "headings above the table, joined by ' > '", Nullable: true},
		{Name: "caption", Description: "caption of the table", Nullable: true},
	}
	if c.year {
		fields = append(fields, dataset.Field{Name: yearField, Description: "year that the table is about", Type: dataset.Year, Nullable: true})
	}
	for i := range c.fields {
		fields = append(fields, c.fields[i].Field)
	}
	fields = append(fields, dataset.Field{Name: lineField, Description: "line in the source", Type: dataset.Integer})
	c.schema = dataset.NewSchema(dataset.Schema{Title: c.titleOr(), Description: c.description(), Fields: fields,
		ForeignKeys: []dataset.ForeignKey{
			{Fields: []string{"page_id"}, Table: "pages", To: []string{"page_id"}},
			{Fields: []string{"page_id", "table"}, Table: "tables", To: []string{"page_id", "table"}},
		}})
}

func (c *collection) titleOr() string {
	if c.title != "" {
		return c.title
	}
	return strings.ReplaceAll(c.slug, "-", " ")
}

func (c *collection) description() string {
	return fmt.Sprintf("The rows of %d like tables of %d pages.", c.tables, c.pages)
}

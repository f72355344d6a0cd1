package recipe

import (
	"maps"

	"github.com/apache/arrow/go/v15/arrow"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/number"
	"github.com/tidywiki/tidywiki/transform/page"
)

// A view is the state of applying a recipe to one page.
type view struct {
	data *page.Page
	// base has the variables of every expression; begin sets it.
	base record
	// headers caches the header names of the fields of wide tables.
	headers map[*dataset.Table][][]string
	// made has the rows of the tables made so far, by table name.
	made map[string][]record
	// labels has the new label of each row of the table infobox, or "".
	labels []string
	notes  []source.Note
	texts  []pageText // read when first needed
	read   bool
}

func newView(d *page.Page) *view {
	return &view{data: d, headers: map[*dataset.Table][][]string{}}
}

// begin prepares the view once the recipe is known to match the page.
func (p *view) begin(dictionaries record) {
	p.made, p.base = map[string][]record{}, record{"tables": record{}}
	maps.Copy(p.base, dictionaries)
	p.base["page_title"] = orNull(titleOf(p.data))
	p.base["page_year"] = nil
	if p.data.Year != 0 {
		p.base["page_year"] = number.NewDecimal(int64(p.data.Year), 0)
	}
	p.boxes()
}

// hasKeys reports whether the infoboxes of the page have all of these keys.
func (p *view) hasKeys(keys []string) bool {
	box := p.data.Table("infobox")
	if box == nil {
		return len(keys) == 0
	}
	column := box.Column("key")
	for _, k := range keys {
		i := 0
		for i < box.NumRows() && fold(column.Str(i)) != k {
			i++
		}
		if i == box.NumRows() {
			return false
		}
	}
	return true
}

// boxes sets the values, texts and lines of all infoboxes by key. If a key occurs twice,
// the first one counts.
func (p *view) boxes() {
	values, texts, lines := dictionary{}, dictionary{}, dictionary{}
	p.base["box"], p.base["box_text"], p.base["box_line"] = values, texts, lines
	box := p.data.Table("infobox")
	if box == nil {
		return
	}
	for i := range box.NumRows() {
		key := fold(box.Column("key").Str(i))
		if _, seen := texts[key]; !seen {
			texts[key] = orNull(box.Column("text").Str(i))
			values[key] = valueOf(box, i)
			lines[key] = number.NewDecimal(box.Column("line").Int(i), 0)
		}
	}
}

// valueOf returns the value of a row of infobox or cells by its type: a number, a date, a
// boolean, or the text.
func valueOf(t *dataset.Table, row int) any {
	switch t.Column("type").Str(row) {
	case "integer", "number", "ordinal", "year":
		if d, ok := number.ParseDecimal(t.Column("decimal").Str(row)); ok {
			return d
		}
	case "date", "edtf":
		return daysOf(t, row)
	}
	return orNull(t.Column("text").Str(row))
}

// daysOf reads the columns date, date_start and date_end of a core table.
func daysOf(t *dataset.Table, row int) any {
	d := days{edtf: t.Column("date").Str(row)}
	if d.edtf == "" {
		return nil
	}
	start, ok1 := t.Column("date_start").Value(row).(arrow.Date32)
	end, ok2 := t.Column("date_end").Value(row).(arrow.Date32)
	d.start, d.end, d.known = int32(start), int32(end), ok1 && ok2
	return d
}

// env returns the variables that every row has.
func (p *view) env() record {
	env := make(record, len(p.base)+16)
	maps.Copy(env, p.base)
	return env
}

// section returns the title and the path of a section. For the lead it is the title of
// the page.
func (p *view) section(index int) (title, path string) {
	sections := p.data.Document.Sections
	heading := func(i int) string {
		if i == 0 && sections[i].Title.Plain == "" {
			return titleOf(p.data)
		}
		return sections[i].Title.Plain
	}
	title = heading(index)
	path = title
	for parent := sections[index].Parent; parent >= 0; parent = sections[parent].Parent {
		path = heading(parent) + " > " + path
	}
	return title, path
}

// titleOf returns the title of a page as in the table pages. A page without a title has
// the name of its file.
func titleOf(d *page.Page) string {
	if t := d.Table("pages"); t != nil && t.NumRows() == 1 {
		return t.Column("title").Str(0)
	}
	return d.Document.Title
}

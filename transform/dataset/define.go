package dataset

// A def is a field of a core table on its way into a schema, with its part in
// the keys.
type def struct {
	Field
	isKey bool
	to    ForeignKey
}

func (d def) null() def               { d.Nullable = true; return d }
func (d def) unit(u string) def       { d.Unit = u; return d }
func (d def) key() def                { d.isKey = true; return d }
func (d def) ref(table, f string) def { d.to = ForeignKey{Table: table, To: []string{f}}; return d }

func field(name, description string, t Type) def {
	return def{Field: Field{Name: name, Description: description, Type: t}}
}

func str(name, description string) def     { return field(name, description, String) }
func num(name, description string) def     { return field(name, description, Integer) }
func float(name, description string) def   { return field(name, description, Number) }
func boolean(name, description string) def { return field(name, description, Boolean) }

func line() def { return num("line", "line in the source") }
func valueType() def {
	return str("type", "integer, number, ordinal, year, date, edtf, duration, boolean or string")
}
func number() def    { return float("number", "value as a number").null() }
func decimal() def   { return str("decimal", "exact value as decimal text").null() }
func date() def      { return str("date", "date in EDTF (ISO 8601-2)").null() }
func dateStart() def { return field("date_start", "first day it covers", Date).null() }
func dateEnd() def   { return field("date_end", "last day it covers", Date).null() }
func unitField() def {
	return str("unit", "UCUM code, ISO 4217 code, %, px or the page's own word").null()
}

func where() def {
	return str("where", "kind of text it is in: section, paragraph, item, infobox, cell, table (its caption, or a cell that is in no row of cells), reference, or page for those outside of texts")
}

func ordinal() def {
	return num("ordinal", "number of that text: of the paragraph, item, section, table or reference, or the row of this page in infobox or cells; of those outside of texts their own")
}
func tableOf() def { return num("table", "number of the table").null().ref("tables", "table") }
func rowOf() def   { return num("row", "row of the grid").null() }
func colOf() def   { return num("col", "column of the grid").null() }

// core makes the schema of a core table: page_id comes first and is part of
// every key.
func core(name, title, description string, defs ...def) *Schema {
	page := PageIDField
	s := Schema{Title: title, Description: description, Fields: []Field{page}, PrimaryKey: []string{"page_id"}}
	if name != "pages" {
		s.ForeignKeys = append(s.ForeignKeys, ForeignKey{[]string{"page_id"}, "pages", []string{"page_id"}})
	}
	for _, d := range defs {
		s.Fields = append(s.Fields, d.Field)
		if d.isKey {
			s.PrimaryKey = append(s.PrimaryKey, d.Name)
		}
		if d.to.Table != "" {
			s.ForeignKeys = append(s.ForeignKeys, ForeignKey{[]string{"page_id", d.Name}, d.to.Table, append([]string{"page_id"}, d.to.To...)})
		}
	}
	return NewSchema(s)
}

// withoutKey is the schema for rows that nothing identifies but their order.
func (s *Schema) withoutKey() *Schema {
	s.PrimaryKey = nil
	return s
}

// PageIDField is the first field of every table.
var PageIDField = Field{Name: "page_id", Description: "page the row comes from", Type: String}

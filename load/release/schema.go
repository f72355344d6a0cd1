package release

import (
	"github.com/tidywiki/tidywiki/load/datapackage"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

// tableSchema describes the columns of a table.
func (r *Release) tableSchema(t *table) *datapackage.Schema {
	s := &datapackage.Schema{PrimaryKey: t.schema.PrimaryKey, MissingValues: []string{""}}
	for i := range t.schema.Fields {
		s.Fields = append(s.Fields, packageField(&t.schema.Fields[i], t.odd[i]))
	}
	for _, k := range t.schema.ForeignKeys {
		// Validators take a key that is empty in part for a broken one.
		if r.byName[k.Table] == nil || anyNull(t.schema, k.Fields) {
			continue
		}
		f := datapackage.ForeignKey{Fields: k.Fields, Reference: datapackage.Reference{Resource: k.Table, Fields: k.To}}
		if k.Table == t.name {
			f.Reference.Resource = "" // the table itself
		}
		s.ForeignKeys = append(s.ForeignKeys, f)
	}
	return s
}

// packageField describes a column; odd is true where it has values that its type does
// not allow.
func packageField(f *dataset.Field, odd bool) datapackage.Field {
	p := datapackage.Field{Name: f.Name, Type: f.Type.String(), Title: f.Title, Description: f.Description, Unit: f.Unit}
	switch {
	case f.Type == dataset.Decimal:
		p.Type = "number"
	case f.Type == dataset.Year && odd:
		p.Type = "integer"
	case f.Type == dataset.Date && odd:
		p.Type, p.RDFType = "string", datapackage.RDFDate
	}
	if !f.Nullable && !(f.Type == dataset.String && odd) {
		p.Constraints = &datapackage.Constraints{Required: true}
	}
	return p
}

func anyNull(s *dataset.Schema, fields []string) bool {
	for _, name := range fields {
		if i := s.Index(name); i < 0 || s.Fields[i].Nullable {
			return true
		}
	}
	return false
}

package release

import (
	"github.com/tidywiki/tidywiki/transform/dataset"
)

// The parts of a Table Schema that are used here.
type (
	pkgTable struct {
		Fields        []pkgField   `json:"fields"`
		PrimaryKey    []string     `json:"primaryKey,omitempty"`
		ForeignKeys   []pkgForeign `json:"foreignKeys,omitempty"`
		MissingValues []string     `json:"missingValues"`
	}
	pkgField struct {
		Name        string          `json:"name"`
		Type        string          `json:"type"`
		Title       string          `json:"title,omitempty"`
		Description string          `json:"description,omitempty"`
		RDFType     string          `json:"rdfType,omitempty"`
		Unit        string          `json:"unit,omitempty"` // ours
		Constraints *pkgConstraints `json:"constraints,omitempty"`
	}
	pkgConstraints struct {
		Required bool `json:"required"`
	}
	pkgForeign struct {
		Fields    []string     `json:"fields"`
		Reference pkgReference `json:"reference"`
	}
	pkgReference struct {
		Resource string   `json:"resource,omitempty"`
		Fields   []string `json:"fields"`
	}
)

// tableSchema describes the columns of a table.
func (r *Release) tableSchema(t *table) *pkgTable {
	s := &pkgTable{PrimaryKey: t.schema.PrimaryKey, MissingValues: []string{""}}
	for i := range t.schema.Fields {
		s.Fields = append(s.Fields, packageField(&t.schema.Fields[i], t.odd[i]))
	}
	for _, k := range t.schema.ForeignKeys {
		// Validators take a key that is empty in part for a broken one.
		if r.byName[k.Table] == nil || anyNull(t.schema, k.Fields) {
			continue
		}
		f := pkgForeign{k.Fields, pkgReference{k.Table, k.To}}
		if k.Table == t.name {
			f.Reference.Resource = "" // the table itself
		}
		s.ForeignKeys = append(s.ForeignKeys, f)
	}
	return s
}

// packageField describes a column; odd says that it has values that its type does
// not allow.
func packageField(f *dataset.Field, odd bool) pkgField {
	p := pkgField{Name: f.Name, Type: f.Type.String(), Title: f.Title, Description: f.Description, Unit: f.Unit}
	switch {
	case f.Type == dataset.Decimal:
		p.Type = "number"
	case f.Type == dataset.Year && odd:
		p.Type = "integer"
	case f.Type == dataset.Date && odd:
		p.Type, p.RDFType = "string", "http://www.w3.org/2001/XMLSchema#date"
	}
	if !f.Nullable && !(f.Type == dataset.String && odd) {
		p.Constraints = &pkgConstraints{Required: true}
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

package datapackage

import (
	"encoding/json"
	"fmt"
	"slices"
)

// A Schema is a Table Schema.
type Schema struct {
	Fields        []Field      `json:"fields"`
	PrimaryKey    []string     `json:"primaryKey,omitempty"`
	UniqueKeys    [][]string   `json:"uniqueKeys,omitempty"`
	ForeignKeys   []ForeignKey `json:"foreignKeys,omitempty"`
	MissingValues []string     `json:"missingValues"`
	// Match is how the columns of the file must agree with the fields: exact, equal,
	// subset, superset or partial.
	Match string `json:"-"`
}

// A ForeignKey ties fields to those of another table.
type ForeignKey struct {
	Fields    []string  `json:"fields"`
	Reference Reference `json:"reference"`
}

// A Reference names the resource and fields of a foreign key; without a resource it is
// the table itself.
type Reference struct {
	Resource string   `json:"resource,omitempty"`
	Fields   []string `json:"fields"`
}

// Index returns the place of a field, -1 if there is none of that name.
func (s *Schema) Index(name string) int {
	return slices.IndexFunc(s.Fields, func(f Field) bool { return f.Name == name })
}

// Names returns the names of the fields.
func (s *Schema) Names() []string {
	names := make([]string, len(s.Fields))
	for i := range s.Fields {
		names[i] = s.Fields[i].Name
	}
	return names
}

func (p *parser) readSchema(o object, r *Resource) {
	if !o.has("schema") {
		return
	}
	d, ok := p.described(o, "schema", "schema-error", r)
	if !ok {
		r.Broken = true
		return
	}
	before := len(r.Faults)
	s := &Schema{Match: "exact"}
	if m := d.texts("fieldsMatch", true); len(m) > 0 {
		if s.Match = m[0]; !slices.Contains([]string{"exact", "equal", "subset", "superset", "partial"}, s.Match) {
			d.fail("%s: fieldsMatch is %q, not one of exact, equal, subset, superset and partial", d.at, s.Match)
		}
	}
	s.MissingValues = missingValues(d, []string{""})
	if l, there := d.values["fields"].([]any); !there || len(l) == 0 {
		d.fail("%s has no fields", d.at)
	}
	for _, f := range d.objects("fields", "field") {
		s.Fields = append(s.Fields, readField(f, s.MissingValues))
	}
	s.checkNames(d)
	s.readKeys(d)
	r.Schema = s
	r.Broken = r.Broken || len(r.Faults) > before
}

func (s *Schema) checkNames(d object) {
	seen := map[string]bool{}
	for _, name := range s.Names() {
		if name != "" && seen[name] {
			d.fail("%s: two fields are named %q", d.at, name)
		}
		seen[name] = true
	}
}

// missingValues are the texts that mean no value, since version 2 perhaps with a
// label.
func missingValues(d object, byDefault []string) []string {
	if !d.has("missingValues") {
		return byDefault
	}
	values := []string{}
	for i, v := range d.list("missingValues") {
		if m, ok := v.(map[string]any); ok {
			v = m["value"]
		}
		s, ok := v.(string)
		if !ok {
			d.fail("%s: item %d of missingValues is %s, not a string", d.at, i+1, Describe(v))
			continue
		}
		values = append(values, s)
	}
	return values
}

func (s *Schema) readKeys(d object) {
	d.notEmpty("primaryKey", "uniqueKeys", "foreignKeys")
	s.PrimaryKey = d.texts("primaryKey", true)
	s.known(d, "primaryKey", s.PrimaryKey)
	for i, v := range d.list("uniqueKeys") {
		item := object{map[string]any{"key": v}, fmt.Sprintf("%s: uniqueKeys: item %d", d.at, i+1), d.fail}
		item.notEmpty("key")
		key := item.texts("key", true)
		s.known(d, "uniqueKeys", key)
		s.UniqueKeys = append(s.UniqueKeys, key)
	}
	for _, o := range d.objects("foreignKeys", "foreign key") {
		k := ForeignKey{Fields: o.texts("fields", true)}
		s.known(o, "fields", k.Fields)
		reference, ok := o.values["reference"].(map[string]any)
		if !ok {
			o.fail("%s has no reference", o.at)
			continue
		}
		to := object{reference, o.at + ": reference", o.fail}
		k.Reference = Reference{to.text("resource"), to.texts("fields", true)}
		if len(k.Fields) == 0 || len(k.Fields) != len(k.Reference.Fields) {
			o.fail("%s has %d fields, its reference %d", o.at, len(k.Fields), len(k.Reference.Fields))
			continue
		}
		s.ForeignKeys = append(s.ForeignKeys, k)
	}
}

// known checks that the fields of a key are there.
func (s *Schema) known(o object, key string, names []string) {
	for _, name := range names {
		if s.Index(name) < 0 {
			o.fail("%s: %s names %q, which is not a field", o.at, key, name)
		}
	}
}

// Text writes a JSON value as text: strings as they are.
func Text(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case json.Number:
		return v.String()
	}
	b, _ := json.Marshal(v)
	return string(b)
}

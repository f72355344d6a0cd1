package validate

import (
	"encoding/json"
	"fmt"
	"slices"
)

// A schema is a Table Schema.
type schema struct {
	fields  []*field
	primary []string
	unique  [][]string
	foreign []foreignKey
	// match is how the columns of the file stand to the fields: exact, equal,
	// subset, superset or partial.
	match string
}

// A foreignKey ties fields to those of another resource, "" for the same.
type foreignKey struct {
	fields   []string
	resource string
	to       []string
}

func (s *schema) index(name string) int {
	return slices.IndexFunc(s.fields, func(f *field) bool { return f.name == name })
}

// names are those of the fields.
func (s *schema) names() []string {
	names := make([]string, len(s.fields))
	for i, f := range s.fields {
		names[i] = f.name
	}
	return names
}

func (c *check) readSchema(o object, r *resource) {
	if !o.has("schema") {
		return
	}
	d, ok := c.described(o, "schema", "schema-error", r.task)
	if !ok {
		r.broken = true
		return
	}
	before := r.task.errors
	s := &schema{match: "exact"}
	if m := d.texts("fieldsMatch", true); len(m) > 0 {
		if s.match = m[0]; !slices.Contains([]string{"exact", "equal", "subset", "superset", "partial"}, s.match) {
			d.fail("%s: fieldsMatch is %q, none of exact, equal, subset, superset and partial", d.at, s.match)
		}
	}
	missing := missingValues(d, []string{""})
	if l, there := d.values["fields"].([]any); !there || len(l) == 0 {
		d.fail("%s has no fields", d.at)
	}
	for _, f := range d.objects("fields", "field") {
		s.fields = append(s.fields, readField(f, missing, r.task))
	}
	s.checkNames(d)
	s.readKeys(d)
	if r.task.errors > before {
		r.broken = true
		return
	}
	r.schema = s
	r.task.Stats.Fields = len(s.fields)
}

func (s *schema) checkNames(d object) {
	seen := map[string]bool{}
	for _, name := range s.names() {
		if name != "" && seen[name] {
			d.fail("%s: two fields are named %q", d.at, name)
		}
		seen[name] = true
	}
}

// missingValues are the texts that stand for no value, since version 2 perhaps
// with a label.
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
			d.fail("%s: item %d of missingValues is %s, not a string", d.at, i+1, describe(v))
		}
		values = append(values, s)
	}
	return values
}

func (s *schema) readKeys(d object) {
	d.notEmpty("primaryKey", "uniqueKeys", "foreignKeys")
	s.primary = d.texts("primaryKey", true)
	s.known(d, "primaryKey", s.primary)
	for i, v := range d.list("uniqueKeys") {
		item := object{map[string]any{"key": v}, fmt.Sprintf("%s: uniqueKeys: item %d", d.at, i+1), d.fail}
		item.notEmpty("key")
		key := item.texts("key", true)
		s.known(d, "uniqueKeys", key)
		s.unique = append(s.unique, key)
	}
	for _, o := range d.objects("foreignKeys", "foreign key") {
		k := foreignKey{fields: o.texts("fields", true)}
		s.known(o, "fields", k.fields)
		reference, ok := o.values["reference"].(map[string]any)
		if !ok {
			o.fail("%s has no reference", o.at)
			continue
		}
		to := object{reference, o.at + ": reference", o.fail}
		k.resource, k.to = to.text("resource"), to.texts("fields", true)
		if len(k.fields) == 0 || len(k.fields) != len(k.to) {
			o.fail("%s has %d fields, its reference %d", o.at, len(k.fields), len(k.to))
			continue
		}
		s.foreign = append(s.foreign, k)
	}
}

// known checks that the fields of a key are there.
func (s *schema) known(o object, key string, names []string) {
	for _, name := range names {
		if s.index(name) < 0 {
			o.fail("%s: %s names %q, and there is no such field", o.at, key, name)
		}
	}
}

// checkReferences checks that foreign keys lead to fields of resources.
func (c *check) checkReferences(r *resource) {
	for _, k := range r.schema.foreign {
		to := c.target(r, k)
		if to == nil {
			r.task.fail("schema-error", place{}, "resource %s: a foreign key leads to the resource %q, and there is none", r.name, k.resource)
			continue
		}
		for _, name := range k.to {
			if to.schema != nil && to.schema.index(name) < 0 {
				r.task.fail("schema-error", place{}, "resource %s: a foreign key leads to the field %q of %s, and there is none", r.name, name, to.name)
			}
		}
	}
}

// target is the resource that a foreign key leads to, nil if there is none.
func (c *check) target(r *resource, k foreignKey) *resource {
	if k.resource == "" || k.resource == r.name {
		return r
	}
	for _, t := range c.resources {
		if t.name == k.resource {
			return t
		}
	}
	return nil
}

// jsonText writes a JSON value as text: strings as they are.
func jsonText(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case json.Number:
		return v.String()
	}
	b, _ := json.Marshal(v)
	return string(b)
}

package validate

import (
	"fmt"
	"slices"

	"github.com/tidywiki/tidywiki/load/datapackage"
)

// A schema is a Table Schema, ready for rows.
type schema struct {
	*datapackage.Schema
	fields []*field
}

// compileSchema prepares the reading of fields. What cannot be is reported.
func compileSchema(from *datapackage.Schema, task *Task) *schema {
	s := &schema{Schema: from}
	for i := range from.Fields {
		s.fields = append(s.fields, compileField(&from.Fields[i], task))
	}
	return s
}

// checkReferences checks that foreign keys lead to fields of resources.
func (c *check) checkReferences(r *resource) {
	for _, k := range r.schema.ForeignKeys {
		to := c.target(r, k)
		if to == nil {
			r.task.fail("schema-error", place{}, "resource %s: a foreign key leads to the resource %q, which does not exist", r.Name, k.Reference.Resource)
			continue
		}
		for _, name := range k.Reference.Fields {
			if to.schema != nil && to.schema.Index(name) < 0 {
				r.task.fail("schema-error", place{}, "resource %s: a foreign key leads to the field %q of %s, which does not exist", r.Name, name, to.Name)
			}
		}
	}
}

// target is the resource that a foreign key leads to, nil if there is none.
func (c *check) target(r *resource, k datapackage.ForeignKey) *resource {
	name := k.Reference.Resource
	if name == "" || name == r.Name {
		return r
	}
	i := slices.IndexFunc(c.resources, func(t *resource) bool { return t.Name == name })
	if i < 0 {
		return nil
	}
	return c.resources[i]
}

// addFaults reports what is wrong with a description.
func (p *Problems) addFaults(faults []datapackage.Fault) {
	for _, f := range faults {
		p.fail(f.Type, place{}, "%s", f.Message)
	}
}

// A fielder reports what is wrong with the description of a field.
type fielder struct {
	at   string // "field length"
	task *Task
}

func (f fielder) fail(format string, args ...any) {
	f.task.fail("schema-error", place{}, "%s%s", f.at, fmt.Sprintf(format, args...))
}

func (f fielder) warn(format string, args ...any) {
	f.task.warn("%s%s", f.at, fmt.Sprintf(format, args...))
}

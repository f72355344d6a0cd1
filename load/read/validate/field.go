package validate

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/tidywiki/tidywiki/load/datapackage"
	"github.com/tidywiki/tidywiki/load/read"
)

// A field is one of a Table Schema, ready for cells.
type field struct {
	*datapackage.Field
	read             reading
	required, unique bool
	// day is true where the values are days, though some may be beyond the type date.
	day    bool
	limits []limit
}

// A reading turns cells into values of a type. It returns the value in the one
// form that equal values have, and whether the cell is of the type.
type reading func(read.Cell) (string, bool)

// A limit is a constraint on single values.
type limit struct {
	fits  func(value string) bool
	words string // "is over the maximum 10"
}

// compileField prepares the reading of a field and its constraints.
func compileField(from *datapackage.Field, task *Task) *field {
	f := &field{Field: from, day: from.Type == "date" || from.RDFType == datapackage.RDFDate}
	to := fielder{"field " + f.Name, task}
	var known bool
	if f.read, known = readingOf(f.Field, to); !known {
		to.fail(": the type %q does not exist", f.Type)
		return f
	}
	if f.read == nil {
		to.warn(": the format %q of a %s is not checked", f.Format, f.Type)
		f.read = readAny
	}
	if f.Constraints != nil {
		f.constraints(f.Constraints, fielder{to.at + ": constraints", task})
	}
	return f
}

// isMissing reports whether a cell has no value. With quotedIsValue, text in quotes is
// a value even if it is empty, as in files of our own.
func (f *field) isMissing(c read.Cell, quotedIsValue bool) bool {
	switch c.Kind {
	case read.Null, read.Absent:
		return true
	case read.Bare:
		return slices.Contains(f.MissingValues, c.Text)
	case read.Text:
		return !quotedIsValue && slices.Contains(f.MissingValues, c.Text)
	}
	return false
}

func (f *field) constraints(c *datapackage.Constraints, to fielder) {
	f.required, f.unique = c.Required, c.Unique
	for _, key := range datapackage.Bounds {
		if v, there := c.Bounds[key]; there {
			f.bound(to, key, v)
		}
	}
	if n := c.MinLength; n != nil {
		f.limits = append(f.limits, limit{func(v string) bool { return int64(f.length(v)) >= *n }, fmt.Sprintf("is shorter than the minimum length %d", *n)})
	}
	if n := c.MaxLength; n != nil {
		f.limits = append(f.limits, limit{func(v string) bool { return int64(f.length(v)) <= *n }, fmt.Sprintf("is longer than the maximum length %d", *n)})
	}
	if p := c.Pattern; p != "" {
		whole, err := regexp.Compile("^(?:" + p + ")$")
		if err != nil {
			to.warn(": the pattern %q is not checked: %v", p, err)
		} else {
			f.limits = append(f.limits, limit{whole.MatchString, fmt.Sprintf("does not match the pattern %q", p)})
		}
	}
	if c.Enum != nil {
		f.enum(c.Enum, to)
	}
	if c.JSONSchema {
		to.warn(": jsonSchema is not checked")
	}
}

// value reads a value that a schema states, as a string or as JSON has it.
func (f *field) value(v any) (string, bool) {
	c := read.Cell{Kind: read.Bare, Text: datapackage.Text(v)}
	if f.Type == "object" || f.Type == "array" || f.Type == "geojson" {
		c.Kind = read.Nested
	}
	return f.read(c)
}

func (f *field) bound(to fielder, key string, v any) {
	bound, ok := f.value(v)
	compare := comparisonOf(f.Type)
	if !ok || compare == nil {
		to.fail(": %s is %s, not a bound for a field of type %s", key, datapackage.Describe(v), f.Type)
		return
	}
	shown := datapackage.Text(v)
	switch key {
	case "minimum":
		f.limits = append(f.limits, limit{func(v string) bool { return compare(v, bound) >= 0 }, "is under the minimum " + shown})
	case "maximum":
		f.limits = append(f.limits, limit{func(v string) bool { return compare(v, bound) <= 0 }, "is over the maximum " + shown})
	case "exclusiveMinimum":
		f.limits = append(f.limits, limit{func(v string) bool { return compare(v, bound) > 0 }, "is not over " + shown})
	case "exclusiveMaximum":
		f.limits = append(f.limits, limit{func(v string) bool { return compare(v, bound) < 0 }, "is not under " + shown})
	}
}

func (f *field) enum(values []any, to fielder) {
	allowed := map[string]bool{}
	var shown []string
	for i, v := range values {
		value, ok := f.value(v)
		if !ok {
			to.fail(": item %d of enum is %s, not a value of type %s", i+1, datapackage.Describe(v), f.Type)
		}
		allowed[value] = true
		shown = append(shown, datapackage.Text(v))
	}
	f.limits = append(f.limits, limit{func(v string) bool { return allowed[v] }, "is none of " + strings.Join(shown, ", ")})
}

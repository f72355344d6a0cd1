package validate

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/tidywiki/tidywiki/load/read"
)

// A field is one of a Table Schema.
type field struct {
	name, kind, format string
	missing            []string
	read               reading
	required, unique   bool
	// day says that the values are days, though some may be beyond the type date.
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

// readField reads a field and its constraints.
func readField(o object, missing []string, task *Task) *field {
	f := &field{name: o.text("name"), kind: o.text("type"), format: o.text("format")}
	o.notEmpty("type")
	if f.name == "" {
		o.fail("%s has no name", o.at)
	} else {
		o.at = "field " + f.name
	}
	for _, key := range []string{"title", "description"} {
		o.text(key)
	}
	f.day = f.kind == "date" || o.text("rdfType") == "http://www.w3.org/2001/XMLSchema#date"
	f.missing = missingValues(o, missing)
	known := true
	if f.read, known = readingOf(f, o); !known {
		o.fail("%s: the type %q does not exist", o.at, f.kind)
	} else if f.read == nil {
		task.warn("%s: the format %q of a %s is not checked", o.at, f.format, f.kind)
		f.read = readAny
	}
	if v, there := o.values["constraints"]; there {
		m, ok := v.(map[string]any)
		if !ok {
			o.fail("%s: constraints is %s, not an object", o.at, describe(v))
			return f
		}
		if known {
			f.constraints(object{m, o.at + ": constraints", o.fail}, task)
		}
	}
	return f
}

// isMissing says whether a cell has no value. quotedIsValue says that text in
// quotes is a value though it be empty, as in files of our own.
func (f *field) isMissing(c read.Cell, quotedIsValue bool) bool {
	switch c.Kind {
	case read.Null, read.Absent:
		return true
	case read.Bare:
		return slices.Contains(f.missing, c.Text)
	case read.Text:
		return !quotedIsValue && slices.Contains(f.missing, c.Text)
	}
	return false
}

func (f *field) constraints(o object, task *Task) {
	f.required = o.flag("required", false)
	f.unique = o.flag("unique", false)
	for _, key := range []string{"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"} {
		if v, there := o.values[key]; there {
			f.bound(o, key, v)
		}
	}
	if n := o.count("minLength", -1); n >= 0 {
		f.limits = append(f.limits, limit{func(v string) bool { return int64(f.length(v)) >= n }, fmt.Sprintf("is shorter than the minimum length %d", n)})
	}
	if n := o.count("maxLength", -1); n >= 0 {
		f.limits = append(f.limits, limit{func(v string) bool { return int64(f.length(v)) <= n }, fmt.Sprintf("is longer than the maximum length %d", n)})
	}
	if p := o.text("pattern"); p != "" {
		whole, err := regexp.Compile("^(?:" + p + ")$")
		if err != nil {
			task.warn("%s: the pattern %q is not checked: %v", o.at, p, err)
		} else {
			f.limits = append(f.limits, limit{whole.MatchString, fmt.Sprintf("does not match the pattern %q", p)})
		}
	}
	if o.has("enum") {
		f.enum(o)
	}
	if o.has("jsonSchema") {
		task.warn("%s: jsonSchema is not checked", o.at)
	}
}

// value reads a value that a schema states, as a string or as JSON has it.
func (f *field) value(v any) (string, bool) {
	c := read.Cell{Kind: read.Bare, Text: jsonText(v)}
	if f.kind == "object" || f.kind == "array" || f.kind == "geojson" {
		c.Kind = read.Nested
	}
	return f.read(c)
}

func (f *field) bound(o object, key string, v any) {
	bound, ok := f.value(v)
	compare := comparisonOf(f.kind)
	if !ok || compare == nil {
		o.fail("%s: %s is %s, no bound for a field of type %s", o.at, key, describe(v), f.kind)
		return
	}
	shown := jsonText(v)
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

func (f *field) enum(o object) {
	o.notEmpty("enum")
	allowed := map[string]bool{}
	var shown []string
	for i, v := range o.list("enum") {
		value, ok := f.value(v)
		if !ok {
			o.fail("%s: item %d of enum is %s, no value of type %s", o.at, i+1, describe(v), f.kind)
		}
		allowed[value] = true
		shown = append(shown, jsonText(v))
	}
	f.limits = append(f.limits, limit{func(v string) bool { return allowed[v] }, "is none of " + strings.Join(shown, ", ")})
}

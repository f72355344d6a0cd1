// Package schematest checks JSON in tests against the schemas of standards. It
// knows the words of JSON Schema that these use, of drafts 3 and 7:
//
//	err := schematest.Validate(schema, value, "package")    package.name is 1, want string
package schematest

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
)

// Schemas are those that others refer to by their id.
type Schemas map[string]map[string]any

// Validate checks a value against a schema that refers to no other.
func Validate(schema map[string]any, v any, at string) error {
	return Schemas(nil).Validate(schema, v, at)
}

// Validate checks a value against a schema.
func (s Schemas) Validate(schema map[string]any, v any, at string) error {
	if id, ok := schema["$ref"].(string); ok {
		if schema = s[id]; schema == nil {
			return fmt.Errorf("%s: there is no schema %s", at, id)
		}
	}
	if want := schema["type"]; want != nil && !isA(v, want) {
		return fmt.Errorf("%s is a %T, want %v", at, v, want)
	}
	if enum, ok := schema["enum"].([]any); ok && !contains(enum, v) {
		return fmt.Errorf("%s is %v, none of %v", at, v, enum)
	}
	for _, word := range []string{"oneOf", "anyOf"} {
		if err := s.validateChoice(schema[word], word, v, at); err != nil {
			return err
		}
	}
	switch v := v.(type) {
	case string:
		// Go's expressions have no lookahead; TestPackagePath has the one with it.
		if p, ok := schema["pattern"].(string); ok && !strings.Contains(p, "(?=") && !regexp.MustCompile(p).MatchString(v) {
			return fmt.Errorf("%s is %q, which is not like %s", at, v, p)
		}
	case []any:
		return s.validateItems(schema, v, at)
	case map[string]any:
		return s.validateObject(schema, v, at)
	}
	return nil
}

func (s Schemas) validateChoice(choice any, word string, v any, at string) error {
	schemas, ok := choice.([]any)
	if !ok {
		return nil
	}
	fit := 0
	var last error
	for _, one := range schemas {
		if err := s.Validate(one.(map[string]any), v, at); err != nil {
			last = err
		} else {
			fit++
		}
	}
	if fit == 0 || word == "oneOf" && fit > 1 {
		return fmt.Errorf("%s fits %d of %s: %w", at, fit, word, last)
	}
	return nil
}

func (s Schemas) validateItems(schema map[string]any, v []any, at string) error {
	if least, ok := schema["minItems"].(float64); ok && len(v) < int(least) {
		return fmt.Errorf("%s has %d items", at, len(v))
	}
	items, ok := schema["items"].(map[string]any)
	for i := 0; ok && i < len(v); i++ {
		if err := s.Validate(items, v[i], fmt.Sprintf("%s[%d]", at, i)); err != nil {
			return err
		}
	}
	return nil
}

func (s Schemas) validateObject(schema map[string]any, v map[string]any, at string) error {
	if required, ok := schema["required"].([]any); ok {
		for _, name := range required {
			if _, there := v[name.(string)]; !there {
				return fmt.Errorf("%s has no %s", at, name)
			}
		}
	}
	properties, _ := schema["properties"].(map[string]any)
	for name, p := range properties { // draft 3 says it with the property
		if p, ok := p.(map[string]any); ok && p["required"] == true && v[name] == nil {
			return fmt.Errorf("%s has no %s", at, name)
		}
	}
	for name, value := range v {
		if p, ok := properties[name].(map[string]any); ok {
			if err := s.Validate(p, value, at+"."+name); err != nil {
				return err
			}
		}
	}
	return nil
}

func isA(v, want any) bool {
	if list, ok := want.([]any); ok {
		for _, one := range list {
			if isA(v, one) {
				return true
			}
		}
		return false
	}
	n, isNumber := v.(float64)
	switch want {
	case "integer":
		return isNumber && n == float64(int64(n))
	case "number":
		return isNumber
	}
	kind := map[string]bool{}
	switch v.(type) {
	case string:
		kind["string"] = true
	case bool:
		kind["boolean"] = true
	case []any:
		kind["array"] = true
	case map[string]any:
		kind["object"] = true
	case nil:
		kind["null"] = true
	}
	return kind[want.(string)]
}

func contains(list []any, v any) bool {
	b, _ := json.Marshal(v)
	for _, one := range list {
		if o, _ := json.Marshal(one); string(o) == string(b) {
			return true
		}
	}
	return false
}

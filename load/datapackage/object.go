package datapackage

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
)

// An object is a JSON object being read: what breaks a rule is reported
// with its place.
type object struct {
	values map[string]any
	at     string // "resource lengths"
	fail   func(format string, args ...any)
}

// parseObject reads a JSON object, numbers as they are written.
func parseObject(data []byte) (map[string]any, error) {
	dec := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\uFEFF"))))
	dec.UseNumber()
	var v map[string]any
	if err := dec.Decode(&v); err != nil {
		return nil, fmt.Errorf("is not a JSON object: %w", err)
	}
	if v == nil {
		return nil, fmt.Errorf("is not a JSON object")
	}
	if dec.More() {
		return nil, fmt.Errorf("has text after its JSON object")
	}
	return v, nil
}

// has reports whether there is such a member; null is one, of the wrong type.
func (o object) has(key string) bool {
	_, there := o.values[key]
	return there
}

// text returns a string, "" if there is none.
func (o object) text(key string) string {
	v, there := o.values[key]
	s, ok := v.(string)
	if there && !ok {
		o.fail("%s: %s is %s, not a string", o.at, key, Describe(v))
	}
	return s
}

// flag returns a boolean.
func (o object) flag(key string, byDefault bool) bool {
	v, there := o.values[key]
	b, ok := v.(bool)
	if !there {
		return byDefault
	}
	if !ok {
		o.fail("%s: %s is %s, neither true nor false", o.at, key, Describe(v))
		return byDefault
	}
	return b
}

// count returns a whole number from 0, or byDefault.
func (o object) count(key string, byDefault int64) int64 {
	v, there := o.values[key]
	if !there {
		return byDefault
	}
	if n, ok := whole(v); ok {
		return n
	}
	o.fail("%s: %s is %s, not a whole number", o.at, key, Describe(v))
	return byDefault
}

func whole(v any) (int64, bool) {
	n, ok := v.(json.Number)
	if !ok {
		return 0, false
	}
	if i, err := n.Int64(); err == nil {
		return i, i >= 0
	}
	f, err := n.Float64()
	return int64(f), err == nil && f == math.Trunc(f) && f >= 0 && f < 1<<53
}

// list returns an array, nil if there is none.
func (o object) list(key string) []any {
	v, there := o.values[key]
	l, ok := v.([]any)
	if there && !ok {
		o.fail("%s: %s is %s, not an array", o.at, key, Describe(v))
	}
	return l
}

// texts returns an array of strings. With one, a single string is an array of it.
func (o object) texts(key string, one bool) []string {
	if s, ok := o.values[key].(string); ok && one {
		return []string{s}
	}
	l := o.list(key)
	if l == nil {
		return nil
	}
	texts := make([]string, 0, len(l))
	for i, v := range l {
		s, ok := v.(string)
		if !ok {
			o.fail("%s: item %d of %s is %s, not a string", o.at, i+1, key, Describe(v))
			continue
		}
		texts = append(texts, s)
	}
	return texts
}

// notEmpty reports arrays and strings that are there without content.
func (o object) notEmpty(keys ...string) {
	for _, key := range keys {
		switch v := o.values[key].(type) {
		case []any:
			if len(v) == 0 {
				o.fail("%s: %s has no items, and needs one if it is there", o.at, key)
			}
		case string:
			if v == "" {
				o.fail("%s: %s is empty", o.at, key)
			}
		}
	}
}

// objects returns an array of objects; what is not one is reported.
func (o object) objects(key, what string) []object {
	var all []object
	for i, v := range o.list(key) {
		m, ok := v.(map[string]any)
		at := fmt.Sprintf("%s: %s %d", o.at, what, i+1)
		if !ok {
			o.fail("%s is %s, not an object", at, Describe(v))
			continue
		}
		all = append(all, object{m, at, o.fail})
	}
	return all
}

// Describe returns the word for a JSON value in messages.
func Describe(v any) string {
	switch v := v.(type) {
	case nil:
		return "null"
	case string:
		return fmt.Sprintf("the string %q", v)
	case json.Number:
		return "the number " + v.String()
	case bool:
		return fmt.Sprint(v)
	case []any:
		return "an array"
	}
	return "an object"
}

// notNone reports an object without members.
func (o object) notNone() {
	if len(o.values) == 0 {
		o.fail("%s has no members, and needs one", o.at)
	}
}

// silent returns o without reports.
func (o object) silent() object {
	o.fail = func(string, ...any) {}
	return o
}

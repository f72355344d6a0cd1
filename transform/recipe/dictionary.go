package recipe

import (
	"fmt"
	"strings"

	"github.com/tidywiki/tidywiki/transform/number"
)

// A dictionary maps words to values: the maps of a recipe, the values of an infobox, the
// columns of a row. Case, hyphens, underscores and spaces in words do not matter.
type dictionary map[string]any

// fold normalizes a word for dictionaries.
func fold(word string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(word), func(r rune) bool {
		return r == ' ' || r == '_' || r == '-' || r == '\n' || r == '\u00a0'
	}), " ")
}

// member evaluates a.b and a["b"]. The result is null if a is null or a row does not have
// the field.
func member(of, key any) (any, error) {
	switch of := of.(type) {
	case nil:
		return nil, nil
	case record:
		return of[text(key)], nil
	case dictionary:
		return of[fold(text(key))], nil
	case []any:
		return element(of, key)
	}
	return nil, fmt.Errorf("%s has no %q", kind(of), text(key))
}

// element returns the entry of a list at an index. A negative index counts from the end.
// The result is null if there is no such entry.
func element(list []any, key any) (any, error) {
	d, ok := key.(number.Decimal)
	i, whole := d.Int64()
	if !ok || !whole {
		return nil, fmt.Errorf("%q is not an index of a list", text(key))
	}
	if i < 0 {
		i += int64(len(list))
	}
	if i < 0 || i >= int64(len(list)) {
		return nil, nil
	}
	return list[i], nil
}

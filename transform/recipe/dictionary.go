package recipe

import (
	"fmt"
	"strings"

	"github.com/tidywiki/tidywiki/transform/number"
)

// A dictionary finds values by words: the maps of a recipe, the values of an
// infobox, the columns of a row. Upper and lower case, hyphens, underscores and
// spaces make no difference.
type dictionary map[string]any

// fold writes a word as dictionaries have it.
func fold(word string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(word), func(r rune) bool {
		return r == ' ' || r == '_' || r == '-' || r == '\n' || r == '\u00a0'
	}), " ")
}

// member is what is behind the dot, or in the brackets. Of null it is null, and
// so is a field that a row does not have.
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

// element is the entry of a list at a place counted from 0, or from the end if it
// is negative; null beyond both ends.
func element(list []any, key any) (any, error) {
	d, ok := key.(number.Decimal)
	i, whole := d.Int64()
	if !ok || !whole {
		return nil, fmt.Errorf("%q is no place in a list", text(key))
	}
	if i < 0 {
		i += int64(len(list))
	}
	if i < 0 || i >= int64(len(list)) {
		return nil, nil
	}
	return list[i], nil
}

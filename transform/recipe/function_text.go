package recipe

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/transform/number"
)

// lookup returns the value of a word in a dictionary, or else the third argument or null.
func lookup(args []any) (any, error) {
	d, ok := args[0].(dictionary)
	if !ok {
		return nil, fmt.Errorf("lookup needs one of the recipe's maps, not %s", kind(args[0]))
	}
	if v, found := d[fold(text(args[1]))]; found {
		return v, nil
	}
	if len(args) == 3 {
		return args[2], nil
	}
	return nil, nil
}

// firstPresent returns the first argument that is neither null nor empty.
func firstPresent(args []any) (any, error) {
	for _, a := range args {
		if !absent(a) {
			return a, nil
		}
	}
	return nil, nil
}

// replace replaces each match with a text, in which $1 is the first group.
func replace(args []any) (any, error) {
	if args[0] == nil {
		return nil, nil
	}
	return orNull(patternOf(args[1]).ReplaceAllString(text(args[0]), text(args[2]))), nil
}

// extract returns the first group of the first match, or the whole match if the pattern
// has no group. It is null if nothing matches.
func extract(args []any) (any, error) {
	m := patternOf(args[1]).FindStringSubmatch(text(args[0]))
	switch len(m) {
	case 0:
		return nil, nil
	case 1:
		return orNull(m[0]), nil
	}
	return orNull(m[1]), nil
}

// join joins the non-empty entries of a list with a separator.
func join(args []any) (any, error) {
	list, ok := args[0].([]any)
	if !ok {
		return nil, fmt.Errorf("join needs a list, not %s", kind(args[0]))
	}
	var parts []string
	for _, v := range list {
		if v = normal(v); !absent(v) {
			parts = append(parts, text(v))
		}
	}
	return orNull(strings.Join(parts, text(args[1]))), nil
}

// length returns the number of entries of a list or characters of a text.
func length(args []any) (any, error) {
	switch v := args[0].(type) {
	case nil:
		return nil, nil
	case []any:
		return number.NewDecimal(int64(len(v)), 0), nil
	case string:
		return number.NewDecimal(int64(utf8.RuneCountInString(v)), 0), nil
	}
	return nil, fmt.Errorf("%s has no length", kind(args[0]))
}

// titleCase capitalizes each word.
func titleCase(s string) string {
	gap := true
	return strings.Map(func(r rune) rune {
		defer func() { gap = unicode.IsSpace(r) }()
		if gap {
			return unicode.ToUpper(r)
		}
		return r
	}, s)
}

// capital capitalizes the first letter.
func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

// slug returns a text in lower case with underscores between words.
func slug(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}), "_")
}

package recipe

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/tidywiki/tidywiki/transform/number"
)

// A function can be called in expressions. docs/recipes.md describes each.
type function struct {
	// least and most limit the number of arguments; most is 0 for any number.
	least, most int
	// pattern is the position of the argument that is a regular expression, from 1, or
	// 0 if there is none.
	pattern int
	call    func(args []any) (any, error)
}

// functions has all functions by name.
var functions = map[string]function{
	"pct":      {2, 3, 0, pct},
	"divide":   {3, 3, 0, divide},
	"round":    {2, 2, 0, round},
	"decimals": {1, 1, 0, decimals},
	"number":   {1, 1, 0, toNumber},
	"sum":      {1, 0, 0, sum},
	"max":      {1, 0, 0, extreme(1)},
	"min":      {1, 0, 0, extreme(-1)},
	"rank":     {2, 2, 0, rank},

	"lookup":  {2, 3, 0, lookup},
	"default": {1, 0, 0, firstPresent},
	"replace": {3, 3, 2, replace},
	"extract": {2, 2, 2, extract},
	"text":    {1, 1, 0, func(a []any) (any, error) { return orNull(text(a[0])), nil }},
	"lower":   {1, 1, 0, onText(strings.ToLower)},
	"upper":   {1, 1, 0, onText(strings.ToUpper)},
	"title":   {1, 1, 0, onText(titleCase)},
	"capital": {1, 1, 0, onText(capital)},
	"slug":    {1, 1, 0, onText(slug)},
	"join":    {2, 2, 0, join},

	"len":   {1, 1, 0, length},
	"first": {1, 1, 0, func(a []any) (any, error) { return member(a[0], number.NewDecimal(0, 0)) }},
	"last":  {1, 1, 0, func(a []any) (any, error) { return member(a[0], number.NewDecimal(-1, 0)) }},

	"date":      {1, 1, 0, toDate},
	"start":     {1, 1, 0, onDays(func(d days) (any, error) { return orUnknown(d, d.start), nil })},
	"end":       {1, 1, 0, onDays(func(d days) (any, error) { return orUnknown(d, d.end), nil })},
	"year":      {1, 1, 0, onDays(yearOf)},
	"precision": {1, 1, 0, onDays(func(d days) (any, error) { return precision(d.edtf), nil })},
	"interval":  {2, 2, 0, interval},
}

// functionNames returns the functions of expressions in alphabetical order.
func functionNames() []string { return slices.Sorted(maps.Keys(functions)) }

// run calls a function with normalized arguments.
func (f function) run(args ...any) (any, error) {
	values := make([]any, len(args))
	for i, a := range args {
		values[i] = normal(a)
	}
	return f.call(values)
}

// arity returns a message if n is a wrong number of arguments, otherwise "".
func (f function) arity(n int) string {
	switch {
	case n < f.least && f.least == f.most:
		return fmt.Sprintf("takes %d arguments, not %d", f.least, n)
	case n < f.least:
		return fmt.Sprintf("takes at least %d arguments, not %d", f.least, n)
	case f.most > 0 && n > f.most:
		return fmt.Sprintf("takes at most %d arguments, not %d", f.most, n)
	}
	return ""
}

// numberOf returns an argument that must be a number. ok is false for null.
func numberOf(v any) (d number.Decimal, ok bool, err error) {
	if v == nil {
		return d, false, nil
	}
	if d, ok = v.(number.Decimal); !ok {
		err = fmt.Errorf("%s is not a number", kind(v))
	}
	return d, ok, err
}

// wholeOf returns an argument that must be a number of decimals.
func wholeOf(v any) (int, error) {
	d, _ := v.(number.Decimal)
	n, ok := d.Int64()
	if _, isNumber := v.(number.Decimal); !isNumber || !ok || n < 0 || n > 30 {
		return 0, fmt.Errorf("%q is not a number of decimals", text(v))
	}
	return int(n), nil
}

func onText(f func(string) string) func([]any) (any, error) {
	return func(args []any) (any, error) {
		if args[0] == nil {
			return nil, nil
		}
		return orNull(f(text(args[0]))), nil
	}
}

// orNull returns null for an empty text.
func orNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}

func patternOf(v any) *regexp.Regexp { return v.(*regexp.Regexp) }

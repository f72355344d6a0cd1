package recipe

import (
	"errors"
	"fmt"
	"strings"

	"github.com/tidywiki/tidywiki/transform/number"
)

// operators has the functions that replace the operators of expressions. They compute
// exactly and treat null as SQL does: a result computed from null is null, and a
// comparison with null is neither true nor false.
var operators = map[string]func(a, b any) (any, error){
	"+":   add,
	"-":   arithmetic(number.Decimal.Sub),
	"*":   arithmetic(number.Decimal.Mul),
	"==":  func(a, b any) (any, error) { return equals(a, b) },
	"!=":  func(a, b any) (any, error) { v, err := equals(a, b); return not(v), err },
	"<":   comparison(func(c int) bool { return c < 0 }),
	"<=":  comparison(func(c int) bool { return c <= 0 }),
	">":   comparison(func(c int) bool { return c > 0 }),
	">=":  comparison(func(c int) bool { return c >= 0 }),
	"and": func(a, b any) (any, error) { return both(a, b, false) },
	"or":  func(a, b any) (any, error) { return both(a, b, true) },
	"in":  in,
}

// unsupported has the operators that expressions cannot use, with the cure.
var unsupported = map[string]string{
	"/": "use divide(a, b, decimals), which says how to round", "%": "there is no remainder",
	"**": "use *", "^": "use *", "..": "write the list out",
}

// add adds numbers, or joins if either side is a text.
func add(a, b any) (any, error) {
	if a == nil || b == nil {
		return nil, nil
	}
	_, ok1 := a.(string)
	_, ok2 := b.(string)
	if ok1 || ok2 {
		return text(a) + text(b), nil
	}
	return arithmetic(number.Decimal.Add)(a, b)
}

func arithmetic(op func(a, b number.Decimal) number.Decimal) func(a, b any) (any, error) {
	return func(a, b any) (any, error) {
		if a == nil || b == nil {
			return nil, nil
		}
		x, ok1 := a.(number.Decimal)
		y, ok2 := b.(number.Decimal)
		if !ok1 || !ok2 {
			return nil, fmt.Errorf("cannot compute with %s and %s", kind(a), kind(b))
		}
		return op(x, y), nil
	}
}

func negate(v any) (any, error) { return arithmetic(number.Decimal.Sub)(number.Decimal{}, v) }

func comparison(holds func(int) bool) func(a, b any) (any, error) {
	return func(a, b any) (any, error) {
		c, known, err := compare(a, b)
		if err != nil || !known {
			return nil, err
		}
		return holds(c), nil
	}
}

// compare compares two values of the same kind. known is false if one is null, and for
// dates that overlap but are not equal.
func compare(a, b any) (c int, known bool, err error) {
	if a == nil || b == nil {
		return 0, false, nil
	}
	switch x := a.(type) {
	case number.Decimal:
		if y, ok := b.(number.Decimal); ok {
			return x.Cmp(y), true, nil
		}
	case string:
		if y, ok := b.(string); ok {
			return strings.Compare(x, y), true, nil
		}
	case days:
		if y, ok := b.(days); ok {
			return compareDays(x, y)
		}
	}
	return 0, false, fmt.Errorf("cannot compare %s with %s", kind(a), kind(b))
}

func compareDays(a, b days) (c int, known bool, err error) {
	switch {
	case !a.known || !b.known:
		return 0, false, nil
	case a.end < b.start:
		return -1, true, nil
	case b.end < a.start:
		return 1, true, nil
	}
	return 0, a.start == b.start && a.end == b.end, nil
}

// equals is null if one side is null. Values of different kinds are not equal.
func equals(a, b any) (any, error) {
	switch x := a.(type) {
	case bool:
		if y, ok := b.(bool); ok {
			return x == y, nil
		}
	case days:
		if y, ok := b.(days); ok {
			return x == y, nil
		}
	case []any, record:
		return nil, errors.New("lists and rows cannot be compared")
	}
	if a == nil || b == nil {
		return nil, nil
	}
	c, known, err := compare(a, b)
	return known && c == 0 && err == nil, nil
}

// not negates a condition; not null is null.
func not(v any) any {
	if b, ok := v.(bool); ok {
		return !b
	}
	return nil
}

// both computes and (decisive is false) and or (decisive is true): if one side is the
// decisive value, so is the result, even if the other side is null.
func both(a, b any, decisive bool) (any, error) {
	for _, v := range []any{a, b} {
		if _, err := truth(v); err != nil {
			return nil, err
		}
	}
	switch {
	case a == decisive || b == decisive:
		return decisive, nil
	case a == nil || b == nil:
		return nil, nil
	}
	return !decisive, nil
}

// in reports whether a list has a value, a dictionary has a key, or a text contains a
// text.
func in(a, b any) (any, error) {
	if a == nil || b == nil {
		return nil, nil
	}
	switch b := b.(type) {
	case []any:
		for _, v := range b {
			if same, err := equals(a, normal(v)); err != nil || same == true {
				return same, err
			}
		}
		return false, nil
	case dictionary:
		_, found := b[fold(text(a))]
		return found, nil
	case string:
		return strings.Contains(b, text(a)), nil
	}
	return nil, fmt.Errorf("nothing is in %s", kind(b))
}

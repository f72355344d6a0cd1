package recipe

import (
	"cmp"
	"fmt"

	"github.com/tidywiki/tidywiki/transform/number"
)

// pct returns 100 x part / whole, rounded half up to 4 decimals or the given number. It is
// null if whole is 0.
func pct(args []any) (any, error) {
	part, ok1, err1 := numberOf(args[0])
	whole, ok2, err2 := numberOf(args[1])
	places := 4
	var err3 error
	if len(args) == 3 {
		if args[2] == nil {
			return nil, nil
		}
		places, err3 = wholeOf(args[2])
	}
	if err := cmp.Or(err1, err2, err3); err != nil || !ok1 || !ok2 {
		return nil, err
	}
	return quotient(part.Mul(number.NewDecimal(100, 0)), whole, places), nil
}

// quotient returns null if whole is 0.
func quotient(part, whole number.Decimal, places int) any {
	q, ok := part.Quo(whole, places)
	if !ok {
		return nil
	}
	return q
}

func divide(args []any) (any, error) {
	a, ok1, err1 := numberOf(args[0])
	b, ok2, err2 := numberOf(args[1])
	places, err3 := wholeOf(args[2])
	if err := cmp.Or(err1, err2, err3); err != nil || !ok1 || !ok2 {
		return nil, err
	}
	return quotient(a, b, places), nil
}

func round(args []any) (any, error) {
	d, ok, err := numberOf(args[0])
	if err != nil || !ok || args[1] == nil {
		return nil, err
	}
	places, err := wholeOf(args[1])
	return d.Round(places), err
}

// decimals returns the number of printed digits after the point.
func decimals(args []any) (any, error) {
	d, ok, err := numberOf(args[0])
	if err != nil || !ok {
		return nil, err
	}
	return number.NewDecimal(int64(d.Decimals()), 0), nil
}

// toNumber parses a text that is a number or ordinal as a whole. Otherwise the result is
// null.
func toNumber(args []any) (any, error) {
	switch v := args[0].(type) {
	case number.Decimal:
		return v, nil
	case string:
		if n, ok := number.Parse(v, nil); ok {
			return n.Value, nil
		}
	}
	return nil, nil
}

// amounts returns the numbers in the arguments and in lists among them, without nulls.
func amounts(args []any) ([]number.Decimal, error) {
	var all []number.Decimal
	for _, a := range args {
		if list, ok := a.([]any); ok {
			inner, err := amounts(list)
			if err != nil {
				return nil, err
			}
			all = append(all, inner...)
			continue
		}
		d, ok, err := numberOf(normal(a))
		if err != nil {
			return nil, err
		}
		if ok {
			all = append(all, d)
		}
	}
	return all, nil
}

// sum adds all values that are not null. Without values the sum is 0; if all values are
// null, it is null.
func sum(args []any) (any, error) {
	all, err := amounts(args)
	if err != nil {
		return nil, err
	}
	list, isList := args[0].([]any)
	if empty := isList && len(list) == 0 && len(args) == 1; len(all) == 0 && !empty {
		return nil, nil
	}
	var total number.Decimal
	for _, d := range all {
		total = total.Add(d)
	}
	return total, nil
}

// extreme returns the maximum (sign 1) or minimum (sign -1), or null if all values are
// null.
func extreme(sign int) func(args []any) (any, error) {
	return func(args []any) (any, error) {
		all, err := amounts(args)
		if err != nil || len(all) == 0 {
			return nil, err
		}
		best := all[0]
		for _, d := range all[1:] {
			if d.Cmp(best)*sign > 0 {
				best = d
			}
		}
		return best, nil
	}
}

// rank returns the rank of a number in a list, from the largest down, starting at 1. Equal
// numbers share a rank, and the following ranks are skipped.
func rank(args []any) (any, error) {
	d, ok, err := numberOf(args[0])
	if err != nil || !ok {
		return nil, err
	}
	list, isList := args[1].([]any)
	if !isList {
		return nil, fmt.Errorf("rank needs a list of numbers, not %s", kind(args[1]))
	}
	others, err := amounts(list)
	if err != nil {
		return nil, err
	}
	place := int64(1)
	for _, o := range others {
		if o.Cmp(d) > 0 {
			place++
		}
	}
	return number.NewDecimal(place, 0), nil
}

package recipe

import (
	"fmt"

	"github.com/tidywiki/tidywiki/transform/number"
)

// pct is 100 x part / whole, rounded half up to 4 decimals or as many as are
// asked for; null if the whole is 0.
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
	if err := firstError(err1, err2, err3); err != nil || !ok1 || !ok2 {
		return nil, err
	}
	return quotient(part.Mul(number.NewDecimal(100, 0)), whole, places), nil
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// quotient is null if whole is 0.
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
	if err := firstError(err1, err2, err3); err != nil || !ok1 || !ok2 {
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

// decimals is how many digits a number has behind the point as it was printed.
func decimals(args []any) (any, error) {
	d, ok, err := numberOf(args[0])
	if err != nil || !ok {
		return nil, err
	}
	return number.NewDecimal(int64(d.Decimals()), 0), nil
}

// toNumber reads a text that is wholly a number, ordinals included; null if it is
// none.
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

// amounts are the numbers among the arguments, lists opened, nulls left out.
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

// sum adds what is not null; of nothing at all it is 0, of nulls alone null.
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

// extreme returns max (sign 1) or min (sign -1): null if all values are.
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

// rank is the place of a number among others in falling order, counted from 1;
// equals share a place, and the next one is left out.
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

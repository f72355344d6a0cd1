package recipe

import (
	"fmt"
	"strconv"

	"github.com/tidywiki/tidywiki/transform/date"
	"github.com/tidywiki/tidywiki/transform/number"
)

// onDays wraps a function of a date. The result for null is null.
func onDays(f func(days) (any, error)) func([]any) (any, error) {
	return func(args []any) (any, error) {
		switch v := args[0].(type) {
		case nil:
			return nil, nil
		case days:
			return f(v)
		}
		return nil, fmt.Errorf("%s is not a date", kind(args[0]))
	}
}

// orUnknown returns a day of a date, or null if its days are not known.
func orUnknown(d days, day int32) any {
	if !d.known {
		return nil
	}
	return oneDay(day)
}

// yearOf returns the year in which a date begins.
func yearOf(d days) (any, error) {
	if !d.known {
		return nil, nil
	}
	first := date.Format(d.start)
	year, err := strconv.ParseInt(first[:len(first)-len("-01-01")], 10, 64)
	if err != nil {
		return nil, err
	}
	return number.NewDecimal(year, 0), nil
}

// toDate parses a text that is a date as a whole. Otherwise the result is null.
func toDate(args []any) (any, error) {
	switch v := args[0].(type) {
	case days:
		return v, nil
	case string:
		if d, ok := parseDays(v); ok {
			return d, nil
		}
	}
	return nil, nil
}

// interval returns the time from the first day of one date to the last of another. It is
// null if one of them is not known or the second ends before the first begins.
func interval(args []any) (any, error) {
	a, ok1 := args[0].(days)
	b, ok2 := args[1].(days)
	if !ok1 || !ok2 {
		return nil, nil
	}
	d, ok := between(a, b)
	if !ok {
		return nil, nil
	}
	return d, nil
}

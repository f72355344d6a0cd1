package recipe

import (
	"fmt"
	"strconv"

	"github.com/tidywiki/tidywiki/transform/number"
)

// A value of an expression is nil (null), a string, a bool, a number.Decimal, a
// day, a []any (list), a record or a dictionary. Whole numbers and floats, which
// expr makes of literals and counts, are turned into decimals wherever they meet
// one of our operators or functions.

// A record is a row: its variables and fields by name.
type record = map[string]any

// normal turns what expr hands over into one of our values.
func normal(v any) any {
	switch v := v.(type) {
	case int:
		return number.NewDecimal(int64(v), 0)
	case float64:
		d, _ := number.ParseDecimal(strconv.FormatFloat(v, 'g', -1, 64))
		return d
	}
	return v
}

// kind names the type of a value in messages.
func kind(v any) string {
	switch v.(type) {
	case nil:
		return "null"
	case string:
		return "text"
	case bool:
		return "true or false"
	case number.Decimal:
		return "a number"
	case days:
		return "a date"
	case []any:
		return "a list"
	case record:
		return "a row"
	}
	return fmt.Sprintf("%T", v)
}

// text writes a value as a string field keeps it; null is empty.
func text(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case bool:
		return strconv.FormatBool(v)
	case number.Decimal:
		return v.String()
	case days:
		return v.edtf
	}
	return fmt.Sprint(v)
}

// absent says whether a value counts as none: null, or an empty text.
func absent(v any) bool { return v == nil || v == "" }

// truth says whether a condition holds; null does not.
func truth(v any) (bool, error) {
	switch v := v.(type) {
	case nil:
		return false, nil
	case bool:
		return v, nil
	}
	return false, fmt.Errorf("%s is no condition", kind(v))
}

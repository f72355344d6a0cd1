package recipe

import (
	"fmt"
	"strconv"

	"github.com/tidywiki/tidywiki/transform/number"
)

// A value of an expression is nil (null), a string, a bool, a number.Decimal, a days, a
// []any (list), a record or a dictionary. expr has integers and floats for literals and
// counts; our operators and functions convert them to decimals.

// A record is a row: its variables and fields by name.
type record = map[string]any

// normal converts a value from expr to one of our values.
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

// text returns a value as text for a string field. Null is empty.
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

// absent reports whether a value is null or an empty text.
func absent(v any) bool { return v == nil || v == "" }

// truth reports whether a condition holds. Null does not.
func truth(v any) (bool, error) {
	switch v := v.(type) {
	case nil:
		return false, nil
	case bool:
		return v, nil
	}
	return false, fmt.Errorf("%s is not a condition", kind(v))
}

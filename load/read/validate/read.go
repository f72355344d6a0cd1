package validate

import (
	"cmp"
	"encoding/base64"
	"encoding/json"
	"net/mail"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/load/datapackage"
	"github.com/tidywiki/tidywiki/load/read"
)

// readingOf returns how cells of a field are read: false for a type that does not
// exist, nil for a format that is not known.
func readingOf(f *datapackage.Field, to fielder) (reading, bool) {
	switch f.Type {
	case "", "any":
		return readAny, true
	case "string":
		return stringReading(f.Format), true
	case "integer":
		return integerReading(f), true
	case "number":
		return numberReading(f), true
	case "boolean":
		return booleanReading(f), true
	case "date", "time", "datetime":
		return timeReading(f.Type, f.Format), true
	case "year":
		return textReading(yearForm.MatchString), true
	case "yearmonth":
		return textReading(yearMonthForm.MatchString), true
	case "duration":
		return textReading(isDuration), true
	case "geopoint":
		return geopointReading(f.Format), true
	case "object", "geojson":
		return nestedReading('{'), true
	case "array":
		return nestedReading('['), true
	case "list":
		return listReading(f, to), true
	}
	return nil, false
}

// readAny takes every cell.
func readAny(c read.Cell) (string, bool) { return c.Text, true }

// textReading takes text of a form; a number counts as its digits.
func textReading(is func(string) bool) reading {
	return func(c read.Cell) (string, bool) {
		return c.Text, (c.Kind == read.Bare || c.Kind == read.Text || c.Kind == read.Number) && is(c.Text)
	}
}

var (
	yearForm      = regexp.MustCompile(`^-?\d{4,}$`)
	yearMonthForm = regexp.MustCompile(`^-?\d{4,}-(0[1-9]|1[0-2])$`)
	uuidForm      = regexp.MustCompile(`^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$`)
	durationForm  = regexp.MustCompile(`^-?P(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$`)
)

func isDuration(s string) bool {
	return durationForm.MatchString(s) && strings.ContainsAny(s, "0123456789") && !strings.HasSuffix(s, "T")
}

// stringReading takes strings, of a format if there is one.
func stringReading(format string) reading {
	is, known := map[string]func(string) bool{
		"": nil, "default": nil,
		"email": func(s string) bool { a, err := mail.ParseAddress(s); return err == nil && a.Address == s },
		"uri":   func(s string) bool { u, err := url.Parse(s); return err == nil && u.Scheme != "" },
		"binary": func(s string) bool {
			_, err := base64.StdEncoding.DecodeString(s)
			return err == nil
		},
		"uuid": uuidForm.MatchString,
	}[format]
	if !known {
		return nil
	}
	return func(c read.Cell) (string, bool) {
		return c.Text, (c.Kind == read.Bare || c.Kind == read.Text) && (is == nil || is(c.Text))
	}
}

// booleanReading takes the words for true and false.
func booleanReading(f *datapackage.Field) reading {
	yes, no := []string{"true", "True", "TRUE", "1"}, []string{"false", "False", "FALSE", "0"}
	if f.TrueValues != nil {
		yes = f.TrueValues
	}
	if f.FalseValues != nil {
		no = f.FalseValues
	}
	return func(c read.Cell) (string, bool) {
		switch {
		case c.Kind == read.Boolean:
			return c.Text, true
		case c.Kind != read.Bare && c.Kind != read.Text:
		case slices.Contains(yes, c.Text):
			return "true", true
		case slices.Contains(no, c.Text):
			return "false", true
		}
		return c.Text, false
	}
}

// geopointReading takes a longitude and a latitude.
func geopointReading(format string) reading {
	point := func(lon, lat string) (string, bool) {
		x, okX := plainNumber(strings.TrimSpace(lon))
		y, okY := plainNumber(strings.TrimSpace(lat))
		within := okX && okY && compareNumbers(x, "180") <= 0 && compareNumbers(x, "-180") >= 0 &&
			compareNumbers(y, "90") <= 0 && compareNumbers(y, "-90") >= 0
		return x + "," + y, within
	}
	return func(c read.Cell) (string, bool) {
		text := c.Text
		if format == "array" || format == "object" || c.Kind == read.Nested {
			var array [2]json.Number
			var object struct{ Lon, Lat json.Number }
			if json.Unmarshal([]byte(text), &array) == nil {
				return point(array[0].String(), array[1].String())
			}
			if json.Unmarshal([]byte(text), &object) == nil {
				return point(object.Lon.String(), object.Lat.String())
			}
			return text, false
		}
		lon, lat, ok := strings.Cut(text, ",")
		value, within := point(lon, lat)
		return value, ok && within
	}
}

// nestedReading takes JSON that begins with that bracket, also as text.
func nestedReading(bracket byte) reading {
	return func(c read.Cell) (string, bool) {
		if c.Kind != read.Nested && c.Kind != read.Bare && c.Kind != read.Text {
			return c.Text, false
		}
		var v any
		if json.Unmarshal([]byte(c.Text), &v) != nil {
			return c.Text, false
		}
		b, _ := json.Marshal(v)
		return string(b), b[0] == bracket
	}
}

// listReading takes values with a delimiter between them.
func listReading(f *datapackage.Field, to fielder) reading {
	delimiter := cmp.Or(f.Delimiter, ",")
	readItem, known := readingOf(&datapackage.Field{Type: f.ItemType}, to)
	if !known {
		to.fail(": itemType is %q, which is not a type", f.ItemType)
		readItem = readAny
	}
	return func(c read.Cell) (string, bool) {
		if c.Kind == read.Nested {
			return nestedReading('[')(c)
		}
		for part := range strings.SplitSeq(c.Text, delimiter) {
			if _, ok := readItem(read.Cell{Kind: read.Bare, Text: part}); !ok {
				return c.Text, false
			}
		}
		return c.Text, true
	}
}

// length is what minLength and maxLength count: characters, or the members of an
// array or object.
func (f *field) length(value string) int {
	switch f.Type {
	case "array":
		var v []json.RawMessage
		_ = json.Unmarshal([]byte(value), &v) // it was read before
		return len(v)
	case "object":
		var v map[string]json.RawMessage
		_ = json.Unmarshal([]byte(value), &v)
		return len(v)
	case "list":
		return strings.Count(value, ",") + 1
	}
	return utf8.RuneCountInString(value)
}

package validate

import (
	"strings"
	"time"

	"github.com/tidywiki/tidywiki/load/read"
)

// timeReading takes dates and times: of the default format, of a pattern of
// strptime, or of any unambiguous format.
func timeReading(kind, format string) reading {
	var layouts []string
	switch {
	case format == "" || format == "default":
		layouts = map[string][]string{
			"date":     {time.DateOnly},
			"time":     {"15:04:05", "15:04:05Z07:00"},
			"datetime": {time.RFC3339, "2006-01-02T15:04:05"},
		}[kind]
	case format == "any":
		layouts = anyLayouts[kind]
	default:
		layout, ok := layoutOf(strings.TrimPrefix(format, "fmt:"))
		if !ok {
			return nil
		}
		layouts = []string{layout}
	}
	return func(c read.Cell) (string, bool) {
		if c.Kind != read.Bare && c.Kind != read.Text {
			return c.Text, false
		}
		for _, layout := range layouts {
			if t, err := time.Parse(layout, c.Text); err == nil {
				return t.UTC().Format(canonical[kind]), true
			}
		}
		return c.Text, false
	}
}

// canonical is the form in which values are compared.
var canonical = map[string]string{"date": time.DateOnly, "time": "15:04:05.000000000", "datetime": "2006-01-02T15:04:05.000000000"}

var anyLayouts = map[string][]string{
	"date":     {time.DateOnly, "2006/01/02", "20060102", "2 January 2006", "2 Jan 2006", "January 2, 2006", "Jan 2, 2006", "02.01.2006"},
	"time":     {"15:04:05", "15:04:05Z07:00", "15:04", "3:04 PM", "3:04PM"},
	"datetime": {time.RFC3339, "2006-01-02T15:04:05", time.DateTime, "2006-01-02 15:04", "2006-01-02T15:04", time.RFC1123, time.RFC1123Z},
}

// directives are those of strptime that time.Parse can do.
var directives = map[byte]string{
	'Y': "2006", 'y': "06", 'm': "01", 'd': "02", 'H': "15", 'I': "03", 'M': "04", 'S': "05", 'f': "000000", 'p': "PM",
	'b': "Jan", 'B': "January", 'a': "Mon", 'A': "Monday", 'j': "002", 'z': "-0700", 'Z': "MST", '%': "%",
	'F': "2006-01-02", 'T': "15:04:05",
}

// layoutOf translates a pattern of strptime.
func layoutOf(pattern string) (string, bool) {
	var b strings.Builder
	for i := 0; i < len(pattern); i++ {
		if pattern[i] != '%' {
			b.WriteByte(pattern[i])
			continue
		}
		if i++; i == len(pattern) || directives[pattern[i]] == "" {
			return "", false
		}
		b.WriteString(directives[pattern[i]])
	}
	return b.String(), strings.Contains(pattern, "%")
}

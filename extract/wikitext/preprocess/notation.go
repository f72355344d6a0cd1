package preprocess

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// notations.txt says how the wikis of a language write numbers and dates.
//
//go:embed notations.txt
var notationsText string

// A notation is how the wikis of a language write numbers and dates.
type notation struct {
	thousands, decimal string
	least              int // digits from which thousands are marked
	date               string
	months             []string
}

// english is what pages whose language is not known are written in.
var english = &notation{",", ".", 4, "", monthNames[:]}

var notations = sync.OnceValue(func() map[string]*notation {
	out := map[string]*notation{}
	space := strings.NewReplacer("_", "\u00a0")
	for line := range strings.Lines(notationsText) {
		fields := strings.Split(strings.TrimSpace(line), " | ")
		if strings.HasPrefix(line, "#") || len(fields) != 6 {
			continue
		}
		least, _ := strconv.Atoi(fields[3])
		out[fields[0]] = &notation{space.Replace(fields[1]), space.Replace(fields[2]), least, fields[4], strings.Split(fields[5], ", ")}
	}
	return out
})

// notationOf is how a language writes, by its BCP 47 tag.
func notationOf(tag string) *notation {
	base, _, _ := strings.Cut(tag, "-")
	if l := notations()[strings.ToLower(base)]; l != nil {
		return l
	}
	return english
}

// group marks the thousands of a plain number, whose decimal mark is a point, as the
// language does. Other texts stay as they are.
func (l *notation) group(s string) string {
	start := 0
	if strings.HasPrefix(s, "-") || strings.HasPrefix(s, "−") || strings.HasPrefix(s, "+") {
		_, start = utf8.DecodeRuneInString(s)
	}
	end := start
	for end < len(s) && s[end] >= '0' && s[end] <= '9' {
		end++
	}
	if end == start || end < len(s) && s[end] != '.' && s[end] != ' ' {
		return s
	}
	rest := s[end:]
	if digits, ok := strings.CutPrefix(rest, "."); ok {
		if strings.Trim(digits, "0123456789") != "" && l != english {
			return s
		}
		rest = l.decimal + digits
	}
	if end-start < l.least {
		return s[:end] + rest
	}
	var b strings.Builder
	b.WriteString(s[:start])
	for i := start; i < end; i++ {
		if i > start && (end-i)%3 == 0 {
			b.WriteString(l.thousands)
		}
		b.WriteByte(s[i])
	}
	b.WriteString(rest)
	return b.String()
}

// plain takes the marks of thousands out of a number and makes its decimal mark a
// point.
func (l *notation) plain(s string) string {
	s = strings.ReplaceAll(s, l.thousands, "")
	if l.thousands == "\u00a0" {
		s = strings.NewReplacer(" ", "", "\u202f", "", "&nbsp;", "").Replace(s)
	}
	if l.decimal != "." {
		s = strings.ReplaceAll(s, l.decimal, ".")
	}
	return s
}

// day writes a day. Where it is 0, that is the month of a year.
func (l *notation) day(year string, month, day int) string {
	form := l.date
	if day == 0 {
		form = "M Y"
		if strings.HasPrefix(l.date, "Y年") {
			form = "Y年M"
		}
	}
	var b strings.Builder
	for _, r := range form {
		switch r {
		case 'Y':
			b.WriteString(year)
		case 'N':
			b.WriteString(strconv.Itoa(month))
		case 'M':
			b.WriteString(l.months[month-1])
		case 'D':
			b.WriteString(strconv.Itoa(day))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

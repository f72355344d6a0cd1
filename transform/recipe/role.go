package recipe

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/page"
)

// A role is a column by its meaning: the headers it may have, and the kind of its values.
type role struct {
	name string
	// ranks has the headers as normalized by normalHeader, preferred ones first.
	ranks    map[string]int
	patterns []*regexp.Regexp
	kind     roleKind
	optional bool
	// filled is true if an empty cell has the value of the cell above.
	filled bool
}

// A roleKind is how the values of a column are read.
type roleKind string

const (
	asText   roleKind = "text"   // the text of the cell
	asNumber roleKind = "number" // the column must hold numbers; other cells are null
	asAny    roleKind = "any"    // by the type of the column: a number, a date or a text
)

// role returns the role of a name. Without headers, its header is the name itself.
func (c *compiler) role(name located) role {
	r := role{name: name.text, ranks: map[string]int{}}
	headers := []located{{strings.ReplaceAll(name.text, "_", " "), name.line}}
	if i := slices.IndexFunc(c.spec.headers, func(h headerSpec) bool { return h.role == name.text }); i >= 0 {
		headers = c.spec.headers[i].headers
	}
	c.roles = append(c.roles, name.text)
	for _, h := range headers {
		if strings.HasPrefix(h.text, "/") && strings.HasSuffix(h.text, "/") && len(h.text) > 2 {
			h.text = h.text[1 : len(h.text)-1]
			r.patterns = append(r.patterns, c.regexp(h, `(?i)^(?:%s)$`))
			continue
		}
		header := normalHeader(h.text)
		if _, twice := r.ranks[header]; !twice {
			r.ranks[header] = len(r.ranks)
		}
	}
	return r
}

// find returns the field of a table that has one of the role's headers, or -1. If several
// do, it returns the one whose header comes first in the role, so that Against is
// preferred to No. It ignores fields in taken.
func (r *role) find(p *view, t *dataset.Table, taken []int) int {
	best, rank := -1, len(r.ranks)+len(r.patterns)
	for f, names := range p.names(t) {
		if i := r.rank(names); i < rank && !slices.Contains(taken, f) && (r.kind != asNumber || numeric(p.data, t, f)) {
			best, rank = f, i
		}
	}
	return best
}

// rank returns the index of the first header of the role that a field has, or a large
// number.
func (r *role) rank(names []string) int {
	best := math.MaxInt
	for _, name := range names {
		if i, ok := r.ranks[name]; ok {
			best = min(best, i)
		}
	}
	if best < math.MaxInt {
		return best
	}
	for i, re := range r.patterns {
		if slices.ContainsFunc(names, re.MatchString) {
			return len(r.ranks) + i
		}
	}
	return math.MaxInt
}

// names returns the header names of each field of a wide table: the whole header, its last
// level, and that without a unit in parentheses. A field that is not a column of the page
// has none.
func (p *view) names(t *dataset.Table) [][]string {
	names, ok := p.headers[t]
	if ok {
		return names
	}
	names = make([][]string, len(t.Schema.Fields))
	for f := range names {
		h := p.data.Header(t, f)
		if len(h) == 0 {
			continue
		}
		last := normalHeader(h[len(h)-1])
		names[f] = append(names[f], last)
		if len(h) > 1 {
			names[f] = append(names[f], normalHeader(strings.Join(h, " ")))
		}
		if short := withoutUnit(last); short != last {
			names[f] = append(names[f], short)
		}
	}
	p.headers[t] = names
	return names
}

// withoutUnit removes parentheses at the end of a header, unless they mark a percentage.
func withoutUnit(h string) string {
	i := strings.LastIndexByte(h, '(')
	if i <= 0 || !strings.HasSuffix(h, ")") || strings.Contains(h[i:], "%") {
		return h
	}
	return strings.TrimRight(h[:i], " ")
}

// numeric reports whether a column can be read as numbers: by its type, or because a
// string column has at least as many numbers as words. Dashes do not count.
func numeric(d *page.Page, t *dataset.Table, field int) bool {
	switch t.Schema.Fields[field].Type {
	case dataset.Integer, dataset.Number, dataset.Decimal:
		return true
	case dataset.String:
	default:
		return false
	}
	numbers, texts := 0, 0
	for row := range t.NumRows() {
		if _, decimal := d.Written(t, row, field); decimal != "" {
			numbers++
		} else if strings.ContainsFunc(t.ColumnAt(field).Str(row), isWord) {
			texts++
		}
	}
	return numbers >= texts
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// normalHeader removes differences of case, white space and marks at the end from a
// header.
func normalHeader(h string) string {
	return strings.Join(strings.Fields(strings.ToLower(strings.TrimRight(h, " *†‡§:"))), " ")
}

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

// A role is a column by what it is for: the headers it may have, and what its
// values must be.
type role struct {
	name string
	// ranks has the headers, as normalHeader writes them, the better ones first.
	ranks    map[string]int
	patterns []*regexp.Regexp
	kind     roleKind
	optional bool
	// filled says that an empty cell has the value of the one above it.
	filled bool
}

// A roleKind is what the values of a column are taken for.
type roleKind string

const (
	asText   roleKind = "text"   // the text of the cell
	asNumber roleKind = "number" // the column must hold numbers; what is none is null
	asAny    roleKind = "any"    // a number, a date or a text, as the column is typed
)

// role finds the headers of a column; without any, its own name is its header.
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

// find returns the field of a table whose header the role has, or -1. Of several
// the one whose header the role names first is taken, so that a table with the
// columns No and Against gives the better one. taken fields are left out.
func (r *role) find(p *view, t *dataset.Table, taken []int) int {
	best, rank := -1, len(r.ranks)+len(r.patterns)
	for f, names := range p.names(t) {
		if i := r.rank(names); i < rank && !slices.Contains(taken, f) && (r.kind != asNumber || numeric(p.data, t, f)) {
			best, rank = f, i
		}
	}
	return best
}

// rank is the place of the first of the role's headers that a field goes by, or
// a large number.
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

// names returns what each field of a wide table goes by: its whole header, the
// last level of it, and that without a unit in parentheses. A field that is no
// column of the page has none.
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

// withoutUnit drops what stands in parentheses at the end of a header, unless it
// makes a percentage of it.
func withoutUnit(h string) string {
	i := strings.LastIndexByte(h, '(')
	if i <= 0 || !strings.HasSuffix(h, ")") || strings.Contains(h[i:], "%") {
		return h
	}
	return strings.TrimRight(h[:i], " ")
}

// numeric says whether a column can be one of numbers: by its type, or because
// there are no fewer numbers than words in a column of texts. Dashes speak
// neither for it nor against it.
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

// normalHeader writes a header without what makes no difference: case, white
// space, and marks at its end.
func normalHeader(h string) string {
	return strings.Join(strings.Fields(strings.ToLower(strings.TrimRight(h, " *†‡§:"))), " ")
}

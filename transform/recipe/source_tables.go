package recipe

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/apache/arrow/go/v15/arrow"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/grid"
	"github.com/tidywiki/tidywiki/transform/number"
)

// tablesSource makes a row of each row of the page's wide tables that have
// certain columns.
type tablesSource struct {
	columns []role
	without []role
	filter  sectionFilter
}

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

// tableVariables are what a source from tables gives beside its columns.
var tableVariables = []string{"table", "table_title", "caption", "intro", "group", "section", "path", "line", "row", "band", "side",
	"is_total", "columns", "col"}

func (c *compiler) tablesSource(s *sourceSpec) rowMaker {
	out := &tablesSource{filter: c.sectionFilter(s)}
	for _, p := range s.columns {
		kind := c.located(p.value)
		r := c.role(located{p.key, p.line})
		name, filled := strings.CutSuffix(kind.text, " filled")
		name, optional := strings.CutSuffix(name, "?")
		r.kind, r.optional, r.filled = roleKind(name), optional, filled
		if r.kind != asText && r.kind != asNumber && r.kind != asAny {
			c.fail(kind.line, "column %s is text, number or any, with a ? behind it if a table may lack it, or filled, not %q", p.key, kind.text)
		}
		if !snakeCase.MatchString(p.key) || slices.Contains(words, p.key) || slices.Contains(tableVariables, p.key) {
			c.fail(p.line, "column %q: this name means something else in expressions, choose another", p.key)
		}
		out.columns = append(out.columns, r)
	}
	if len(out.columns) == 0 {
		c.fail(s.line, "a source from tables needs columns: the names of its columns, each text, number or any")
	}
	for _, w := range s.without {
		out.without = append(out.without, c.role(w))
	}
	return out
}

// role finds the headers of a column; without any, its own name is its header.
func (c *compiler) role(name located) role {
	r := role{name: name.text, ranks: map[string]int{}}
	headers, ok := c.spec.headers[name.text]
	if !ok {
		headers = []located{{strings.ReplaceAll(name.text, "_", " "), name.line}}
	}
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

func (s *tablesSource) variables() []string {
	names := slices.Clone(tableVariables)
	for _, r := range s.columns {
		names = append(names, r.name, r.name+"_text")
	}
	return names
}

// normalHeader writes a header without what makes no difference: case, white
// space, and marks at its end.
func normalHeader(h string) string {
	return strings.Join(strings.Fields(strings.ToLower(strings.TrimRight(h, " *†‡§:"))), " ")
}

// matched returns the field of a wide table for each column, -1 for an optional
// one that it lacks. ok is false if the source is not for the table.
func (s *tablesSource) matched(p *page, t *dataset.Table) (fields []int, ok bool) {
	if !s.filter.allows(p, p.data.Sheets[t.Origin.Table-1].Section) {
		return nil, false
	}
	for _, r := range s.without {
		if r.find(p, t, nil) >= 0 {
			return nil, false
		}
	}
	for _, r := range s.columns {
		f := r.find(p, t, fields)
		if f < 0 && !r.optional {
			return nil, false
		}
		fields = append(fields, f)
	}
	return fields, true
}

// find returns the field of a table whose header the role has, or -1. Of several
// the one whose header the role names first is taken, so that a table with the
// columns No and Against gives the better one. taken fields are left out.
func (r *role) find(p *page, t *dataset.Table, taken []int) int {
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
func (p *page) names(t *dataset.Table) [][]string {
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
func numeric(d *dataset.Dataset, t *dataset.Table, field int) bool {
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

func (s *tablesSource) rows(p *page) []record {
	var out []record
	for _, t := range p.data.Wide() {
		if fields, ok := s.matched(p, t); ok {
			begin := len(out)
			for row := range t.NumRows() {
				out = append(out, s.row(p, t, fields, row))
			}
			s.fill(t, out[begin:])
		}
	}
	return out
}

// fill gives empty cells of filled columns what stands above them in their block.
func (s *tablesSource) fill(t *dataset.Table, rows []record) {
	for _, r := range s.columns {
		for i := 1; i < len(rows) && r.filled; i++ {
			if rows[i][r.name] == nil && t.Origin.Rows[i].Block == t.Origin.Rows[i-1].Block {
				rows[i][r.name] = rows[i-1][r.name]
			}
		}
	}
}

func (s *tablesSource) row(p *page, t *dataset.Table, fields []int, row int) record {
	env := p.env()
	sheet := p.data.Sheets[t.Origin.Table-1]
	at := t.Origin.Rows[row]
	block := p.data.Part(t).Blocks[at.Block]
	env["table"] = number.NewDecimal(int64(t.Origin.Table), 0)
	env["table_title"], env["caption"] = orNull(block.Title), orNull(sheet.Grid.Table.Caption.Plain)
	env["band"], env["side"] = nil, nil
	if sheet.Layout.Kind == grid.Blocks {
		env["band"], env["side"] = number.NewDecimal(int64(block.Band+1), 0), number.NewDecimal(int64(block.Side+1), 0)
	}
	env["intro"] = orNull(p.intro(sheet))
	title, path := p.section(sheet.Section)
	env["section"], env["path"] = orNull(title), orNull(path)
	env["group"] = orNull(ownText(t, row, "group"))
	env["is_total"] = ownText(t, row, "row_kind") == "total"
	env["line"] = number.NewDecimal(t.Column("line").Int(row), 0)
	env["row"] = number.NewDecimal(int64(at.Row+1), 0)
	env["col"] = p.allColumns(t, row)
	var has []any
	for i, r := range s.columns {
		env[r.name], env[r.name+"_text"] = nil, nil
		if fields[i] >= 0 {
			has = append(has, r.name)
			env[r.name], env[r.name+"_text"] = p.cell(t, row, fields[i], r.kind)
		}
	}
	env["columns"] = has
	return env
}

// intro is the paragraph right above a table.
func (p *page) intro(sheet dataset.Sheet) string {
	blocks := p.data.Document.Sections[sheet.Section].Blocks
	for i, b := range blocks[:max(len(blocks)-1, 0)] {
		above, ok := b.(*document.Paragraph)
		if table, next := blocks[i+1].(*document.Table); ok && next && table == sheet.Grid.Table {
			return above.Text.Plain
		}
	}
	return ""
}

// ownText reads a column of texts that a wide table has beside those of the page.
func ownText(t *dataset.Table, row int, name string) string {
	if f := t.Schema.Index(name); f >= 0 && t.Origin.Fields[f] < 0 {
		return t.ColumnAt(f).Str(row)
	}
	return ""
}

// allColumns are the values of a row by the names of the wide table.
func (p *page) allColumns(t *dataset.Table, row int) dictionary {
	d := dictionary{}
	for f := range t.Schema.Fields {
		if t.Origin.Fields[f] >= 0 {
			d[fold(t.Schema.Fields[f].Name)], _ = p.cell(t, row, f, asAny)
		}
	}
	return d
}

// cell reads a value of a wide table, numbers exactly as they are printed, and its
// text.
func (p *page) cell(t *dataset.Table, row, field int, as roleKind) (value, text any) {
	r, c := p.data.Place(t, row, field)
	text = orNull(p.data.Sheets[t.Origin.Table-1].Grid.At(r-1, c-1).Plain)
	if as == asText {
		return text, text
	}
	_, decimal := p.data.Written(t, row, field)
	if d, ok := number.ParseDecimal(decimal); ok && (as == asNumber || t.Schema.Fields[field].Type != dataset.String) {
		return d, text
	}
	if as == asNumber {
		return nil, text
	}
	switch v := t.ColumnAt(field).Value(row).(type) {
	case string:
		return orNull(v), text
	case bool:
		return v, text
	case arrow.Date32:
		return oneDay(int32(v)), text
	case int64:
		return number.NewDecimal(v, 0), text
	}
	return nil, text
}

// unread lists the columns of a row that should hold a number and do not, though
// there are digits in the cell.
func (s *tablesSource) unread(row record) []string {
	var names []string
	for _, r := range s.columns {
		if r.kind == asNumber && row[r.name] == nil && strings.ContainsAny(text(row[r.name+"_text"]), "0123456789") {
			names = append(names, r.name)
		}
	}
	return names
}

package tidy

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/tidywiki/tidywiki/transform/column"
	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/grid"
)

// Fields of a wide table that are not columns of the page.
const (
	titleField   = "title"
	groupField   = "group"
	kindField    = "row_kind"
	detailsField = "details"
	lineField    = "line"
)

// maxColumn is how many bytes a column name may have before it is cut.
const maxColumn = 60

// addColumns adds a row for each logical column. The columns of further parts
// are counted on.
func (s *sheet) addColumns(b *dataset.Builder) {
	n := 0
	for p := range s.parts {
		part := &s.parts[p]
		for c := range part.columns {
			col := &part.columns[c]
			n++
			b.Str(s.page.ID).Int(int64(s.number)).Int(int64(n))
			if s.layout.Kind == grid.Rows || len(part.Blocks) == 0 {
				b.Null()
			} else {
				b.Int(int64(part.Blocks[0].Cols[c] + 1))
			}
			b.Str(part.names[c]).Str(header(part.Columns[c].Header)).Str(col.Type.String()).Opt(col.Unit)
			b.Int(int64(col.Nulls)).Int(int64(col.Count))
		}
	}
}

// names gives the columns of a part their names: snake_case, unique, made of the
// header path without units. Where two headers differ in nothing but the unit
// they keep it.
func names(p *part) []string {
	n := namer{taken: map[string]bool{dataset.PageIDField.Name: true, lineField: true,
		titleField: p.Titled, groupField: p.Grouped, kindField: p.Totals, detailsField: p.Detailed}, next: map[string]int{}}
	count := map[string]int{}
	out := make([]string, len(p.columns))
	for c := range p.columns {
		out[c] = columnName(p.columns[c].Texts)
		count[out[c]]++
	}
	for c := range out {
		if count[out[c]] > 1 {
			out[c] = columnName(p.Columns[c].Header)
		}
		if out[c] == "" {
			out[c] = "column_" + strconv.Itoa(c+1)
		}
		out[c] = n.free(out[c], &p.columns[c])
	}
	return out
}

// A namer knows the names of fields that are taken.
type namer struct {
	taken map[string]bool
	// next is, for a name and the fields it needs, the first number that may be free:
	// a table may have as many columns of one name as its page has bytes.
	next map[string]int
}

// free returns the name, with a number if one of the fields it needs is taken.
func (n *namer) free(name string, c *column.Column) string {
	if n.take(c.Fields(name)) {
		return name
	}
	var key strings.Builder
	for _, f := range c.Fields("") {
		key.WriteString(f.Name + "/")
	}
	key.WriteString(name)
	for i := max(n.next[key.String()], 2); ; i++ {
		try := name + "_" + strconv.Itoa(i)
		if n.take(c.Fields(try)) {
			n.next[key.String()] = i + 1
			return try
		}
	}
}

// take takes the fields unless one is taken.
func (n *namer) take(fields []dataset.Field) bool {
	for i := range fields {
		if n.taken[fields[i].Name] {
			return false
		}
	}
	for i := range fields {
		n.taken[fields[i].Name] = true
	}
	return true
}

// symbols are written as words in column names, where they are alone.
var symbols = strings.NewReplacer("+/-", " plus minus ", "+/−", " plus minus ", "±", " plus minus ", "%", " percent ", "№", " number ")

// columnName writes a header path as a snake_case name: letters of the Latin
// script folded to ASCII where Unicode decomposes them, those of others kept.
func columnName(path []string) string {
	var b strings.Builder
	for _, text := range path {
		if text == "#" || strings.HasPrefix(text, "# ") {
			text = "number" + text[1:]
		}
		snake(&b, symbols.Replace(text))
	}
	name := norm.NFC.String(b.String())
	if len(name) > maxColumn {
		name = strings.TrimRight(name[:cutAt(name)], "_")
	}
	return name
}

// cutAt is where a name that is too long ends, between words if possible.
func cutAt(name string) int {
	n := maxColumn
	for n > 0 && name[n]&0xC0 == 0x80 {
		n--
	}
	if i := strings.LastIndexByte(name[:n], '_'); i > maxColumn/2 {
		return i
	}
	return n
}

// snake adds the words of a text.
func snake(b *strings.Builder, text string) {
	gap, folded := b.Len() > 0, false
	for _, r := range norm.NFKD.String(text) {
		switch {
		case unicode.Is(unicode.Mn, r) && folded, isApostrophe(r):
			// These leave no gap: é is e, people's is peoples.
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) && !gap && b.Len() > 0:
			if gap {
				b.WriteByte('_')
			}
			gap, folded = false, unicode.Is(unicode.Latin, r)
			b.WriteRune(unicode.ToLower(r))
		default:
			gap = b.Len() > 0
		}
	}
}

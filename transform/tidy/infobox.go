package tidy

import (
	"context"
	_ "embed"
	"fmt"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/internal/wordlist"
	"github.com/tidywiki/tidywiki/transform/column"
	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/page"
)

//go:embed words/year.txt
var yearFile string

var yearKeys = sync.OnceValue(func() map[string]bool { return wordlist.Set(yearFile) })

// Infobox makes the table infobox and sets the year of the page. Where a value is
// a date without a year, it takes the page's, with a note year_from_context.
type Infobox struct{}

// Name is "infobox".
func (Infobox) Name() string { return "infobox" }

// Apply adds the table.
func (Infobox) Apply(_ context.Context, in *page.Page) (*page.Page, error) {
	d := in.Clone()
	var boxes []*document.Infobox
	d.Document.Walk(func(_ *document.Section, b document.Block) {
		if box, ok := b.(*document.Infobox); ok {
			boxes = append(boxes, box)
		}
	})
	d.Year, d.Dollar = yearOf(boxes), dollarOf(d)
	b := dataset.NewBuilder(dataset.Infobox)
	values := column.NewKeyReader(contextOf(d))
	for i, box := range boxes {
		for j := range box.Pairs {
			p := &box.Pairs[j]
			v := values.Read(p.Text.Plain, p.Key)
			if a := p.Text.Aside; a != nil && a.Date != "" && !v.Null && v.Type == column.String {
				v = values.Read(a.Date, "date")
			}
			b.Str(d.ID).Int(int64(i + 1)).Opt(box.Template).Opt(p.Group).Int(int64(j + 1)).Str(p.Key).Str(label(p)).Str(p.Text.Plain)
			addValue(b, &v)
			b.Int(int64(p.Line))
			checkPair(d, p, &v)
		}
	}
	d.Put(b.Table("infobox"))
	return d, nil
}

func contextOf(d *page.Page) column.Context {
	return column.Context{Language: d.Document.Meta.Language, Year: pageYear(d).year, Dollar: d.Dollar}
}

// yearOf is the year of the first box that names one.
func yearOf(boxes []*document.Infobox) int {
	for _, box := range boxes {
		for i := range box.Pairs {
			p := &box.Pairs[i]
			if !yearKeys()[strings.ToLower(p.Key)] {
				continue
			}
			v := column.Read(p.Text.Plain, "year", column.Context{})
			if n, ok := v.Number.Int64(); ok && v.Type == column.Year {
				return int(n)
			}
		}
	}
	return 0
}

// label is the key for a reader: the label of the box if it has one, else the key
// with spaces for its hyphens and underscores, and a capital.
func label(p *document.Pair) string {
	if p.Label != "" {
		return p.Label
	}
	words := strings.Join(strings.FieldsFunc(p.Key, func(r rune) bool {
		return r == '_' || r == '-' || unicode.IsSpace(r)
	}), " ")
	if words == "" {
		return p.Key
	}
	first, size := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(first)) + words[size:]
}

func checkPair(d *page.Page, p *document.Pair, v *column.Value) {
	text := p.Text.Plain
	add := func(n source.Note) {
		n.Where, n.Field, n.Line = "infobox", p.Key, p.Line
		d.Notes = append(d.Notes, n)
	}
	if v.Completed {
		add(source.Note{
			Code: "year_from_context", Observed: text, Expected: v.EDTF,
			Message: fmt.Sprintf("the date has no year; %d is the one that %s names", pageYear(d).year, pageYear(d).from),
		})
	}
	if v.ShortYear {
		add(source.Note{
			Severity: source.Warning, Code: "two_digit_year", Observed: text, Expected: v.EDTF,
			Message: "the year has two digits; " + centuryOf(v),
		})
	}
	if v.Inexact && v.HasDate() {
		add(source.Note{
			Code: "inexact_values", Observed: text, Expected: v.EDTF,
			Message: "the text means a part of the date; the value is the whole of it",
		})
	}
	if v.Unordered() {
		add(source.Note{
			Severity: source.Warning, Code: "ambiguous_date", Observed: text,
			Message: "nothing shows which number is the day and which the month, so the date stays text",
		})
	}
	if n, ok := longText(text); ok {
		add(n)
	}
	if likeFormula(text, v) {
		add(formulaNote(text))
	}
}

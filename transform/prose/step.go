package prose

import (
	"context"
	"fmt"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/internal/visible"
	"github.com/tidywiki/tidywiki/transform/page"
)

// Quantities is the step that reads the texts of the core tables and adds the
// tables quantities and changes, with a note year_from_context for every date
// that took its year from its surroundings, and one for every numeric date that is
// left out: ambiguous_date where day and month cannot be told apart, two_digit_year.
//
// The texts are the headings, paragraphs and list items, and those values of
// infoboxes and cells that are of type string: the others are a number or date
// as a whole. A cell that spans several positions is read once.
type Quantities struct{}

// Name is "prose".
func (Quantities) Name() string { return "prose" }

// Apply adds the two tables.
func (Quantities) Apply(ctx context.Context, in *page.Page) (*page.Page, error) {
	out := in.Clone()
	w := newWriter(in)
	for _, read := range readers {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		read(in, w.text)
	}
	out.Put(w.quantities.Table("quantities"))
	out.Put(w.changes.Table("changes"))
	out.Notes = append(out.Notes, w.notes...)
	return out, nil
}

// A place is the row of a core table that a text is from.
type place struct {
	where                  string
	ordinal, section, line int64
}

// A writer turns texts into rows.
type writer struct {
	page                string
	scanner             *scanner
	quantities, changes *dataset.Builder
	found, changed      int64
	notes               []source.Note
}

func newWriter(in *page.Page) *writer {
	return &writer{page: in.ID, scanner: newScanner(pageContext{Language: languageOf(in), Year: in.Year}),
		quantities: dataset.NewBuilder(dataset.Quantities), changes: dataset.NewBuilder(dataset.Changes)}
}

// text writes the quantities and changes of one text.
func (w *writer) text(p place, written string) {
	text := visible.Text(written)
	w.scanner.scan(text)
	w.doubts(p, text)
	qs := w.scanner.out
	for i := range qs {
		raw, first := text[qs[i].Span.Start:qs[i].Span.End], qs[i].First
		if len(text) < len(written) {
			raw, first = visible.Written(written, raw, first)
		}
		w.quantity(p, raw, first, &qs[i])
	}
	if len(qs) < 2 {
		return
	}
	for _, c := range findChanges(text, qs) {
		w.change(p, &c)
	}
}

// quantity adds a row to quantities: raw is in the text from the code point first on.
func (w *writer) quantity(p place, raw string, first int, q *quantity) {
	w.found++
	b := w.quantities
	b.Str(w.page).Int(w.found).Str(p.where).Int(p.ordinal).Int(p.section).Str(q.Kind.String())
	writeNumber(b, q)
	writeDate(b, q)
	b.Str(raw).Int(int64(first)).Int(int64(first + utf8.RuneCountInString(raw))).Int(p.line)
	if q.YearFrom != yearWritten {
		w.notes = append(w.notes, source.Note{Severity: source.Info, Code: "year_from_context", Where: p.where, Line: int(p.line),
			Observed: raw, Expected: q.Date.EDTF, Message: yearMessage(q)})
	}
}

// yearMessage returns the message on where a date took its year from.
func yearMessage(q *quantity) string {
	if q.YearFrom == yearOfSentence {
		return "the date has no year; another date of the sentence gave it"
	}
	return fmt.Sprintf("the date has no year; %d is the one the infobox names", yearOf(q.Date.Start))
}

// writeNumber adds the fields from value to scale.
func writeNumber(b *dataset.Builder, q *quantity) {
	v := &q.Number
	if q.Kind == kindDate {
		b.Null().Null().Null().Null().Bool(q.Date.Approx).Null().Null().Null().Null()
		return
	}
	writeFloat(b, q.HasValue(), v.Value.Float64())
	writeFloat(b, v.HasLower, v.Lower.Float64())
	writeFloat(b, v.HasUpper, v.Upper.Float64())
	b.Opt(v.Comparator).Bool(v.Approx || q.Date.Approx)
	if q.Kind == kindYear {
		b.Null().Null().Null().Null()
		return
	}
	b.Opt(v.Unit).Opt(v.System).Opt(v.Per)
	writeFloat(b, true, v.Scale.Float64())
}

func writeFloat(b *dataset.Builder, known bool, v float64) {
	if known {
		b.Num(v)
	} else {
		b.Null()
	}
}

// writeDate adds date, date_start and date_end.
func writeDate(b *dataset.Builder, q *quantity) {
	if !isDated(q) {
		b.Null().Null().Null()
		return
	}
	b.Str(q.Date.EDTF)
	if !q.Date.Known {
		b.Null().Null()
		return
	}
	b.Day(q.Date.Start).Day(q.Date.End)
}

// change adds a row to changes.
func (w *writer) change(p place, c *change) {
	w.changed++
	b := w.changes
	b.Str(w.page).Int(w.changed).Str(p.where).Int(p.ordinal).Opt(c.Subject)
	b.Num(c.From.Float64()).Num(c.To.Float64()).Opt(c.Unit).Num(c.Difference.Float64())
	writeFloat(b, c.HasGrowth, c.Growth.Float64())
	b.Int(p.line)
}

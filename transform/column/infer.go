package column

import (
	"slices"
	"strings"

	"github.com/tidywiki/tidywiki/transform/date"
	"github.com/tidywiki/tidywiki/transform/internal/visible"
	"github.com/tidywiki/tidywiki/transform/number"
)

// Infer reads the columns of one table. Each begins with all types as candidates,
// and each of its values may only remove some; the rest decide what the column
// is. The columns help each other where a decimal mark or the order of a numeric
// date is open.
func Infer(sources []Source, ctx Context) []Column {
	table := make([]inference, len(sources))
	var all evidence
	for i := range sources {
		table[i].begin(&sources[i], ctx)
		if !table[i].header.versions {
			all.merge(table[i].reader.evidence)
		}
	}
	race := slices.ContainsFunc(table, func(in inference) bool { return in.header.ranks })
	columns := make([]Column, len(sources))
	for i := range table {
		table[i].reader.race = race
		table[i].settle(all)
		table[i].brackets(ctx)
		table[i].complete(ctx.Year)
		columns[i] = table[i].column()
	}
	return columns
}

// Read reads a text on its own, such as a value of an infobox, with
// its key as the only evidence.
func Read(text, key string, ctx Context) Value { return NewKeyReader(ctx).Read(text, key) }

// A KeyReader reads texts as [Read] does, and remembers what their keys say. It is not safe
// for concurrent use.
type KeyReader struct {
	ctx     Context
	reader  reader
	headers map[string]header
	cells   [1]Cell
	values  [1]Value
	source  Source
	in      inference
}

// NewKeyReader returns a reader of the texts of one page.
func NewKeyReader(ctx Context) *KeyReader {
	return &KeyReader{ctx: ctx, reader: newReader(ctx), headers: map[string]header{}}
}

// Read reads a text.
func (k *KeyReader) Read(text, key string) Value {
	h, known := k.headers[key]
	if !known {
		h = readKey(key)
		h.decide(k.ctx.Dollar)
		k.headers[key] = h
	}
	k.cells[0], k.values[0] = Cell{Text: text}, Value{}
	k.source.Cells = k.cells[:]
	k.in = inference{source: &k.source, values: k.values[:], header: h, reader: k.reader}
	return k.in.read(text, k.ctx)
}

// read reads the only text of a column.
func (in *inference) read(text string, ctx Context) Value {
	in.reader.under(&in.header)
	in.readAll()
	v := &in.values[0]
	if v.fits == 0 && !v.is(nothing) && !in.header.names {
		in.leadValue(text, v)
	}
	if v.fits == 0 {
		return *v
	}
	in.brackets(ctx)
	in.complete(ctx.Year)
	in.alone(v)
	if v.Type.numeric() && v.Unit == "" {
		v.Unit = in.header.Unit
		in.scale(v)
	}
	return *v
}

// leadValue reads the value that a text begins with, if it goes on with what is said
// about it: "4,933,210 (120th)", "28 July 1943 in Sweden", or has its year before it:
// "1959: 585 kg".
func (in *inference) leadValue(text string, v *Value) {
	text = visible.Text(text)
	if before, behind, found := strings.Cut(text, ": "); found && len(before) == 4 && isYear(before) {
		text = behind
	}
	text, _ = cutMarks(text)
	text, way := cutTrend(text)
	if len(text) > longestLead {
		text = text[:cutRune(text, longestLead)]
	}
	if w, _, ok := in.reader.lead(text); ok && !isPair(text) {
		*v = w
		in.reader.turn(v, way)
	}
}

// An inference is a column while it is read.
type inference struct {
	source *Source
	header header
	reader reader
	values []Value
	// openMark reports whether nothing says what the only separator of the numbers is.
	openMark bool
	// zeroWords are the values that are 0 by a word for nothing.
	zeroWords []int
	// plainBrackets are the values in parentheses that have no sign.
	plainBrackets []int
}

// begin reads the texts once, as English writes them.
func (in *inference) begin(s *Source, ctx Context) {
	in.source = s
	in.header = readHeader(s.Header...)
	in.header.decide(ctx.Dollar)
	in.reader = newReader(ctx)
	if in.header.currency != "" {
		in.reader.number.Currency = in.header.currency
	}
	in.reader.under(&in.header)
	in.values = make([]Value, len(s.Cells))
	in.readAll()
}

func (in *inference) readAll() {
	for i := range in.source.Cells {
		c, v := &in.source.Cells[i], &in.values[i]
		in.reader.read(c.Text, c.SortKey, v)
		if c.Remark && v.fits == 0 {
			v.hint |= remark
		}
	}
}

// settle reads the texts again where the evidence demands it.
func (in *inference) settle(neighbours evidence) {
	r := &in.reader
	e, numbers, dates := r.evidence, r.number, r.date
	mark, sure := e.mark(neighbours, r.byComma)
	switch mark {
	case number.CommaMark:
		r.number.DecimalComma = true
	case number.PointMark:
		r.number.DecimalPoint = r.byComma
	}
	in.openMark = !sure && r.number.Language == ""
	if e.dayFirst || e.monthFirst || e.undecided {
		r.date.Order = e.order(neighbours)
	}
	r.date.Span = in.areSpans()
	if r.number != numbers || r.date != dates {
		in.readAgain()
	}
	if in.hasNumbersInWords() {
		r.words = true
		in.readAgain()
	}
	if !r.versions && in.countsLevels() {
		r.versions = true
		in.readAgain()
	}
	in.zeros()
	if year := in.someYear(); r.near == 0 && year != 0 {
		r.shortYears(year)
		in.readAgain()
		in.zeros()
	}
}

// countsLevels reports whether 1.9 is followed by 1.10: the numbers of sections, not
// decimals.
func (in *inference) countsLevels() bool {
	before := ""
	for i := range in.source.Cells {
		text := in.source.Cells[i].Text
		if head, ok := strings.CutSuffix(before, ".9"); ok && text == head+".10" && numberEnd(head, 0) == len(head) {
			return true
		}
		before = text
	}
	return false
}

// readAgain reads the texts with what the reader has learnt.
func (in *inference) readAgain() {
	in.reader.byComma, in.reader.last = byComma(&in.reader.number), pattern{}
	clear(in.values)
	in.readAll()
}

// someYear is the year of the first value that is a date, if another has a year of two
// digits, else 0.
func (in *inference) someYear() (year int) {
	short := false
	for i := range in.values {
		v := &in.values[i]
		short = short || v.ShortYear
		switch {
		case year != 0 || v.ShortYear:
		case v.Dated:
			year, _, _ = date.Civil(v.Start)
		case v.fits.has(Year):
			n, _ := v.Number.Int64()
			year = int(n)
		}
	}
	if !short {
		return 0
	}
	return year
}

// byComma reports whether decimals are behind a comma by a hint.
func byComma(h *number.Hint) bool {
	_, ok := number.Parse("1,5", h)
	return ok
}

// complete gives dates without a year the one of the page, unless there is no
// such day in that year.
func (in *inference) complete(year int) {
	if year == 0 {
		return
	}
	for i := range in.values {
		if v := &in.values[i]; v.is(yearless) {
			in.reader.withYear(in.source.Cells[i].Text, year, v)
		}
	}
}

// areSpans reports whether 2001-02 is the time from 2001 to 2002: another value can
// be nothing else, or all of that shape end in the year after they begin.
func (in *inference) areSpans() bool {
	either := false
	for i := range in.values {
		switch v := &in.values[i]; {
		case v.is(eitherSpan):
			if either = nextYear(v.EDTF); !either {
				return false
			}
		case v.isYears():
			return true
		}
	}
	return either
}

// nextYear reports whether the last two digits of 2001-02 are those of the next year.
func nextYear(month string) bool {
	return len(month) == len("2001-02") && atoi(month[5:]) == (atoi(month[2:4])+1)%100
}

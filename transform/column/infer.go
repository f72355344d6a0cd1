package column

import (
	"strings"

	"github.com/tidywiki/tidywiki/transform/date"
	"github.com/tidywiki/tidywiki/transform/number"
)

// Infer reads the columns of one table. Each begins with all types as candidates,
// and each of its values may only remove some; what is left says what the column
// is. The columns help each other where a decimal mark or the order of a numeric
// date is open.
func Infer(sources []Source, ctx Context) []Column {
	table := make([]inference, len(sources))
	var all evidence
	for i := range sources {
		table[i].begin(&sources[i], ctx)
		all.merge(table[i].evidence)
	}
	columns := make([]Column, len(sources))
	for i := range table {
		table[i].settle(all)
		table[i].complete(ctx.Year)
		columns[i] = table[i].column()
	}
	return columns
}

// Read reads a text that stands for itself, such as a value of an infobox, with
// its key as the only evidence.
func Read(text, key string, ctx Context) Value {
	var in inference
	in.begin(&Source{Header: []string{key}, Cells: []Cell{{Text: text}}}, ctx)
	v := in.values[0]
	v.withYear(ctx.Year)
	in.alone(&v)
	return v
}

// An inference is a column while it is read.
type inference struct {
	source   *Source
	header   Header
	reader   reader
	evidence evidence
	values   []Value
}

// begin reads the texts once, as English writes them.
func (in *inference) begin(s *Source, ctx Context) {
	in.source = s
	in.header = ReadHeader(s.Header...)
	language, _, _ := strings.Cut(ctx.Language, "-")
	in.reader.number = number.Hint{Language: language, Currency: in.header.currency}
	in.reader.date = date.Hint{Language: language}
	in.values = make([]Value, len(s.Cells))
	in.readAll()
	if in.reader.marked {
		for i := range s.Cells {
			in.evidence.weigh(s.Cells[i].Text, s.Cells[i].SortKey)
		}
	}
}

func (in *inference) readAll() {
	for i := range in.source.Cells {
		c, v := &in.source.Cells[i], &in.values[i]
		*v = in.reader.read(c.Text)
		if c.Remark && v.fits == 0 {
			v.hint |= remark
		}
	}
}

// settle reads the texts again where the evidence says that they have to be read
// in another way.
func (in *inference) settle(neighbours evidence) {
	before := in.reader
	switch in.evidence.mark(neighbours) {
	case number.CommaMark:
		in.reader.number.DecimalComma = true
	case number.PointMark:
		if byComma(in.reader.number) {
			in.reader.number.Language = ""
		}
	}
	if e := in.evidence; e.dayFirst || e.monthFirst || e.undecided {
		in.reader.date.Order = e.order(neighbours)
	}
	if in.reader != before {
		in.readAll()
	}
}

// byComma says whether the language of a hint writes decimals behind a comma.
func byComma(h number.Hint) bool {
	_, ok := number.Parse("1,5", &h)
	return ok
}

// complete gives dates without a year the one of the page.
func (in *inference) complete(year int) {
	for i := range in.values {
		in.values[i].withYear(year)
	}
}

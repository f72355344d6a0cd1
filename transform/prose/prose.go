// Package prose finds the quantities of running text and what it says about them.
//
//	China's GDP increased from 26.6 trillion yuan to 51.9 trillion yuan, and now ranks second.
//
//	money    26600000000000 CNY   "26.6 trillion yuan"
//	money    51900000000000 CNY   "51.9 trillion yuan"
//	ordinal  2                    "second"
//	change   GDP: 26600000000000 -> 51900000000000 CNY, +25300000000000, +95.1128 %
//
// [Scan] works on one text, [FindChanges] on its quantities, and the step
// [Quantities] on all texts of a page. What a number or a date is, the packages
// number and date decide; this one decides where one may stand: never inside a
// word, a name, a reference, a version, a file name or an address. The words
// that bound, round, count and compare are data, in the folder lexicon.
package prose

import (
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform/date"
	"github.com/tidywiki/tidywiki/transform/number"
)

// A Kind says what sort of quantity it is.
type Kind uint8

// The kinds, as the column kind of the table quantities names them.
const (
	Number   Kind = iota // a number of nothing in particular
	Count                // of the things named behind it
	Measure              // with a physical unit
	Money                // with a currency
	Percent              // in percent or per mille
	Points               // in percentage points
	Ordinal              // 12th, twelfth, XII, 第十二
	Ratio                // 3:2
	Duration             // with a unit of time
	Date                 // a day, a month, a period
	Year                 // a year alone
)

var kindNames = [...]string{"number", "count", "measure", "money", "percent", "points",
	"ordinal", "ratio", "duration", "date", "year"}

// String returns the name used in the table quantities.
func (k Kind) String() string { return kindNames[k] }

// A Quantity is a number, a date or a duration at a place of a text.
type Quantity struct {
	Kind Kind
	// Span is where it stands, in bytes: the number with scale word, unit and
	// sign, without the noun that is counted and without words like "more than".
	Span source.Span
	// First and Last are the same in code points: half-open, from 0.
	First, Last int
	// Number holds value, bounds, comparator, scale, unit and what it is per. The
	// unit of a count is the noun in the singular, of a duration the word of the
	// text ("year").
	Number number.Value
	// Date is set for the kinds Date and Year.
	Date date.Value
	// YearFrom says where the year of a Date comes from.
	YearFrom YearSource

	// lead and tail are the span widened to the words that bound it: "more than
	// 500 or so".
	lead, tail int
	// bare says that nothing but digits is written, which a name might as well
	// end in ("Boeing 747").
	bare bool
}

// A YearSource says where the year of a date comes from.
type YearSource uint8

// The sources of a year.
const (
	Written    YearSource = iota // it stands with the date, or there is none
	OfSentence                   // another date of the sentence has it
	OfContext                    // the sentence has none, the context gave it
)

// HasValue reports whether the quantity is one number: dates and ranges are not.
func (q *Quantity) HasValue() bool {
	return q.Kind != Date && !q.Number.Range
}

// Context is what the surroundings of a text know. The zero Context is English
// or Chinese, whichever the text is written in.
type Context struct {
	// Language is the page's BCP 47 tag. Numerals in Chinese characters are read
	// in Chinese and Japanese pages only: elsewhere they are part of a name.
	Language string
	// Year completes dates without a year where the sentence has none; 0 if unknown.
	Year int
}

// Scan returns the quantities of a text in order. Their spans lie within the
// text, begin and end between code points, and do not overlap.
func Scan(text string, ctx Context) []Quantity {
	s := newScanner(ctx)
	s.scan(text)
	return s.out
}

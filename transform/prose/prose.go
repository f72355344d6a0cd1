// Package prose finds the quantities of running text and what changed by its words.
//
//	China's GDP increased from 26.6 trillion yuan to 51.9 trillion yuan, and now ranks second.
//
//	money    26600000000000 CNY   "26.6 trillion yuan"
//	money    51900000000000 CNY   "51.9 trillion yuan"
//	ordinal  2                    "second"
//	change   GDP: 26600000000000 -> 51900000000000 CNY, +25300000000000, +95.1128 %
//
// The step [Quantities] reads all texts of a page. What a number or a date is, the
// packages number and date decide. This package decides where one may be: never
// inside a word, a name, a reference, a version, a file name or an address. The
// words that bound, round, count and compare are data, in the folder lexicon.
package prose

import (
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform/date"
	"github.com/tidywiki/tidywiki/transform/number"
)

// A kind is a sort of quantity.
type kind uint8

// The kinds, as the column kind of the table quantities names them.
const (
	kindNumber   kind = iota // a number of nothing in particular
	kindCount                // of the things named behind it
	kindMeasure              // with a physical unit
	kindMoney                // with a currency
	kindPercent              // in percent or per mille
	kindPoints               // in percentage points
	kindOrdinal              // 12th, twelfth, XII, 第十二
	kindRatio                // 3:2
	kindDuration             // with a unit of time
	kindDate                 // a day, a month, a period
	kindYear                 // a year alone
)

var kindNames = [...]string{"number", "count", "measure", "money", "percent", "points",
	"ordinal", "ratio", "duration", "date", "year"}

// String returns the name used in the table quantities.
func (k kind) String() string { return kindNames[k] }

// A quantity is a number, a date or a duration at a place of a text.
type quantity struct {
	Kind kind
	// Span is its place, in bytes: the number with scale word, unit and sign,
	// without the noun that is counted and without words like "more than".
	Span source.Span
	// First and Last are the same in code points: half-open, from 0.
	First, Last int
	// Number holds value, bounds, comparator, scale, unit and what it is per. The
	// unit of a count is the noun in the singular, of a duration the word of the
	// text ("year").
	Number number.Value
	// Date is set for the kinds kindDate and kindYear.
	Date date.Value
	// YearFrom is where the year of a date comes from.
	YearFrom yearSource

	// lead and tail are the span widened to the words that bound it: "more than
	// 500 or so".
	lead, tail int
	// bare reports whether nothing but digits is written, which a name might as
	// well end in ("Boeing 747").
	bare bool
}

// A yearSource is where the year of a date comes from.
type yearSource uint8

const (
	yearWritten    yearSource = iota // written with the date, or there is none
	yearOfSentence                   // another date of the sentence has it
	yearOfContext                    // the sentence has none, the page gave it
)

// HasValue reports whether the quantity is one number: dates and ranges are not.
func (q *quantity) HasValue() bool {
	return q.Kind != kindDate && !q.Number.Range
}

// A pageContext is what is known of the page of a text. The zero pageContext is
// English or Chinese, whichever the text is written in.
type pageContext struct {
	// Language is the page's BCP 47 tag. Numerals in Chinese characters are read
	// in Chinese and Japanese pages only: elsewhere they are part of a name.
	Language string
	// Year completes dates without a year where the sentence has none; 0 if unknown.
	Year int
}

package column

import "github.com/tidywiki/tidywiki/transform/number"

// A Value is one cell as it was read.
type Value struct {
	// Type is the type of the column, or in a column of strings what the cell
	// alone is. It means nothing where Null is set.
	Type Type
	// Null reports whether there is no value: nothing is written, or a word or mark for
	// nothing (—, n/a, TBD), or a remark that belongs to the whole row. In a column
	// of strings only empty cells are null.
	Null bool
	// Bool is the value of a Boolean.
	Bool bool
	// Inexact reports whether the text limits or softens the number: ~7, 159+, <1; or that it
	// means a part of the date: early 1990s.
	Inexact bool
	// ShortYear reports whether the year is written with two digits. What else the column or
	// the page says gave it its century; where they say nothing, the text stays text.
	ShortYear bool
	// Number is the exact value of an Integer, Number, Ordinal, Year or Duration
	// (in seconds), with the scale of the header applied.
	Number number.Decimal
	// Unit is the unit of a number: its own, or the one in the header.
	Unit string
	// EDTF is the text of a Date, EDTF or Year by ISO 8601-2; Start and End are the
	// first and last day it covers, in days since 1970-01-01, where Dated is set.
	EDTF       string
	Start, End int32
	Dated      bool
	// Completed reports whether the year of the page was put before a day and month.
	Completed bool
	// Mark holds what was set aside to read the value: footnote marks, the same in
	// other units (50 km (31 mi)), an age (12 May 1987 (age 26)).
	Mark string

	fits set
	hint hint
}

// A hint is what a text gives away about itself while it is read.
type hint uint32

const (
	// nothing: a word or mark that mean no value.
	nothing hint = 1 << iota
	// remark: a text that is not a value of its column alone.
	remark
	// grouped: a thousands separator is printed.
	grouped
	// plain: nothing but digits; padded: digits with a leading zero.
	plain
	padded
	// yearless: a day and month without a year.
	yearless
	// pointFirst: the number begins with its decimal mark.
	pointFirst
	// unordered: a numeric date whose day and month cannot be told apart.
	unordered
	// interval: from one date to another.
	interval
	// eitherSpan: a month in digits, which might be a season from 2001 to 2002.
	eitherSpan
	// calendar: a duration with months or years, which have no number of seconds.
	calendar
	// money: the unit is a currency.
	money
	// scaled: a scale word is with the number.
	scaled
	// misfit: the number has another unit than its column.
	misfit
	// bracketed: the number is in parentheses, as bookkeepers write one below zero.
	bracketed
	// nameLike: a date like SEPT2, which may as well be a name.
	nameLike
	// zeroWord: a word for nothing, which among numbers is 0.
	zeroWord
	// aside: the same in other units or an age is behind the value.
	aside
)

// HasNumber reports whether Number is set.
func (v *Value) HasNumber() bool {
	return !v.Null && (v.Type.numeric() || v.Type == Year || v.Type == Duration && !v.is(calendar))
}

// HasDate reports whether EDTF is set.
func (v *Value) HasDate() bool { return !v.Null && v.Type.dated() }

// Unordered reports whether the text is a numeric date whose day and month cannot be
// told apart.
func (v *Value) Unordered() bool { return v.is(unordered) }

func (v *Value) is(h hint) bool { return v.hint&h != 0 }

// isYears reports whether the value runs from one year to another.
func (v *Value) isYears() bool { return v.is(interval) && len(v.EDTF) == len("2012/2013") }

// Package date reads dates as people write them and says exactly which days they
// may mean.
//
//	date.Parse("5 March 2013", nil)     EDTF 2013-03-05, one day
//	date.Parse("March 2013", nil)       EDTF 2013-03, 1 to 31 March
//	date.Parse("5 March", nil)          EDTF XXXX-03-05, no days until a year is known
//	date.Parse("31 February 2013", nil) no date
//
// EDTF is ISO 8601-2. Today's date is never used. [Scan] finds a date at a place
// of a running text.
package date

// A Precision says how much of a date is known.
type Precision uint8

// From the most to the least exact.
const (
	Day Precision = iota
	Month
	Quarter
	YearOnly
	Decade
	Century
	Interval
	NoYear // day and month without a year
)

// A Value is a date or an interval of dates.
type Value struct {
	// EDTF is the date as ISO 8601-2 writes it.
	EDTF      string
	Precision Precision
	// Start and End are the first and last day it covers, in days since 1970-01-01
	// in the proleptic Gregorian calendar. They mean nothing where Known is false.
	Start, End int32
	Known      bool
	// Month and DayOfMonth are set for NoYear.
	Month, DayOfMonth int
	// Approx and Uncertain are EDTF's "~" and "?".
	Approx, Uncertain bool
	// Rule names the shape that was recognised.
	Rule string
}

// WithYear completes a date that has no year. ok is false if it has one or if the
// day does not exist in that year.
func (v Value) WithYear(year int) (w Value, ok bool) { return v, false }

// A Hint is what the surroundings of a text know. nil means English, and that
// the order of day and month in 03/04/2013 is unknown, so that it is no date.
type Hint struct {
	Language string
	// Order is how the column writes numeric dates: "", "dmy", "mdy", "ymd".
	Order string
}

// Parse reads a text that is wholly a date. A bare year is a date of precision
// YearOnly. ok is false for everything else, impossible dates included.
func Parse(text string, hint *Hint) (v Value, ok bool) { return Value{}, false }

// Scan reads the longest date that begins at byte start of a running text, and
// returns the byte after it. A bare year is not found by Scan unless a word
// before it makes it one.
func Scan(text string, start int, hint *Hint) (v Value, end int, ok bool) {
	return Value{}, start, false
}

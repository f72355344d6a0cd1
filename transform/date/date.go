// Package date reads dates as people write them and says exactly which days they
// may mean.
//
//	date.Parse("5 March 2013", nil)      EDTF 2013-03-05, one day
//	date.Parse("March 2013", nil)        EDTF 2013-03, 1 to 31 March
//	date.Parse("5–16 March 2013", nil)   EDTF 2013-03-05/2013-03-16, twelve days
//	date.Parse("5 March", nil)           EDTF XXXX-03-05, no days until a year is known
//	date.Parse("31 February 2013", nil)  no date
//	date.Parse("03/04/2013", nil)        no date until a hint says which is the day
//
// EDTF is ISO 8601-2. Today's date is never used. [Scan] finds a date at a place
// of a running text, [Orders] reports what a text shows about the order of day and
// month in its column, [ParseDuration] reads lengths of time.
//
// All days are counted in the proleptic Gregorian calendar, as EDTF does; a date
// that its page gives in another calendar is not converted. What a language writes
// is a file of package language.
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
	NoYear // month, mostly with a day, without a year
	Half   // half a year
	Season // spring to winter, whose days depend on the hemisphere
)

// A Value is a date or an interval of dates.
type Value struct {
	// EDTF is the date as ISO 8601-2 writes it.
	EDTF      string
	Precision Precision
	// Start and End are the first and last day it covers, in days since 1970-01-01
	// in the proleptic Gregorian calendar. They mean nothing where Known is false:
	// without a year, for seasons, and where an interval has an open end.
	Start, End int32
	Known      bool
	// Month and DayOfMonth are set for NoYear; DayOfMonth is 0 for a month alone.
	Month, DayOfMonth int
	// Approx and Uncertain are EDTF's "~" and "?".
	Approx, Uncertain bool
	// Ambiguous reports whether the text may also be read otherwise: 2001-02 is a month
	// and might be a season from 2001 to 2002.
	Ambiguous bool
	// Part is the word for a part of the date that EDTF has no form for: the early of
	// "early 1990s", whose EDTF is 199X, the days it surely lies in. "" is the whole.
	Part string
	// ShortYear reports whether a year was written with two digits; Hint.ShortYear gave it its
	// century.
	ShortYear bool
	// Clock is the time of day with the date, 12:30, 15:05:09Z or 12:30+08:00, or "".
	// EDTF has it too where the date is a day.
	Clock string
	// Note is what footnote marks or age was behind it ("[a]", "(aged 50)"); Parse
	// alone sets it.
	Note string
	// Rule names the shape that was recognised.
	Rule string

	// first and last are what WithYear completes; last is zero but for intervals.
	first, last point
}

// WithYear completes a date that has no year. ok is false if it has one or if the
// day does not exist in that year. An interval that runs from December to January
// begins in the year.
func (v Value) WithYear(year int) (w Value, ok bool) {
	if v.first.known != 0 && v.first.lacksYear() {
		first, last := v.first, v.last
		first.setYear(year)
		if last.known != 0 {
			last.setYear(year)
			if last.before(first) {
				last.setYear(year + 1)
			}
		}
		if w, ok = build(first, last); ok {
			w.Clock, w.Note, w.Rule, w.Part = v.Clock, v.Note, v.Rule, v.Part
			return w, true
		}
	}
	return v, false
}

// A Hint is what the surroundings of a text know. nil means English, and that
// the order of day and month in 03/04/2013 is unknown, so that it is not a date.
type Hint struct {
	// Language is a BCP 47 primary tag ("en", "zh", "de" ...), "" for English.
	Language string
	// Order is how the column writes numeric dates: "", "dmy", "mdy", "ymd".
	Order string
	// DayMonth allows numeric dates without a year: 22/04.
	DayMonth bool
	// Span reports whether 2001-02 is the time from 2001 to 2002, not February 2001.
	Span bool
	// ShortYear allows years of two digits, and is a year near which they lie: the one
	// with these digits from 49 years before it to 50 after it. With 1995 and the Order
	// "dmy", "5/6/99" is 5 June 1999; "'99" is 1999. 0 allows none.
	ShortYear int
	// Age allows an age behind the date: "12 May 1987 (age 26)" has the note "(age 26)".
	Age bool
	// Clock is what two numbers with a colon mean as a duration: "ms" for minutes
	// and seconds, "hm" for hours and minutes, "" for neither.
	Clock string
}

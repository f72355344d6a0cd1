package column

import "github.com/tidywiki/tidywiki/transform/dataset"

// Type is what a column or a cell holds, as the column type of the tables
// columns, cells and infobox names it. It is finer than a [dataset.Type].
type Type uint8

// The types, and how a wide table keeps them.
const (
	String   Type = iota // as written
	Boolean              // boolean
	Ordinal              // integer: 1st is 1
	Year                 // year: 0 is 1 BC
	Integer              // integer; decimal beyond 64 bits
	Number               // number; decimal where float64 would change a value
	Date                 // date: every value is one day
	EDTF                 // string in EDTF, and the first and last day it covers
	Duration             // string as written, and its seconds
)

var typeNames = [...]string{"string", "boolean", "ordinal", "year", "integer", "number", "date", "edtf", "duration"}

// String returns the name of the type in the tables.
func (t Type) String() string { return typeNames[t] }

// numeric reports whether the type is one of numbers with a unit.
func (t Type) numeric() bool { return t == Integer || t == Number || t == Ordinal }

// dated reports whether values of the type are in Value.EDTF.
func (t Type) dated() bool { return t == Date || t == EDTF || t == Year }

// storage is how a wide table keeps the type; for numbers it depends on the
// values too.
func (t Type) storage() dataset.Type {
	switch t {
	case Boolean:
		return dataset.Boolean
	case Ordinal, Integer:
		return dataset.Integer
	case Number:
		return dataset.Number
	case Year:
		return dataset.Year
	case Date:
		return dataset.Date
	}
	return dataset.String
}

// A set is the types that a text may be read as. Every text may be a String, so
// that the empty set is a text that is nothing else.
type set uint8

func setOf(types ...Type) (s set) {
	for _, t := range types {
		s |= 1 << (t - 1)
	}
	return s
}

func (s set) has(t Type) bool { return s&(1<<(t-1)) != 0 }

// Sets that values have.
var (
	asInteger = setOf(Integer, Number)
	asNumber  = setOf(Number)
	asOrdinal = setOf(Ordinal, Integer, Number)
	asYear    = setOf(Year, EDTF)
	asDate    = setOf(Date, EDTF)
	asEDTF    = setOf(EDTF)
)

// best is the type of a set that says most, in the order of the constants; years
// is whether a number that may be a year is one.
func (s set) best(years bool) Type {
	for t := Boolean; t <= Duration; t++ {
		if t == Year && !years && s.has(Integer) {
			continue
		}
		if s.has(t) {
			return t
		}
	}
	return String
}

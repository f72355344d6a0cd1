package collection

import "github.com/tidywiki/tidywiki/transform/dataset"

// A kind is what the values of a column are, as far as it decides which columns can be
// one; kinds is a set of them.
type (
	kind  = kinds
	kinds uint8
)

const (
	text    kind = 1 << iota
	numeric      // whole numbers, fractions
	year
	day
	edtf // days, and parts of dates as text
	boolean
)

// kindOf is the kind of a field of a shape; 0 if it has no values.
func (s *shape) kindOf(i int) kind {
	if s.stats[i].tables == 0 {
		return 0
	}
	switch s.schema.Fields[i].Type {
	case dataset.Integer, dataset.Number, dataset.Decimal:
		return numeric
	case dataset.Year:
		return year
	case dataset.Date:
		return day
	case dataset.Boolean:
		return boolean
	}
	if beside := s.companions(i); len(beside) == 2 && beside[0].Name == s.schema.Fields[i].Name+"_start" && beside[0].Type == dataset.Date {
		return edtf
	}
	return text
}

// atOdds reports whether no type but text holds values of all kinds.
func (k kinds) atOdds() bool {
	return k&boolean != 0 && k&(numeric|year|day|edtf) != 0 || k&numeric != 0 && k&(day|edtf) != 0
}

// broad is the kind without the difference between numbers and years, and days and
// parts of dates.
func (k kind) broad() kind {
	switch {
	case k&(numeric|year) != 0:
		return numeric
	case k&(day|edtf) != 0:
		return day
	}
	return k
}

// isText reports whether a column of these kinds is one of texts of which some were
// values.
func (k kinds) isText() bool { return k&text != 0 || k.atOdds() }

// isDated reports whether a column of these kinds holds dates, some of them partial.
func (k kinds) isDated() bool {
	return !k.isText() && (k&edtf != 0 || k&day != 0 && k&year != 0)
}

// storage is the type that holds values of all kinds, with the numbers of a stat. types
// are the types of those fields that have values.
func (k kinds) storage(types map[dataset.Type]bool, s *stat) (t dataset.Type, scale int32) {
	switch {
	case k == 0 || k.isText() || k.isDated():
		return dataset.String, 0
	case k == boolean:
		return dataset.Boolean, 0
	case k == day:
		return dataset.Date, 0
	case k == year:
		return dataset.Year, 0
	case types[dataset.Decimal] || types[dataset.Number] && !s.exactFloats():
		if s.digits+s.places > maxDigits {
			return dataset.String, 0
		}
		return dataset.Decimal, s.places
	case types[dataset.Number]:
		return dataset.Number, 0
	}
	return dataset.Integer, 0
}

// maxDigits is how many digits a decimal128 can have.
const maxDigits = 38

package column

import (
	"github.com/apache/arrow/go/v15/arrow/decimal128"

	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/number"
)

// A Companion is a typed field beside a column that stays text because its cells say
// more than a value:
//
//	Length                  length           length_value (km)  length_second ([mi_i])
//	50 km (31 mi)      ->   50 km (31 mi)    50                 31
//	8.5 km (5.3 mi)         8.5 km (5.3 mi)  8.5                5.3
//
// At least six in ten of the cells that are not null have its value, and for the others
// it is null.
type Companion struct {
	// Suffix is what its field's name adds to the column's: "_value".
	Suffix string
	// Description tells what it holds.
	Description string
	// Type is how the field is stored; Precision and Scale are set for decimals.
	Type             dataset.Type
	Precision, Scale int32
	// Unit is the one that all its numbers have, or empty.
	Unit string

	values []companionValue
}

// A companionValue is a number, a day or a text by the companion's type.
type companionValue struct {
	ok     bool
	number number.Decimal
	day    int32
	text   string
}

func (c *Companion) field(name string) dataset.Field {
	return dataset.Field{Name: name + c.Suffix, Description: c.Description, Type: c.Type, Unit: c.Unit,
		Precision: c.Precision, Scale: c.Scale, Nullable: true}
}

// append adds value i to a row.
func (c *Companion) append(b *dataset.Builder, i int) {
	v := &c.values[i]
	switch n := v.number; {
	case !v.ok:
		b.Null()
	case c.Type == dataset.Integer:
		whole, _ := n.Int64()
		b.Int(whole)
	case c.Type == dataset.Year:
		year, _ := n.Int64()
		b.Year(int32(year))
	case c.Type == dataset.Number:
		b.Num(n.Float64())
	case c.Type == dataset.Decimal:
		hi, lo, _ := n.Scaled128(c.Scale)
		b.Dec(decimal128.New(hi, lo))
	case c.Type == dataset.Date:
		b.Day(v.day)
	default:
		b.Str(v.text)
	}
}

// companions are the fields that the texts of a column of strings give.
func (in *inference) companions() []Companion {
	all, t := in.allParts()
	if t.filled == 0 || in.header.names && t.of(hasClock) == 0 {
		return nil
	}
	var list []Companion
	add := func(c Companion, ok bool) bool {
		if ok {
			list = append(list, c)
		}
		return ok
	}
	switch {
	case t.most(hasSeconds) && t.of(hasClock) > 0:
		add(numbers("_seconds", "time in seconds", "s", all, hasSeconds, func(p *parts) number.Decimal { return p.seconds }))
		return list
	case t.most(hasPlace):
		add(numbers("_lat", "latitude in degrees, north positive", "deg", all, hasPlace, func(p *parts) number.Decimal { return p.lat }))
		add(numbers("_lon", "longitude in degrees, east positive", "deg", all, hasPlace, func(p *parts) number.Decimal { return p.lon }))
		return list
	case in.header.ranks && t.most(hasRank) && t.of(hasTie) > 0:
		add(numbers("_rank", "rank, the same for all that share it", "", all, hasRank, func(p *parts) number.Decimal { return p.rank }))
		return list
	case t.most(hasDates) && (t.of(hasDates) > t.of(hasValue) || t.of(hasValue) == t.of(hasDates) && (in.header.years || in.header.months)):
		return in.dateCompanions(all, t)
	}
	if in.header.names {
		return nil
	}
	if t.most(hasValue) {
		list = append(list, in.valueCompanions("", all, hasValue)...)
	} else if t.most(hasRange|hasValue) && t.of(hasRange) > 0 {
		list = append(list, in.valueCompanions("range", all, hasRange|hasValue)...)
	}
	if len(list) == 0 {
		return nil
	}
	if t.most(hasSecond) {
		add(numbers("_second", "second number of the text", secondUnit(all, in.header.Second), all, hasSecond, func(p *parts) number.Decimal { return p.second }))
	}
	if t.most(hasYear) {
		c, ok := numbers("_year", "year that the text names beside the value", "", all, hasYear, func(p *parts) number.Decimal { return p.year })
		c.Type = dataset.Year
		add(c, ok)
	}
	return list
}

// valueCompanions are the fields of a number: its value or the bounds of its range, and
// its unit where that varies.
func (in *inference) valueCompanions(kind string, all []parts, has facet) (list []Companion) {
	unit, varies := commonUnitOf(all, has)
	if varies {
		unit = ""
	}
	add := func(suffix, description string, get func(*parts) number.Decimal) bool {
		c, ok := numbers(suffix, description, unit, all, has, get)
		if ok {
			list = append(list, c)
		}
		return ok
	}
	if kind == "range" {
		if !add("_lower", "lower end of the range, or the value", func(p *parts) number.Decimal { return p.lower }) ||
			!add("_upper", "upper end of the range, or the value", func(p *parts) number.Decimal { return p.upper }) {
			return nil
		}
	} else if !add("_value", "number that the text begins with", func(p *parts) number.Decimal { return p.value }) {
		return nil
	}
	if varies {
		c := Companion{Suffix: "_unit", Description: "unit of the value", Type: dataset.String, values: make([]companionValue, len(all))}
		for i := range all {
			c.values[i] = companionValue{ok: all[i].has&has != 0 && all[i].unit != "", text: all[i].unit}
		}
		list = append(list, c)
	}
	return list
}

// dateCompanions are the day of each text, or the first and last day that it covers.
func (in *inference) dateCompanions(all []parts, t *partTally) []Companion {
	days := func(suffix, description string, has facet, get func(*parts) int32) Companion {
		c := Companion{Suffix: suffix, Description: description, Type: dataset.Date, values: make([]companionValue, len(all))}
		for i := range all {
			c.values[i] = companionValue{ok: all[i].has&has != 0, day: get(&all[i])}
		}
		return c
	}
	if t.of(hasDay) == t.of(hasDates) {
		return []Companion{days("_date", "date that the text begins with", hasDay, func(p *parts) int32 { return p.start })}
	}
	return []Companion{
		days("_start", "first day it covers", hasDates, func(p *parts) int32 { return p.start }),
		days("_end", "last day it covers", hasDates, func(p *parts) int32 { return p.end }),
	}
}

// numbers makes a companion of one number of each text. ok is false if no type can hold
// them all.
func numbers(suffix, description, unit string, all []parts, has facet, get func(*parts) number.Decimal) (c Companion, ok bool) {
	c = Companion{Suffix: suffix, Description: description, Unit: unit, values: make([]companionValue, len(all))}
	for i := range all {
		if all[i].has&has != 0 {
			c.values[i] = companionValue{ok: true, number: get(&all[i])}
		}
	}
	given := func(yield func(number.Decimal) bool) {
		for i := range c.values {
			if c.values[i].ok && !yield(c.values[i].number) {
				return
			}
		}
	}
	c.Type, c.Precision, c.Scale = storageOf(given, !areWhole(given))
	return c, c.Type != dataset.String
}

// commonUnitOf is the unit of the numbers, if all have the same.
func commonUnitOf(all []parts, has facet) (unit string, varies bool) {
	first := true
	for i := range all {
		switch p := &all[i]; {
		case p.has&has == 0:
		case first:
			unit, first = p.unit, false
		case p.unit != unit:
			return "", true
		}
	}
	return unit, false
}

func secondUnit(all []parts, header string) string {
	unit, varies := "", false
	for i := range all {
		if p := &all[i]; p.has&hasSecond != 0 {
			varies = varies || unit != "" && p.secondUnit != unit
			unit = p.secondUnit
		}
	}
	switch {
	case varies:
		return ""
	case unit == "":
		return header
	}
	return unit
}

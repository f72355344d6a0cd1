package date

import (
	"strings"

	"github.com/tidywiki/tidywiki/transform/number"
)

// An Order is a set of the orders in which a numeric date can be read.
type Order uint8

// The orders of day, month and year.
const (
	DMY Order = 1 << iota
	MDY
	YMD
)

// Orders says in which orders a text is a numeric date. A column whose texts are
// all dates in one of them is to be parsed with that Hint.Order.
//
//	Orders("14/03/2013")  DMY
//	Orders("03/04/2013")  DMY | MDY
//	Orders("14.03.2013")  DMY: with dots, no one writes the month first
//	Orders("31/02/2013")  none
//	Orders("5/6/99")      DMY | MDY
func Orders(text string) Order {
	text, _ = number.TrimNote(strings.TrimSpace(text))
	s := newScanner(text, 0, nil)
	s.whole = true
	s.weekday()
	g, ok := s.group()
	if !ok || s.IsDigitAt(s.At) {
		return 0
	}
	if g.count == 2 {
		return g.pairOrders()
	}
	return g.orders() | g.shortOrders()
}

var orderNames = [...]struct {
	order Order
	name  string
}{{DMY, "dmy"}, {MDY, "mdy"}, {YMD, "ymd"}}

// String writes the orders as Hint.Order has them, with a bar between.
func (o Order) String() string {
	var names []string
	for _, n := range orderNames {
		if o&n.order != 0 {
			names = append(names, n.name)
		}
	}
	return strings.Join(names, "|")
}

// only returns the order if there is but one, else "".
func (o Order) only() string {
	for _, n := range orderNames {
		if o == n.order {
			return n.name
		}
	}
	return ""
}

func (o Order) has(name string) bool {
	for _, n := range orderNames {
		if n.name == name {
			return o&n.order != 0
		}
	}
	return false
}

// orders returns the orders that three numbers allow. Only a year has three or
// four digits, and it has no fewer.
func (g *group) orders() (set Order) {
	a, b, c := g.n[0], g.n[1], g.n[2]
	if g.digits[0] >= 3 && g.digits[1] <= 2 && g.digits[2] <= 2 && exists(a, b, c) {
		return YMD
	}
	if g.digits[0] > 2 || g.digits[1] > 2 || g.digits[2] < 3 {
		return 0
	}
	if exists(c, b, a) {
		set |= DMY
	}
	if g.mark != '.' && exists(c, a, b) {
		set |= MDY
	}
	return set
}

// shortOrders returns the orders that three numbers allow if the year has two digits.
// With hyphens they are rather a record of games.
func (g *group) shortOrders() (set Order) {
	a, b, c := g.n[0], g.n[1], g.n[2]
	if g.digits[1] > 2 || g.mark == '-' {
		return 0
	}
	if g.digits[0] <= 2 && g.digits[2] == 2 {
		if existsShort(c, b, a) {
			set |= DMY
		}
		if g.mark != '.' && existsShort(c, a, b) {
			set |= MDY
		}
	}
	// A year that comes first must not be a day as well.
	if g.digits[0] == 2 && a > 31 && g.digits[2] <= 2 && existsShort(a, b, c) {
		set |= YMD
	}
	return set
}

// existsShort reports whether there is such a day in a year of two digits. That of 1900
// or 2000 differs in the leap day alone.
func existsShort(year, month, day int) bool { return exists(2000+year, month, day) }

// fullYear returns the year that a year of two digits means near another one.
func fullYear(short, near int) int {
	first := near - 49
	return first + ((short-first)%100+100)%100
}

// pairOrders returns the orders of 22/04.
func (g *group) pairOrders() (set Order) {
	if g.digits[0] > 2 || g.digits[1] > 2 || g.mark == '.' {
		return 0
	}
	if exists(2000, g.n[1], g.n[0]) {
		set |= DMY
	}
	if exists(2000, g.n[0], g.n[1]) {
		set |= MDY
	}
	return set
}

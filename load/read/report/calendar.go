package report

import "fmt"

// dayNumber counts days of the Gregorian calendar from 1970-01-01, whose year 0 is
// 1 BC. Years begin in March, so that the leap day is the last.
func dayNumber(y, m, d int64) int64 {
	if m <= 2 {
		y, m = y-1, m+12
	}
	return 365*y + floorDiv(y, 4) - floorDiv(y, 100) + floorDiv(y, 400) + (153*(m-3)+2)/5 + d - 1 - 719468
}

// dateText is the date of such a number.
func dateText(n int64) string {
	y := floorDiv(n+719468, 365) + 1 // at or after the year it is in
	for dayNumber(y, 3, 1) > n {
		y--
	}
	of := n - dayNumber(y, 3, 1)
	m := (5*of + 2) / 153
	d := of - (153*m+2)/5 + 1
	if m += 3; m > 12 {
		y, m = y+1, m-12
	}
	return monthText(y, m) + fmt.Sprintf("-%02d", d)
}

func monthText(y, m int64) string {
	if y < 0 {
		return fmt.Sprintf("-%04d-%02d", -y, m)
	}
	return fmt.Sprintf("%04d-%02d", y, m)
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}

package text

import (
	"strconv"
	"time"
)

// AppendDate appends the day that many days after 1970-01-01 in the proleptic
// Gregorian calendar, ISO 8601 with astronomical years: 0000 is 1 BC. Years have
// at least four digits.
func AppendDate(buf []byte, days int32) []byte {
	year, month, day := time.Unix(int64(days)*24*60*60, 0).UTC().Date()
	buf = appendYear(buf, year)
	buf = append(buf, '-', byte('0'+month/10), byte('0'+month%10))
	return append(buf, '-', byte('0'+day/10), byte('0'+day%10))
}

func appendYear(buf []byte, year int) []byte {
	if year < 0 {
		buf, year = append(buf, '-'), -year
	}
	for limit := 1000; limit > year && limit > 1; limit /= 10 {
		buf = append(buf, '0')
	}
	return strconv.AppendInt(buf, int64(year), 10)
}

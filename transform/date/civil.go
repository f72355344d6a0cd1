package date

// The days of the proleptic Gregorian calendar that fit the four digits and sign
// of an EDTF year, by far more than any page needs.
const (
	minYear = -9999
	maxYear = 9999
)

// Days turns a proleptic Gregorian day into days since 1970-01-01; year 0 is 1
// BC. ok is false if there is no such day or the year is beyond ±9999.
func Days(year, month, day int) (days int32, ok bool) {
	if year < minYear || year > maxYear || month < 1 || month > 12 || day < 1 || day > daysIn(year, month) {
		return 0, false
	}
	return civil(year, month, day), true
}

// civil counts in years that begin in March, so that the leap day is the last
// day of its year, and in eras of 400 years, which all have 146,097 days.
func civil(year, month, day int) int32 {
	if month <= 2 {
		year, month = year-1, month+12
	}
	era := floorDiv(year, 400)
	inEra := year - era*400
	inYear := (153*(month-3)+2)/5 + day - 1
	return int32(era*146097 + inEra*365 + inEra/4 - inEra/100 + inYear - 719468)
}

// Civil is the inverse of Days.
func Civil(days int32) (year, month, day int) {
	n := int(days) + 719468
	era := floorDiv(n, 146097)
	n -= era * 146097
	inEra := (n - n/1460 + n/36524 - n/146096) / 365
	n -= inEra*365 + inEra/4 - inEra/100
	m := (5*n + 2) / 153
	year, month, day = era*400+inEra, m+3, n-(153*m+2)/5+1
	if month > 12 {
		year, month = year+1, month-12
	}
	return year, month, day
}

func floorDiv(a, b int) int {
	if a < 0 {
		return -((b - 1 - a) / b)
	}
	return a / b
}

// daysIn returns the length of a month, which must be 1 to 12.
func daysIn(year, month int) int {
	if month == 2 && year%4 == 0 && (year%100 != 0 || year%400 == 0) {
		return 29
	}
	return int(monthDays[month])
}

var monthDays = [...]uint8{1: 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

// Format writes days since 1970-01-01 as ISO 8601: 2013-03-05, and -0043-03-15
// in 44 BC.
func Format(days int32) string {
	var buf [16]byte
	year, month, day := Civil(days)
	return string(appendDay(buf[:0], year, month, day))
}

func appendDay(buf []byte, year, month, day int) []byte {
	buf = append(appendYear(buf, year), '-', '0'+byte(month/10), '0'+byte(month%10))
	return append(buf, '-', '0'+byte(day/10), '0'+byte(day%10))
}

// appendYear writes a year with at least four digits. Years beyond them cannot
// be read, but days count further: EDTF marks such years with a Y.
func appendYear(buf []byte, year int) []byte {
	if year < minYear || year > maxYear {
		buf = append(buf, 'Y')
	}
	if year < 0 {
		buf, year = append(buf, '-'), -year
	}
	for unit := 1000; unit > max(1, year); unit /= 10 {
		buf = append(buf, '0')
	}
	return appendInt(buf, year)
}

func appendInt(buf []byte, n int) []byte {
	if n >= 10 {
		buf = appendInt(buf, n/10)
	}
	return append(buf, '0'+byte(n%10))
}

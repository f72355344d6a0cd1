package text

import "strconv"

// AppendDate appends the day that many days after 1970-01-01 in the proleptic
// Gregorian calendar, ISO 8601 with astronomical years: 0000 is 1 BC. Years have
// at least four digits.
func AppendDate(buf []byte, days int32) []byte {
	year, month, day := civil(int64(days))
	buf = appendYear(buf, year)
	buf = append(buf, '-', byte('0'+month/10), byte('0'+month%10))
	return append(buf, '-', byte('0'+day/10), byte('0'+day%10))
}

func appendYear(buf []byte, year int64) []byte {
	if year < 0 {
		buf, year = append(buf, '-'), -year
	}
	for limit := int64(1000); limit > year && limit > 1; limit /= 10 {
		buf = append(buf, '0')
	}
	return strconv.AppendInt(buf, year, 10)
}

// civil turns days since 1970-01-01 into a date. Years are counted from 1 March
// here, so that the leap day is the last of its year and the months before it
// follow a pattern of 153 days in five months; eras are 400 years of 146,097 days.
func civil(days int64) (year, month, day int64) {
	const toMarch0 = 719468 // from 0000-03-01 to 1970-01-01
	days += toMarch0
	era := days / 146097
	if days < 0 {
		era = (days - 146096) / 146097
	}
	ofEra := days - era*146097
	yearOfEra := (ofEra - ofEra/1460 + ofEra/36524 - ofEra/146096) / 365
	ofYear := ofEra - (365*yearOfEra + yearOfEra/4 - yearOfEra/100)
	march := (5*ofYear + 2) / 153
	day = ofYear - (153*march+2)/5 + 1
	month = march + 3
	year = yearOfEra + era*400
	if month > 12 {
		month, year = month-12, year+1
	}
	return year, month, day
}

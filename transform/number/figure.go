package number

import (
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/transform/number/language"
)

// A figure is a run of digits with the separators between them, as it is in
// the text. What the separators mean is decided by readings.
type figure struct {
	start, end int
	// n groups of digits: size[i] digits each, with separator sep[i] behind.
	n    int
	size [maxGroups]uint16
	sep  [maxGroups]rune
	// digits is the number of digits in all, coeff their value while they fit.
	digits int
	coeff  int64
	// zeros is the number of leading zeros; padded reports whether they are allowed.
	zeros  int
	padded bool
}

const (
	maxGroups = 12
	// maxDigits limits what is read as one number, written out in full; a longer
	// run of digits is data of another sort, and its arithmetic would cost the
	// square of its length.
	maxDigits = 400
	// int64Digits are always few enough for an int64.
	int64Digits = 18
)

// figure reads the digits and separators at start into f, which must be empty. ok
// is false if there are none or too many.
func (s *scanner) figure(start int, f *figure) (ok bool) {
	f.start, f.padded = start, s.hint.Padded
	i := start
	for {
		i = f.group(s.Text, i)
		sep, size := s.separator(f, i)
		if size == 0 {
			break
		}
		if f.n++; f.n == maxGroups {
			return false
		}
		f.sep[f.n-1] = sep
		i += size
	}
	f.n++
	f.end = i
	return f.digits > 0 && f.digits <= maxDigits
}

// group takes in the digits at i and returns their end.
func (f *figure) group(text string, i int) int {
	first := f.digits
	for i < len(text) {
		d, size := language.DigitAt(text, i)
		if size == 0 {
			break
		}
		if d == 0 && f.digits == f.zeros {
			f.zeros++
		}
		if f.digits++; f.digits <= int64Digits {
			f.coeff = f.coeff*10 + int64(d)
		}
		i += size
	}
	f.size[f.n] = uint16(min(f.digits-first, maxDigits+1))
	return i
}

// separator returns the separator at i if more digits of f are behind it.
func (s *scanner) separator(f *figure, i int) (sep rune, size int) {
	if i >= len(s.Text) {
		return 0, 0
	}
	sep, size = separatorAt(s.Text, i)
	if size == 0 || !s.IsDigitAt(i+size) {
		return 0, 0
	}
	if sep == ',' || sep == '.' {
		// Between ASCII digits a full-width comma is punctuation.
		if size > 2 && isDigit(s.Text[i+size]) {
			return 0, 0
		}
		return sep, size
	}
	// The others set off thousands only, so that "5 12" and 5'11" stay apart.
	if f.size[0] > 3 || !s.threeDigitsAt(i+size) || f.n > 0 && f.sep[f.n-1] != sep {
		return 0, 0
	}
	return sep, size
}

// threeDigitsAt reports whether just three digits are at i.
func (s *scanner) threeDigitsAt(i int) bool {
	for range 3 {
		_, size := language.DigitAt(s.Text, i)
		if size == 0 {
			return false
		}
		i += size
	}
	return !s.IsDigitAt(i)
}

// separatorAt returns the separator of digits at i, the full-width and Arabic
// ones as their ASCII sisters.
func separatorAt(text string, i int) (sep rune, size int) {
	if b := text[i]; b < utf8.RuneSelf {
		switch b {
		case ',', '.', ' ', '\'':
			return rune(b), 1
		}
		return 0, 0
	}
	sep, size = utf8.DecodeRuneInString(text[i:])
	switch sep {
	case '\uFF0C', '\u066C':
		return ',', size
	case '\uFF0E', '\u066B':
		return '.', size
	case '\u2019':
		return '\'', size
	case '\u00A0', '\u2007', '\u2009', '\u202F':
		return sep, size
	}
	return 0, 0
}

// decimal returns the digits of the figure as a number with so many decimals.
func (f *figure) decimal(text string, decimals int) Decimal {
	if f.digits <= int64Digits {
		return Decimal{coeff: f.coeff, exp: int32(-decimals)}
	}
	digits := make([]byte, 0, f.digits)
	for i := f.start; i < f.end; {
		d, size := language.DigitAt(text, i)
		if size == 0 {
			_, size = separatorAt(text, i)
		} else {
			digits = append(digits, byte('0'+d))
		}
		i += size
	}
	return fromDigits(string(digits), int32(-decimals))
}

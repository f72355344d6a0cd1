package number

import "github.com/tidywiki/tidywiki/transform/number/language"

// A Mark is what a text shows about the decimal mark that its writer uses.
type Mark uint8

const (
	// NoMark: the text reads the same either way ("2952", "1 234"), or is no
	// number at all.
	NoMark Mark = iota
	// PointMark: it is a number only with a decimal point: "12.5", "1,234,567".
	PointMark
	// CommaMark: it is a number only with a decimal comma: "12,5", "1.234.567".
	CommaMark
	// EitherMark: it is a number both ways, and not the same: "1.234", "2,952".
	EitherMark
)

// DecimalMark reports what the first figure of a text shows about the decimal mark.
// A column whose texts show CommaMark and never PointMark is to be parsed with
// Hint.DecimalComma.
//
//	DecimalMark("12,5")     CommaMark
//	DecimalMark("1.234")    EitherMark
//	DecimalMark("1 234.5")  PointMark
func DecimalMark(text string) Mark {
	s := scanner{Cursor: language.Cursor{Text: text}, whole: true, words: english()}
	for i := range len(text) {
		if !s.IsDigitAt(i) {
			continue
		}
		if i > 0 && text[i-1] == '.' {
			i--
		}
		var f figure
		if !s.figure(i, &f) {
			return NoMark
		}
		return f.mark()
	}
	return NoMark
}

func (f *figure) mark() Mark {
	_, dot := f.reading('.')
	_, comma := f.reading(',')
	switch {
	case dot && comma && f.n == 2 && (f.sep[0] == '.' || f.sep[0] == ','):
		return EitherMark
	case dot && comma:
		return NoMark
	case dot:
		return PointMark
	case comma:
		return CommaMark
	}
	return NoMark
}

// A reading is a figure understood with one of the decimal marks.
type reading struct {
	decimals int
	// group is the separator of thousands, or 0.
	group rune
}

// reading understands f with the decimal mark m. ok is false if it is not a number
// then.
func (f *figure) reading(m rune) (r reading, ok bool) {
	whole := f.n
	if f.n > 1 && f.sep[f.n-2] == m {
		whole--
		r.decimals = int(f.size[whole])
	}
	if whole == 1 {
		// 007 is an identifier, 06.30 may be a time or a day. A number with a
		// thousands separator may be padded.
		identifier := f.zeros > 0 && f.size[0] > 1 && !f.padded
		return r, !identifier && (f.size[0] > 0 || r.decimals > 0 && m == '.')
	}
	r.group = f.sep[0]
	if r.group == m || f.size[0] == 0 || f.zeros > 0 && f.size[0] == 1 {
		return r, false
	}
	for _, sep := range f.sep[:whole-1] {
		if sep != r.group {
			return r, false
		}
	}
	return r, f.thousands(whole) && !f.address(whole) || f.indian(whole)
}

// thousands reports whether the first n groups are as in 1,234,567.
func (f *figure) thousands(n int) bool {
	if f.size[0] > 3 {
		return false
	}
	for _, size := range f.size[1:n] {
		if size != 3 {
			return false
		}
	}
	return true
}

// indian reports whether the first n groups are as in 12,34,567.
func (f *figure) indian(n int) bool {
	if n < 3 || f.size[0] > 2 || f.size[n-1] != 3 || f.sep[0] == '.' {
		return false
	}
	for _, size := range f.size[1 : n-1] {
		if size != 2 {
			return false
		}
	}
	return true
}

// address reports whether the first n groups, which must be thousands, are rather
// a network address: 192.168.100.200.
func (f *figure) address(n int) bool {
	if n != 4 || f.n != 4 || f.sep[0] != '.' {
		return false
	}
	for c := f.coeff; c > 999; c /= 1000 {
		// Addresses have no leading zeros.
		if part := c % 1000; part < 100 || part > 255 {
			return false
		}
	}
	return f.coeff/1e9 <= 255
}

// Package number reads numbers as people write them, exactly.
//
//	number.Parse("2,952", nil)          2952       grouped, integer
//	number.Parse("26.6 trillion", nil)  26600000000000, printed 26.6, scale 1e12
//	number.Parse("95.07%", nil)         95.07, unit "%"
//	number.Parse("10–12 km", nil)       from 10 to 12, unit "km"
//	number.Parse("007", nil)            no number: an identifier
//	number.Parse("12,5", nil)           no number until a hint says what a comma is
//
// Nothing is guessed in silence: what more than one reading fits ("1.234") is
// decided by the hint that the whole column gives, and a text that is not wholly
// a number is none. [Scan] finds a number at a place of a running text;
// [DecimalMark] reports what a text shows about its column.
//
// Units and currencies are lines of the files in the folder data; what a language
// writes is a file of package language. docs/types.md lists the shapes with their
// rules.
package number

// A Kind is a sort of number.
type Kind uint8

// The kinds, as the column kind of the table quantities names them.
const (
	Plain    Kind = iota // a number with or without a unit
	Percent              // unit "%", "‰" or "‱"
	Money                // unit an ISO 4217 code or a currency sign that stays ambiguous
	Ordinal              // 12th, twelfth, 第十二
	Points               // percentage points, unit "pp"
	Fraction             // ½, 3/4
	Ratio                // 3:2 with evidence
)

// A Value is a number read from a text.
type Value struct {
	Kind Kind
	// Range reports whether there is no single number but two bounds ("10–12", "±0.5"):
	// Lower and Upper are set, and Value means nothing.
	Range bool
	// Value is exact, with the scale word applied and the sign; Printed is the
	// number before the scale word. Where the number is a fraction without an
	// exact decimal (⅓), both are rounded to 16 decimals, and Numerator and
	// Denominator are exact.
	Value, Printed Decimal
	// Scale is what Printed was multiplied by: 1 unless a scale word, a power of
	// ten or a suffix is with it.
	Scale Decimal
	// Lower and Upper bound a range ("10–12"), an uncertainty ("5 ± 1") or a
	// comparison ("1,200+"), where HasLower and HasUpper say so.
	Lower, Upper       Decimal
	HasLower, HasUpper bool
	// Uncertainty is the half width behind ± or in parentheses; zero if there is none,
	// or if the bounds lie at unequal distances (5.2+0.3−0.1).
	Uncertainty Decimal
	// Comparator is "<", "<=", ">", ">=" or "".
	Comparator string
	Approx     bool // ~, c., about, 约
	// Words reports whether the number is written in words, in Chinese or in Roman
	// numerals rather than in digits.
	Words bool
	// Ambiguous reports whether a decimal mark with three digits behind it may also
	// group thousands: "1.234".
	Ambiguous bool
	// Unit is a UCUM code (System UCUM), an ISO 4217 code (System ISO), "%", "‰", "‱",
	// "pp", or a word or sign as written (System ""). Per is the unit that a rate is
	// over: a UCUM code, a word as written, or for times their name ("year").
	Unit, System, Per string
	// Numerator and Denominator are set for Fraction and Ratio.
	Numerator, Denominator int64
	// Decimals is the number of digits printed after the decimal mark, Significant
	// of digits from the first that is not 0; zeros that end an integer count.
	Decimals, Significant int
	// Grouped reports whether a thousands separator is printed, and Separator which.
	Grouped   bool
	Separator rune
	// Note is what footnote marks was behind it ("*", "[a]"), or the same in other
	// units ("(31 mi)"); Parse alone sets it.
	Note string
	// Rule names the shape that was recognised, for docs and tests: "grouped",
	// "scale-word", "percent", "ordinal-suffix" ...
	Rule string
}

// A Hint is what the surroundings of a text know. The zero Hint and nil mean
// English with no further knowledge.
type Hint struct {
	// DecimalComma reports whether the column or language writes 1.234,5. It follows
	// from Language for those languages that do.
	DecimalComma bool
	// DecimalPoint reports whether the column writes 1,234.5 whatever its language does.
	DecimalPoint bool
	// Language is a BCP 47 primary tag ("en", "zh", "de" ...), "" for English.
	Language string
	// Roman allows Roman numerals.
	Roman bool
	// Fraction allows 3/4 as a number.
	Fraction bool
	// Ratio allows 3:2.
	Ratio bool
	// Nouns allows a unit that no table has: "58 cars" has the unit "cars".
	Nouns bool
	// Conversion allows the same in other units in parentheses: "50 km (31 mi)" is
	// 50 km with the note "(31 mi)".
	Conversion bool
	// Padded allows leading zeros: 007 is 7, not an identifier.
	Padded bool
	// Currency is the ISO 4217 code that "$", "¥" or "£" means here, or "".
	Currency string
}

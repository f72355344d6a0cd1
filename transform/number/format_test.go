package number

import "strings"

// Format writes a value so that Parse reads the same from it: with its scale
// applied, without thousands separators, and with a decimal point. The counter of
// an ordinal (第十二届) is left out.
//
//	"c. 26.6 trillion yuan"   ~26600000000000 CNY
//	"$10–12 million"          10000000–12000000 $
func Format(v Value) string {
	var b strings.Builder
	if v.Approx {
		b.WriteByte('~')
	}
	b.WriteString(v.Comparator)
	switch {
	case v.Rule == "tolerance":
		b.WriteString("±" + v.Uncertainty.String())
	case v.Range:
		b.WriteString(v.formatOne(v.Lower) + "–" + v.formatOne(v.Upper))
	default:
		b.WriteString(v.formatOne(v.Value))
	}
	if v.HasLower && v.HasUpper && !v.Range {
		b.WriteString(v.formatMargins())
	}
	if v.Unit != "" && v.Kind != Ordinal {
		b.WriteString(" " + v.Unit)
	}
	if v.Per != "" {
		b.WriteString(" per " + v.Per)
	}
	return b.String()
}

// formatMargins writes ± 0.3, or the errors above and below where they differ, with
// the decimals of the number.
func (v *Value) formatMargins() string {
	above, below := v.Upper.Sub(v.Value), v.Value.Sub(v.Lower)
	if above.Cmp(below) == 0 {
		return " ± " + v.Uncertainty.String()
	}
	return "+" + above.String() + "−" + below.String()
}

func (v *Value) formatOne(d Decimal) string {
	if v.Kind == Ordinal {
		return d.String() + "th"
	}
	return d.String()
}
